import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { ClockDriver } from '../../domain/ports/reader.ts';
import type { Database } from '../postgres/client.ts';
import { courtNow, laggards, leapOnce, noteTold, readOffset } from '../postgres/court-clock.ts';
import { tellOffset } from './postman.ts';

/**
 * Leaps the court clock from due instant to due instant. Between two leaps it waits until everything has come to rest, and names what
 * it waits for when that takes too long; it never leaps over anything.
 */
export const clockDriver = (database: Database, client: Client, patienceMs = 60_000): ClockDriver => ({
  now: async () => courtNow(await readOffset(database)),
  leap: async (to) => {
    let leaps = 0;
    let restlessSince = Date.now();
    for (;;) {
      const step = await leapOnce(database, to);
      if (step.kind === 'leapt') {
        await sweep(database, client, step.offsetMs);
        leaps += 1;
        restlessSince = Date.now();
        if (step.arrived) return { now: step.now, leaps, waitingFor: [] };
        continue;
      }
      if (Date.now() - restlessSince > patienceMs) return { now: courtNow(await readOffset(database)), leaps, waitingFor: step.waitingFor };
      await pause(5);
    }
  },
});

/**
 * Tells every process that is due within a day of the new offset, once: a signal is durable, and one each second would fill a history.
 * Safe to repeat, so that a driver that died leaves nothing stuck.
 */
export const sweep = async (database: Database, client: Client, offsetMs?: number): Promise<void> => {
  const offset = offsetMs ?? (await readOffset(database));
  if (offset === 0) return;
  const told = await tellOffset(client, await laggards(database, offset), offset);
  await noteTold(database, told, offset);
};
