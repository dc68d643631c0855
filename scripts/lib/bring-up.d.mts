/** A process that a test may take away and bring back. */
export type PassingProcess = {
  readonly pid: number;
  /** Ends it at once, as a power cut would; gives its exit code. */
  kill(): Promise<number>;
  /** Asks it to end and waits. */
  stop(): Promise<void>;
  /** Starts it again as it was started first, on its port and with its data; resolves when it is ready. */
  start(): Promise<void>;
};

export type PassingServers = {
  readonly folder: string;
  /** Keys for this run, each under the name of the variable that hands it to a process. */
  readonly secrets: Readonly<Record<string, string>>;
  startPostgres(): Promise<{ readonly server: PassingProcess; readonly url: (database: string) => string }>;
  /** In memory, unless `isKept` so that it can be killed and started again. `settings` are dynamic configuration, `KEY=JSON`. */
  startTemporal(options?: {
    readonly settings?: readonly string[];
    readonly isKept?: boolean;
    readonly withUi?: boolean;
  }): Promise<{ readonly server: PassingProcess; readonly address: string }>;
  /** One of our own processes, as `npm run build` left it in `dist`; with a `port`, ready when `/health` answers there. */
  startNode(process: {
    readonly name: string;
    readonly entry: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly port?: number;
  }): Promise<PassingProcess>;
  stopAll(): Promise<void>;
};

/** Real servers for the time of a test, on free ports, in a folder that is removed afterwards, also when the run is killed. */
export const passingServers: () => Promise<PassingServers>;
