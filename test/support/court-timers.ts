import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../adapters/postgres/client.ts';
import { fromDate } from '../../adapters/postgres/client.ts';
import { addMs, type Instant } from '../../domain/calendar/instant.ts';
import type { ClockDriver } from '../../domain/ports/reader.ts';

/** How long before a due instant the clock is put down: the rest is waited for, as in a real court. */
const beforehandMs = 700;

/** Goes to the goal from due instant to due instant, stopping a moment before each and letting the engine's own timers fire. */
export const letTimersFire = async (database: Database, driver: ClockDriver, goal: Instant): Promise<void> => {
  for (;;) {
    const now = await driver.now();
    const next = await nextDue(database, now);
    if (next === undefined || next >= goal) return;
    const shortly = addMs(next, -beforehandMs);
    if (shortly > now) await driver.leap(shortly);
    while ((await driver.now()) <= next || (await isAnythingDue(database, next))) await pause(20);
  }
};

const nextDue = async (database: Database, now: Instant): Promise<Instant | undefined> => {
  const [row] = await database.$queryRaw<{ due: Date | null }[]>`
    SELECT min(due) AS due FROM (
      SELECT min(due_at) AS due FROM process WHERE NOT ended AND due_at > ${new Date(now)}
      UNION ALL SELECT min(due_at) FROM appointment WHERE done_at IS NULL AND due_at > ${new Date(now)}) AS dues`;
  return row?.due === null || row?.due === undefined ? undefined : fromDate(row.due);
};

const isAnythingDue = async (database: Database, by: Instant): Promise<boolean> => {
  const rows = await database.$queryRaw<unknown[]>`
    SELECT FROM process WHERE NOT ended AND (busy OR due_at <= ${new Date(by)})
    UNION ALL SELECT FROM appointment WHERE done_at IS NULL AND due_at <= ${new Date(by)} LIMIT 1`;
  return rows.length > 0;
};
