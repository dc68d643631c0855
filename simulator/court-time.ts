import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from 'pino';

/** The court clock as the simulator follows it: real time plus the offset of the one clock row in the court's database. */
export interface CourtTime {
  /** The moment of the court clock in milliseconds since 1970; undefined until the clock row was read once. */
  now(): number | undefined;
  /** Whether the court's database answers at present. */
  isFollowing(): boolean;
  /** Calls the listener after every change of the offset, and when the clock is known for the first time. */
  onChange(listener: () => void): void;
  stop(): Promise<void>;
}

const rereadMs = 2_000;
const reconnectMs = 250;

/**
 * Follows the clock until stopped: by notice of each leap, by reading the row again on every connection, and every two seconds in
 * case a notice was lost. One connection carries notices and readings in their order, so the newest word is the true one.
 */
export const followCourtTime = (databaseUrl: string, log: Logger): CourtTime => {
  const stopping = new AbortController();
  const listeners: (() => void)[] = [];
  let offsetMs: number | undefined;
  let following = false;

  const follow = (next: number): void => {
    following = true;
    if (next === offsetMs) return;
    offsetMs = next;
    for (const listener of listeners) listener();
  };
  const lose = (error: unknown): void => {
    if (following) log.warn({ error: String(error) }, 'court clock lost');
    following = false;
  };
  const followed = keepListening(databaseUrl, follow, lose, stopping.signal);

  return {
    now: () => (offsetMs === undefined ? undefined : Date.now() + offsetMs),
    isFollowing: () => following,
    onChange: (listener) => void listeners.push(listener),
    stop: async () => {
      stopping.abort();
      await followed;
    },
  };
};

const keepListening = async (
  databaseUrl: string,
  follow: (offsetMs: number) => void,
  lose: (error: unknown) => void,
  stopping: AbortSignal,
): Promise<void> => {
  while (!stopping.aborted) {
    await listen(databaseUrl, follow, stopping).catch(lose);
    await pause(reconnectMs, undefined, { signal: stopping }).catch(() => undefined);
  }
};

const listen = async (databaseUrl: string, follow: (offsetMs: number) => void, stopping: AbortSignal): Promise<void> => {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 2_000, query_timeout: 5_000 });
  client.on('notification', ({ payload }) => void (isOffset(payload) && follow(Number(payload))));
  const lost = new AbortController();
  client.on('error', (error) => lost.abort(error));
  const untilOver = { signal: AbortSignal.any([stopping, lost.signal]) };
  try {
    await client.connect();
    await client.query('LISTEN court_clock');
    while (!stopping.aborted) {
      follow(await readOffset(client));
      await pause(rereadMs, undefined, untilOver).catch(() => lost.signal.throwIfAborted());
    }
  } finally {
    await client.end().catch(() => undefined);
  }
};

const isOffset = (payload: string | undefined): boolean => /^-?\d{1,15}$/.test(payload ?? '');

type Queryable = { query(text: string): Promise<{ readonly rows: readonly { readonly offset_ms?: string }[] }> };

/** A court without a clock row lives in real time. */
export const readOffset = async (database: Queryable, lock: '' | 'FOR SHARE' = ''): Promise<number> => {
  const { rows } = await database.query(`SELECT offset_ms FROM court_clock WHERE id = 1 ${lock}`);
  return Number(rows[0]?.offset_ms ?? 0);
};

/** A moment as the wire writes it: China Standard Time with milliseconds. */
export const chinaInstant = (epochMs: number): string => `${new Date(epochMs + 8 * 3_600_000).toISOString().slice(0, -1)}+08:00`;
