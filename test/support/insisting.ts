import { setTimeout as pause } from 'node:timers/promises';
import { isOutage } from '../../adapters/postgres/client.ts';

const patienceMs = 90_000;
const againMs = 150;

/** Repeats what the court could not take now, or has not decided yet, as its counter asks for: under the same key. */
export const insist = async <Outcome extends { readonly kind: string }>(send: () => Promise<Outcome>, what: string): Promise<Outcome> => {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    const outcome = await throughOutages(send);
    if (outcome.kind !== 'unavailable' && outcome.kind !== 'accepted') return outcome;
    if (Date.now() > giveUpAt) throw new Error(`${what} is still ${outcome.kind} after ${patienceMs / 1000} seconds`);
    await pause(againMs);
  }
};

/** Asks again while the database is away, as anybody at the counter would. */
export const throughOutages = async <Value>(ask: () => Promise<Value>): Promise<Value> => {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isOutage(error) || Date.now() > giveUpAt) throw error;
      await pause(againMs);
    }
  }
};
