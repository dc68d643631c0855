/** What design.md §9 allows. */
export const budgets = {
  query: { events: 45, actions: 12 },
  control: { events: 85, actions: 24 },
  reminder: { events: 12 },
  renewal: { events: 30 },
  /** Start of a case, 99th percentile, in multiples of a bare start. @see docs/adr/0007-a-start-passes-the-clock.md */
  startOverFloor: 4,
} as const;
