/** Numbers by chance that are the same for the same seed: `chance(6)` gives 0 to 5. */
export type Chance = (below: number) => number;

/** Mulberry32: small, even enough for inventing people, and no secret depends on it. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};
