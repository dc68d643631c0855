import { addDays, daysBetween, type CivilDate } from './instant.ts';

/** A run of days from `from` up to, but not including, `until`. One that ends before it begins holds no day. */
export type Period = { readonly from: CivilDate; readonly until: CivilDate };

/** Joins what overlaps or touches, in order of time, so that no day is counted twice. */
export const joinPeriods = (periods: readonly Period[]): readonly Period[] =>
  periods
    .filter(holdsADay)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .reduce<readonly Period[]>((joined, next) => {
      const last = joined.at(-1);
      if (last === undefined || last.until < next.from) return [...joined, next];
      return [...joined.slice(0, -1), { from: last.from, until: later(last.until, next.until) }];
    }, []);

/** How many days of a period do not lie in any of the excluded ones. */
export const daysOutside = (period: Period, excluded: readonly Period[]): number =>
  joinPeriods(excluded).reduce((days, gap) => days - lengthOf(overlap(period, gap)), lengthOf(period));

export const holds = (period: Period, date: CivilDate): boolean => period.from <= date && date < period.until;

/** The days from `first` to `last`, both included. */
export const fromTo = (first: CivilDate, last: CivilDate): Period => ({ from: first, until: addDays(last, 1) });

export const lengthOf = (period: Period): number => Math.max(0, daysBetween(period.from, period.until));

export const later = (first: CivilDate, second: CivilDate): CivilDate => (first > second ? first : second);

export const earlier = (first: CivilDate, second: CivilDate): CivilDate => (first < second ? first : second);

const overlap = (first: Period, second: Period): Period => ({
  from: later(first.from, second.from),
  until: earlier(first.until, second.until),
});

const holdsADay = (period: Period): boolean => period.from < period.until;
