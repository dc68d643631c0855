/** Does the same for all, so many at a time, and gives what came of each in the order of the items. */
export const inLanes = async <Item, Value>(
  lanes: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Value>,
): Promise<readonly Value[]> => {
  const waiting = items.map((item, index) => ({ item, index }));
  const done: { readonly index: number; readonly value: Value }[] = [];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      done.push({ index: next.index, value: await work(next.item) });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done.toSorted((one, other) => one.index - other.index).map(({ value }) => value);
};
