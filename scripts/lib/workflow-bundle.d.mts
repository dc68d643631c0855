/** Bundles `workflows/index.ts` with all it imports into one file: what a worker runs, and the same in tests as in the court. */
export const writeWorkflowBundle: (file: string) => Promise<void>;
