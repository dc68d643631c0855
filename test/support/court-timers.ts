import { setTimeout as pause } from 'node:timers/promises';
import { fromDate, type Database } from '../../adapters/postgres/client.ts';
import { addMs, epochMsOf, type Instant } from '../../domain/calendar/instant.ts';
import type { ClockDriver } from '../../domain/ports/reader.ts';

/** How long before a due instant the clock is put down: the rest is waited for, as in a real court. */
const beforehandMs = 1_000;

/** Goes on from due instant to due instant, stopping a moment before each and letting the engine's own timers fire, up to the goal. */
export const letTimersFire = async (database: Database, driver: ClockDriver, goal: Instant): Promise<void> => {
  for (;;) {
    await driver.leap(await driver.now());
    const next = await nextDue(database);
    if (next === undefined || next >= goal) return;
    await driver.leap(addMs(next, -beforehandMs));
    await pause(Math.max(0, epochMsOf(next) - epochMsOf(await driver.now())));
  }
};

/** The earliest moment at which something is going to happen by itself, in a process or at a unit. */
const nextDue = async (database: Database): Promise<Instant | undefined> => {
  const [row] = await database.$queryRaw<{ due: Date | null }[]>`
    SELECT min(due) AS due FROM (
      SELECT min(due_at) AS due FROM process WHERE NOT ended
      UNION ALL SELECT min(due_at) FROM appointment WHERE done_at IS NULL) AS dues`;
  return row?.due == null ? undefined : fromDate(row.due);
};
