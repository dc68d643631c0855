import { addDays, weekdayOf, type CivilDate } from './instant.ts';
import type { PublishedYear } from './published-year.ts';

/**
 * The days on which courts and offices work, as far as the State Council has published them.
 * In a year it has not yet published, Saturdays and Sundays are off and every answer is provisional (待国务院通知).
 */
export type CourtCalendar = { readonly years: readonly PublishedYear[] };

/** What a day is, and by which notices. */
export type CourtDay =
  | { readonly kind: 'workingDay' }
  | { readonly kind: 'makeUpDay'; readonly notices: readonly string[] }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly name: string; readonly notices: readonly string[] };

/** A day reckoned by the calendar; provisional when a day on the way there lies in a year that is not published. */
export type ReckonedDay = { readonly date: CivilDate; readonly provisional: boolean };

export const isWorkingDay = (calendar: CourtCalendar, date: CivilDate): boolean => {
  const { kind } = courtDay(calendar, date);
  return kind === 'workingDay' || kind === 'makeUpDay';
};

/** The day itself if it is a working day, otherwise the first working day after it. */
export const workingDayOnOrAfter = (calendar: CourtCalendar, date: CivilDate): ReckonedDay => {
  const provisional = isProvisional(calendar, date);
  if (isWorkingDay(calendar, date)) return { date, provisional };
  const next = workingDayOnOrAfter(calendar, addDays(date, 1));
  return { date: next.date, provisional: provisional || next.provisional };
};

/** The first working day after a day. */
export const nextWorkingDay = (calendar: CourtCalendar, date: CivilDate): ReckonedDay => workingDayOnOrAfter(calendar, addDays(date, 1));

/** The last of so many working days, the start day excluded; none leave the start day. */
export const addWorkingDays = (calendar: CourtCalendar, start: CivilDate, days: number): ReckonedDay =>
  walkWorkingDays(calendar, start, days, 1);

/** The day so many working days before a day, that day itself excluded. */
export const subtractWorkingDays = (calendar: CourtCalendar, end: CivilDate, days: number): ReckonedDay =>
  walkWorkingDays(calendar, end, days, -1);

/** Whether what the calendar says of a day may still change: the last days of December hang on the notice for the year that follows. */
export const isProvisional = (calendar: CourtCalendar, date: CivilDate): boolean => {
  const year = yearOf(date);
  const settledBy = date.slice(5) < firstDayTheNextNoticeMayTouch ? [year] : [year, year + 1];
  return !settledBy.every((needed) => calendar.years.some((published) => published.year === needed));
};

export const courtDay = (calendar: CourtCalendar, date: CivilDate): CourtDay => {
  for (const { holidays, makeUpDays, notices } of noticesAbout(calendar, date)) {
    if (makeUpDays.includes(date)) return { kind: 'makeUpDay', notices };
    const holiday = holidays.find(({ from, to }) => from <= date && date <= to);
    if (holiday !== undefined) return { kind: 'holiday', name: holiday.name, notices };
  }
  return { kind: [0, 6].includes(weekdayOf(date)) ? 'weekend' : 'workingDay' };
};

// New Year's Day is one day off and is joined, if at all, to the weekend before it: no notice has reached back further.
const firstDayTheNextNoticeMayTouch = '12-26';

const noticesAbout = (calendar: CourtCalendar, date: CivilDate): readonly PublishedYear[] =>
  calendar.years.filter(({ year }) => year === yearOf(date) || year === yearOf(date) + 1);

const walkWorkingDays = (calendar: CourtCalendar, from: CivilDate, days: number, step: 1 | -1): ReckonedDay => {
  let date = from;
  let provisional = false;
  for (let left = days; left > 0;) {
    date = addDays(date, step);
    provisional ||= isProvisional(calendar, date);
    if (isWorkingDay(calendar, date)) left -= 1;
  }
  return { date, provisional };
};

const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));
