import { epochMsOf, instantOf, type Instant } from '../../domain/calendar/instant.ts';
import type { Database, Transaction } from './client.ts';

/** Real time plus leaps, from the one row that everybody follows. */
export const readOffset = async (database: Database | Transaction): Promise<number> => {
  const [row] = await database.$queryRaw<{ offset_ms: bigint }[]>`SELECT offset_ms FROM court_clock WHERE id = 1`;
  return Number(row?.offset_ms ?? 0n);
};

/** The same, held against leaps until the transaction ends: whatever is dated in it is dated on the day it happens. */
export const holdOffset = async (transaction: Transaction): Promise<number> => {
  const [row] = await transaction.$queryRaw<{ offset_ms: bigint }[]>`SELECT offset_ms FROM court_clock WHERE id = 1 FOR SHARE`;
  return Number(row?.offset_ms ?? 0n);
};

export const courtNow = (offsetMs: number): Instant => instantOf(Date.now() + offsetMs);

export type LeapStep =
  /** The clock stands at the next due instant, or at the goal. */
  | { readonly kind: 'leapt'; readonly offsetMs: number; readonly now: Instant; readonly arrived: boolean }
  /** Something is still going on; the clock stays. */
  | { readonly kind: 'busy'; readonly waitingFor: readonly string[] };

/**
 * One leap: to the next due instant or to the goal, whichever is earlier, and only when nothing is busy, overdue or on its way.
 * Never crosses a due instant, because whoever acts at it must find the clock standing there.
 */
export const leapOnce = (database: Database, goal: Instant): Promise<LeapStep> =>
  database.$transaction((transaction) => leapIn(transaction, goal), patience);

/** Longer than an admission may hold the clock. */
const patience = { timeout: 15_000, maxWait: 10_000 };

const leapIn = async (transaction: Transaction, goal: Instant): Promise<LeapStep> => {
  const [row] = await transaction.$queryRaw<{ offset_ms: bigint }[]>`SELECT offset_ms FROM court_clock WHERE id = 1 FOR UPDATE`;
  const offset = Number(row?.offset_ms ?? 0n);
  const now = new Date(Date.now() + offset);
  const waitingFor = await unquiet(transaction, now);
  if (waitingFor.length > 0) return { kind: 'busy', waitingFor };
  const [next] = await transaction.$queryRaw<{ due: Date | null }[]>`
    SELECT min(due) AS due FROM (
      SELECT min(due_at) AS due FROM process WHERE NOT ended
      UNION ALL SELECT min(due_at) FROM appointment WHERE done_at IS NULL
      UNION ALL SELECT min(at) FROM message WHERE consumed_at IS NULL AND problem IS NULL
    ) AS dues`;
  const due = next?.due?.getTime() ?? Number.POSITIVE_INFINITY;
  const target = Math.min(due, epochMsOf(goal));
  const leap = Math.max(0, target - Date.now() - offset);
  if (leap > 0) await transaction.$executeRaw`UPDATE court_clock SET offset_ms = offset_ms + ${BigInt(Math.ceil(leap))} WHERE id = 1`;
  const offsetMs = offset + Math.ceil(leap);
  return { kind: 'leapt', offsetMs, now: courtNow(offsetMs), arrived: epochMsOf(goal) <= target };
};

const unquiet = async (transaction: Transaction, now: Date): Promise<readonly string[]> => {
  const rows = await transaction.$queryRaw<{ what: string }[]>`
    SELECT workflow_id || CASE WHEN busy THEN ' is at work' ELSE ' is due' END AS what
      FROM process WHERE NOT ended AND (busy OR due_at <= ${now})
    UNION ALL
    SELECT id || ' is on its way to ' || recipient FROM message WHERE consumed_at IS NULL AND problem IS NULL AND at <= ${now}
    UNION ALL
    SELECT id || ' is due' FROM appointment WHERE done_at IS NULL AND due_at <= ${now}
    LIMIT 20`;
  return rows.map(({ what }) => what);
};

/** Open processes that are due within a legal day and have not seen the present offset: the sweeper tells them. */
export const laggards = async (database: Database, offsetMs: number): Promise<readonly string[]> => {
  const horizon = new Date(Date.now() + offsetMs + 86_400_000);
  const rows = await database.$queryRaw<{ workflow_id: string }[]>`
    SELECT workflow_id FROM process
     WHERE NOT ended AND NOT busy AND due_at <= ${horizon} AND offset_ms < ${BigInt(offsetMs)}`;
  return rows.map(({ workflow_id }) => workflow_id);
};

/** They hold the offset: they need not be told of it again. */
export const noteTold = async (database: Database, workflowIds: readonly string[], offsetMs: number): Promise<void> => {
  if (workflowIds.length === 0) return;
  await database.$executeRaw`
    UPDATE process SET offset_ms = ${BigInt(offsetMs)} WHERE workflow_id = ANY(${[...workflowIds]}) AND offset_ms < ${BigInt(offsetMs)}`;
};
