import { setTimeout as pause } from 'node:timers/promises';

/** Waits for a condition and gives what made it true; says what it waited for when it gives up. */
export const until = async <Value>(
  what: string,
  look: () => Promise<Value | undefined | false> | Value | undefined | false,
  withinMs = 20_000,
): Promise<Value> => {
  const giveUpAt = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > giveUpAt) throw new Error(`Waited in vain for ${what}`);
    await pause(10);
  }
};
