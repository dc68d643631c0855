import type { Brand } from '../brand.ts';
import { err, ok, type Result } from '../result.ts';

/**
 * A moment of the court clock, always written in China Standard Time with milliseconds:
 * `2026-02-24T09:00:00.000+08:00`. The fixed form makes comparison of two instants a comparison of two strings.
 * China has kept no daylight saving time since 1991, so the offset is a constant and all date arithmetic is integer arithmetic.
 */
export type Instant = Brand<string, 'Instant'>;

/** A day of the calendar in China, `2026-02-24`. */
export type CivilDate = Brand<string, 'CivilDate'>;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const chinaOffsetMs = 8 * hourMs;

export const instantOf = (epochMs: number): Instant => `${new Date(epochMs + chinaOffsetMs).toISOString().slice(0, -1)}+08:00` as Instant;

export const epochMsOf = (instant: Instant): number => Date.parse(instant);

/** Reads an ISO 8601 instant of any offset from outside; refuses what has no offset, for a time without a place is no instant. */
export const parseInstant = (text: string): Result<Instant, { readonly kind: 'invalidInstant'; readonly text: string }> => {
  const epochMs = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  const day = parseCivilDate(text.slice(0, 10));
  return Number.isNaN(epochMs) || !day.ok ? err({ kind: 'invalidInstant', text }) : ok(instantOf(epochMs));
};

/** Reads `YYYY-MM-DD`; refuses days that do not exist, such as 30 February. */
export const parseCivilDate = (text: string): Result<CivilDate, { readonly kind: 'invalidDate'; readonly text: string }> => {
  const epochMs = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  const exists = !Number.isNaN(epochMs) && new Date(epochMs).toISOString().startsWith(text);
  return exists ? ok(text as CivilDate) : err({ kind: 'invalidDate', text });
};

/** A day written down in code or in a table of the law. @throws when there is no such day, so that a mistyped table does not load. */
export const civilDate = (text: string): CivilDate => {
  const date = parseCivilDate(text);
  if (!date.ok) throw new Error(`No such day: ${text}`);
  return date.value;
};

export const dateOf = (instant: Instant): CivilDate => instant.slice(0, 10) as CivilDate;

/** The first moment of a day. */
export const startOfDay = (date: CivilDate): Instant => `${date}T00:00:00.000+08:00` as Instant;

/** The moment at which a day is over, which is the first moment of the next: a term whose last day is `date` has run out then. */
export const endOfDay = (date: CivilDate): Instant => startOfDay(addDays(date, 1));

/** A moment on a day, for example `atTime(date, 9)` for nine in the morning. */
export const atTime = (date: CivilDate, hour: number, minute = 0): Instant =>
  instantOf(epochMsOf(startOfDay(date)) + hour * hourMs + minute * 60_000);

export const addDays = (date: CivilDate, days: number): CivilDate => dayNumbered(dayNumber(date) + days);

/** The corresponding day so many months later or, where that month has no such day, its last: 2026-08-31 and six months give 2027-02-28. */
export const addMonths = (date: CivilDate, months: number): CivilDate => {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const sameDay = addDays(firstOfMonth(month), Number(date.slice(8)) - 1);
  const lastDay = addDays(firstOfMonth(month + 1), -1);
  return sameDay < lastDay ? sameDay : lastDay;
};

export const addMs = (instant: Instant, ms: number): Instant => instantOf(epochMsOf(instant) + ms);

export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from);

/** The day of the week, 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (date: CivilDate): number => new Date(dayNumber(date) * dayMs).getUTCDay();

export const earliest = (...instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants.filter((instant) => instant !== undefined).toSorted()[0];

export const latest = (first: Instant, ...others: readonly Instant[]): Instant => [first, ...others].toSorted().at(-1) ?? first;

const dayNumber = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`) / dayMs;

const dayNumbered = (number: number): CivilDate => new Date(number * dayMs).toISOString().slice(0, 10) as CivilDate;

const firstOfMonth = (month: number): CivilDate => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01` as CivilDate;
