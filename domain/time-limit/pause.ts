import { dateOf, type CivilDate, type Instant } from '../calendar/instant.ts';
import { joinPeriods, type Period } from '../calendar/period.ts';

/**
 * Time that does not count, such as a stay of enforcement. The day on which it begins is already excluded, the day on which it ends
 * counts again. Without `to` it still lasts.
 */
export type Pause = { readonly from: Instant; readonly to?: Instant; readonly reason: string };

export type EndedPause = Required<Pause>;

/** The excluded days, each once however the pauses overlap; those of a pause that still lasts run to the end of the calendar. */
export const excludedDays = (pauses: readonly Pause[]): readonly Period[] =>
  joinPeriods(pauses.map(({ from, to }) => ({ from: dateOf(from), until: to === undefined ? endOfTime : dateOf(to) })));

export const isOpenEnded = (period: Period): boolean => period.until === endOfTime;

const endOfTime = '9999-12-31' as CivilDate;
