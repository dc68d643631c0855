import { atTime, dateOf, type Instant } from '../calendar/instant.ts';
import { nextWorkingDay } from '../calendar/working-days.ts';
import { articleOn, termOn, type ArticleKey, type LawPackId } from '../law-pack/law-pack.ts';
import { lawPackOf } from '../law-pack/published-packs.ts';
import { computeClock, type LegalClock } from './legal-clock.ts';
import { escalateAt, reminderAt } from './reminders.ts';
import type { LimitId } from './time-limit.ts';

/** The law of one pack, asked the questions that a process asks. */
export interface Terms {
  /** The clock of a limit as it stood on the day it began to run. */
  readonly clock: (limit: LimitId, from: Instant) => LegalClock;
  /** Nine in the morning of the first working day after the term. */
  readonly reminderAt: (clock: LegalClock) => Instant;
  /** When the next rung may be drawn up. [DESIGN] */
  readonly rungAt: (from: Instant) => Instant;
  /** Nine in the morning of the next working day. */
  readonly nextMorning: (from: Instant) => Instant;
  /** Days before the end of a measure on which its renewal is proposed. [DESIGN] */
  readonly renewLeadDays: (at: Instant) => number;
  readonly article: (key: ArticleKey, at: Instant) => string;
}

/** @throws when this release does not carry the pack */
export const termsOf = (packId: LawPackId): Terms => {
  const pack = lawPackOf(packId);
  const { calendar } = pack;
  return {
    clock: (limit, from) => computeClock(termOn(pack, limit, dateOf(from)), from, calendar),
    reminderAt: (clock) => reminderAt(clock, calendar),
    rungAt: (from) => escalateAt(from, termOn(pack, 'D-rung', dateOf(from)).amount, calendar),
    nextMorning: (from) => atTime(nextWorkingDay(calendar, dateOf(from)).date, 9),
    renewLeadDays: (at) => termOn(pack, 'D-renew-lead', dateOf(at)).amount,
    article: (key, at) => articleOn(pack, key, dateOf(at)),
  };
};
