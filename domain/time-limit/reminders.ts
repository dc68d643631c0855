import { addDays, addMs, atTime, dateOf, type Instant } from '../calendar/instant.ts';
import { addWorkingDays, nextWorkingDay, subtractWorkingDays, type CourtCalendar } from '../calendar/working-days.ts';
import type { LegalClock } from './legal-clock.ts';

/** A look ahead at the end of a measure. */
export type RenewalAlarm = { readonly daysBefore: number; readonly at: Instant };

/** When silence is answered with a reminder: nine in the morning of the first working day after the last day of the term. */
export const reminderAt = (clock: LegalClock, calendar: CourtCalendar): Instant =>
  atTime(nextWorkingDay(calendar, clock.lastDay).date, officeOpens);

/** When the next rung of a ladder is due: nine in the morning so many working days after `from`, its own day excluded. */
export const escalateAt = (from: Instant, workingDays: number, calendar: CourtCalendar): Instant =>
  atTime(addWorkingDays(calendar, dateOf(from), workingDays).date, officeOpens);

/** Nine in the morning so many working days before the last day of a term, to warn the one who must act in time. */
export const warningAt = (clock: LegalClock, workingDays: number, calendar: CourtCalendar): Instant =>
  atTime(subtractWorkingDays(calendar, clock.lastDay, workingDays).date, officeOpens);

/**
 * The alarms before a measure ends, first to last. They count calendar days, for the end does not wait for an office to open.
 * An alarm may lie before the measure began, when its term is short: the caller leaves out what is past.
 * @see CPLI 485; SFF 27
 */
export const renewalAlarms = (end: Instant): readonly RenewalAlarm[] =>
  alarmDays.map((daysBefore) => ({ daysBefore, at: daysAhead(end, daysBefore) }));

/** Nine in the morning so many calendar days before the last day that `end` closes, such as for proposing a renewal (`D-renew-lead`). */
export const daysAhead = (end: Instant, days: number): Instant => atTime(addDays(dateOf(addMs(end, -1)), -days), officeOpens);

const alarmDays = [60, 30, 15, 7, 3, 1];

const officeOpens = 9;
