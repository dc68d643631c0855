import { addDays, addMs, atTime, dateOf, endOfDay, type CivilDate, type Instant } from '../../domain/calendar/instant.ts';
import { addWorkingDays, nextWorkingDay } from '../../domain/calendar/working-days.ts';
import { november2026 } from '../../domain/law-pack/2026-11/pack.ts';
import { termOn } from '../../domain/law-pack/law-pack.ts';
import { computeClock } from '../../domain/time-limit/legal-clock.ts';
import type { LimitId } from '../../domain/time-limit/time-limit.ts';

/** `exact` is what falls due by the clock: to the moment. What persons, units and messengers do is compared by its day. */
export interface Expected {
  readonly event: string;
  readonly at: Instant;
  readonly exact: boolean;
}

/** When the renewal of a seal is put before the judge: nine in the morning, so many days before its last day. */
export const renewalProposedAt = (end: Instant): Instant =>
  atTime(addDays(lastDayBefore(end), -termOn(november2026, 'D-renew-lead', dateOf(end)).amount), 9);

/** What differs between a record and what it must be, in words; nothing when every event stands on its day and in its place. */
export const differences = (
  expected: readonly Expected[],
  recorded: readonly { readonly type: string; readonly at: Instant }[],
): readonly string[] =>
  Array.from({ length: Math.max(expected.length, recorded.length) }, (_, index) => {
    const [must, is] = [expected[index], recorded[index]];
    const wanted = must === undefined ? 'nothing' : `${must.event} ${must.exact ? must.at : dateOf(must.at)}`;
    const found = is === undefined ? 'nothing' : `${is.type} ${must?.exact === false ? dateOf(is.at) : is.at}`;
    return wanted === found ? [] : [`${index + 1}: expected ${wanted}, recorded ${found}`];
  }).flat();

export const clockOf = (limit: LimitId, from: Instant) =>
  computeClock(termOn(november2026, limit, dateOf(from)), from, november2026.calendar);

export const dueOf = (limit: LimitId, from: Instant): Instant => endOfDay(clockOf(limit, from).lastDay);

export const morningAfter = (lastDay: CivilDate): Instant => atTime(nextWorkingDay(november2026.calendar, lastDay).date, 9);

export const rungAfter = (at: Instant): Instant => atTime(addWorkingDays(november2026.calendar, dateOf(at), 3).date, 9);

export const lastDayBefore = (end: Instant): CivilDate => dateOf(addMs(end, -1));

export const due = (at: Instant, event: string): Expected => ({ event, at, exact: true });

export const acted = (at: Instant, event: string): Expected => ({ event, at, exact: false });

export const inOrderOfTime = (expected: readonly Expected[]): readonly Expected[] =>
  expected.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
