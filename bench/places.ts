/** Where a bench finds what it measures, once it has been started. */
export interface Places {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  /** Keys for this run, each under the name of the variable that hands it to a process. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** Where the floor's worker looks for work. The court's worker has a queue of its own. */
export const floorQueue = 'floor';
