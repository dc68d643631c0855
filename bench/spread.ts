/** The middle and the edge of what was measured. */
export interface Spread {
  readonly mean: number;
  readonly worst: number;
}

/** @throws on nothing measured, which has no mean */
export const spreadOf = (values: readonly number[]): Spread => ({ mean: meanOf(values), worst: Math.max(...some(values)) });

export const meanOf = (values: readonly number[]): number => some(values).reduce((sum, value) => sum + value, 0) / values.length;

/** The least value that so many percent of all do not exceed. */
export const percentile = (values: readonly number[], percent: number): number => {
  const sorted = some(values).toSorted((one, other) => one - other);
  return sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? Number.NaN;
};

const some = (values: readonly number[]): readonly number[] => {
  if (values.length === 0) throw new Error('Nothing was measured');
  return values;
};
