import { Pool, type PoolClient } from 'pg';
import type { Logger } from 'pino';
import { readOffset } from './court-time.ts';

/** What the court's leap driver must not leap over. The id is kept for ever, so that writing it again changes nothing. */
export interface Appointment {
  readonly id: string;
  /** Milliseconds of the court clock. */
  readonly dueMs: number;
}

/** The simulator's rows in the court's due list. Every call throws while the database is away. */
export interface Appointments {
  /**
   * Lets `decide` make its plans at the exact present moment of the court clock, which stands still until they are written: the
   * clock row is held under a share lock, so that no leap falls between the moment and its appointments.
   */
  decideAt<Decision>(decide: (nowMs: number) => { readonly decision: Decision; readonly due: readonly Appointment[] }): Promise<Decision>;
  /** Writes those that are not written yet. */
  keep(due: readonly Appointment[]): Promise<void>;
  finish(ids: readonly string[]): Promise<void>;
  /** Forgets every appointment of the simulator, for a new run. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

export const openAppointments = (databaseUrl: string, log: Logger): Appointments => {
  const pool = new Pool({ connectionString: databaseUrl, max: 4, connectionTimeoutMillis: 2_000, query_timeout: 5_000 });
  // A connection that is lost while it is lent out, or being ended, speaks only for itself; unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', (error) => log.warn({ error: error.message }, 'idle connection lost'));
  return {
    decideAt: (decide) =>
      inTransaction(pool, async (client) => {
        const { decision, due } = decide(Date.now() + (await readOffset(client, 'FOR SHARE')));
        await insert(client, due);
        return decision;
      }),
    keep: (due) => insert(pool, due),
    finish: async (ids) => {
      await pool.query(`UPDATE appointment SET done_at = now() WHERE id = ANY($1::text[]) AND done_at IS NULL`, [ids]);
    },
    clear: async () => {
      await pool.query(`DELETE FROM appointment WHERE kind = 'simulator'`);
    },
    stop: () => pool.end(),
  };
};

const inTransaction = async <Value>(pool: Pool, work: (client: PoolClient) => Promise<Value>): Promise<Value> => {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('BEGIN');
    const value = await work(client);
    await client.query('COMMIT');
    broken = false;
    return value;
  } finally {
    // A connection that failed half-way is thrown away: that ends its transaction and frees the clock row.
    client.release(broken);
  }
};

const insert = async (database: Pool | PoolClient, due: readonly Appointment[]): Promise<void> => {
  if (due.length === 0) return;
  await database.query(
    `INSERT INTO appointment (id, kind, due_at)
     SELECT id, 'simulator', due_at FROM unnest($1::text[], $2::timestamptz[]) AS due (id, due_at)
     ON CONFLICT (id) DO NOTHING`,
    [due.map(({ id }) => id), due.map(({ dueMs }) => new Date(dueMs).toISOString())],
  );
};
