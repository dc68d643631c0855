import Table from 'cli-table3';

/** A table as a terminal and a log show it alike: numbers to the right, the first column to the left. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const table = new Table({
    head: [...head],
    colAligns: head.map((_title, index) => (index === 0 ? 'left' : 'right')),
    style: { head: [], border: [] },
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
};

/** At most one decimal, and none where there is nothing behind the point. */
export const short = (value: number): string => String(Math.round(value * 10) / 10);
