import { civilDate, type CivilDate } from './instant.ts';

/** A festival with all its days off in a row, weekends that the notice counts among them included. */
export type Holiday = { readonly name: string; readonly from: CivilDate; readonly to: CivilDate };

/**
 * One year's holiday notices of the General Office of the State Council (国务院办公厅关于部分节假日安排的通知), as published.
 * A notice may reach into the last days of the year before it: that of 2019 made 2018-12-29 a working Saturday.
 */
export type PublishedYear = {
  readonly year: number;
  readonly notices: readonly string[];
  readonly holidays: readonly Holiday[];
  /** Saturdays and Sundays on which offices work (调休上班). */
  readonly makeUpDays: readonly CivilDate[];
};

type AsPrinted = {
  readonly year: number;
  readonly notices: readonly string[];
  readonly holidays: readonly (readonly [name: string, from: string, to: string])[];
  readonly makeUpDays: readonly string[];
};

/** Takes down a year line by line as the notice prints it. @throws when a day does not exist. */
export const publishedYear = ({ year, notices, holidays, makeUpDays }: AsPrinted): PublishedYear => ({
  year,
  notices,
  holidays: holidays.map(([name, from, to]) => ({ name, from: civilDate(from), to: civilDate(to) })),
  makeUpDays: makeUpDays.map(civilDate),
});
