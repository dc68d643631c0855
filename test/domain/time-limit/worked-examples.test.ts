import { describe, expect, it } from 'vitest';
import { atTime, civilDate, dateOf, instantOf } from '../../../domain/calendar/instant.ts';
import { november2026 } from '../../../domain/law-pack/2026-11/pack.ts';
import { termOn } from '../../../domain/law-pack/law-pack.ts';
import { computeClock } from '../../../domain/time-limit/legal-clock.ts';
import type { LimitId } from '../../../domain/time-limit/time-limit.ts';

/**
 * For a judge to check with a wall calendar and the State Council's notices. One row, one term:
 * the day (or minute) it begins, the limit, the last day, and why. `provisional` marks a date that waits for a notice not yet published.
 */
type Example = readonly [begins: string, limit: LimitId, lastDay: string, why: string, mark?: 'provisional'];

const examples: Readonly<Record<string, readonly Example[]>> = {
  'Spring Festival 2018 (off 15–21 February; Sunday 11 and Saturday 24 February worked)': [
    ['2018-02-09', 'T01', '2018-02-22', 'Fri + 7 days = Fri 16 Feb, in the festival; first working day after it is Thu 22'],
    ['2018-02-04', 'D-query', '2018-02-11', 'Sun + 7 days = Sun 11 Feb, a make-up Sunday: worked, does not roll'],
    ['2018-02-13', 'D-control-paper', '2018-02-23', 'working days: Wed 14, (festival), Thu 22, Fri 23'],
    ['2018-02-22', 'D-publish', '2018-02-26', 'working days: Fri 23, make-up Sat 24, (Sun 25 off), Mon 26'],
  ],
  'Spring Festival 2020 (off 24 January–2 February after its prolongation; Saturday 1 February not worked after all)': [
    ['2020-01-25', 'T01', '2020-02-03', 'Sat + 7 days = Sat 1 Feb, off by the notice of 26 January 2020; Mon 3 Feb'],
    ['2020-01-22', 'D-control-paper', '2020-02-04', 'working days: Thu 23 Jan, (festival), Mon 3, Tue 4 Feb'],
  ],
  'Spring Festival 2025 (off 28 January–4 February; Sunday 26 January and Saturday 8 February worked)': [
    ['2025-01-21', 'T01', '2025-02-05', 'Tue + 7 days = Tue 28 Jan, in the festival; Wed 5 Feb'],
    ['2025-01-24', 'D-control-paper', '2025-02-05', 'working days: (Sat 25 off), make-up Sun 26, Mon 27, (festival), Wed 5 Feb'],
    ['2025-02-01', 'D-query', '2025-02-08', 'Sat + 7 days = Sat 8 Feb, a make-up Saturday: worked, does not roll'],
    ['2025-01-26', 'T03', '2025-02-05', 'Sun + 10 days = Wed 5 Feb, worked'],
  ],
  'Spring Festival 2026 (off 15–23 February; Saturdays 14 and 28 February worked)': [
    ['2026-02-12', 'T01', '2026-02-24', 'Thu + 7 days = Thu 19 Feb, in the festival; Tue 24'],
    ['2026-02-06', 'D-query', '2026-02-13', 'Fri + 7 days = Fri 13 Feb, worked'],
    ['2026-02-07', 'D-query', '2026-02-14', 'Sat + 7 days = Sat 14 Feb, a make-up Saturday: worked, does not roll'],
    ['2026-02-12', 'D-control-paper', '2026-02-24', 'working days: Fri 13, make-up Sat 14, (festival), Tue 24'],
    ['2026-02-13', 'T25', '2026-02-25', 'working days: make-up Sat 14, (festival), Tue 24, Wed 25'],
    ['2026-02-14', 'D-control-electronic', '2026-02-24', 'the next working day after make-up Sat 14 is Tue 24'],
    ['2026-02-14', 'D-lift', '2026-02-24', 'the next working day after make-up Sat 14 is Tue 24'],
    ['2026-02-25', 'T04', '2026-02-28', 'Wed + 3 days = Sat 28 Feb, a make-up Saturday: worked, does not roll'],
    ['2026-01-16', 'D-urge', '2026-02-24', 'Fri + 30 days = Sun 15 Feb, in the festival; Tue 24'],
    ['2026-01-20', 'T55-complex', '2026-02-24', 'Tue + 30 days = Thu 19 Feb, in the festival; Tue 24'],
    ['2026-02-05', 'T57b', '2026-02-24', 'Thu + 15 days = Fri 20 Feb, in the festival; Tue 24'],
  ],
  'National Day (2018: off 1–7 October; 2020 and 2025: off 1–8; 2026: off 1–7)': [
    ['2018-09-23', 'D-query', '2018-09-30', 'Sun + 7 days = Sun 30 Sep, a make-up Sunday: worked, does not roll'],
    ['2018-09-28', 'D-order', '2018-10-08', 'working days: make-up Sat 29, make-up Sun 30, (holiday), Mon 8 Oct'],
    ['2020-09-24', 'T03', '2020-10-09', 'Thu + 10 days = Sun 4 Oct, holiday to Thu 8; Fri 9 Oct'],
    ['2025-09-25', 'T56', '2025-10-09', 'Thu + 7 days = Thu 2 Oct, holiday to Wed 8; Thu 9 Oct'],
    ['2026-09-25', 'T57a', '2026-10-08', 'Fri + 7 days = Fri 2 Oct, holiday to Wed 7; Thu 8 Oct'],
    ['2026-09-13', 'D-query', '2026-09-20', 'Sun + 7 days = Sun 20 Sep, a make-up Sunday: worked, does not roll'],
    ['2026-09-30', 'D-control-paper', '2026-10-10', 'working days: (holiday), Thu 8, Fri 9, make-up Sat 10 Oct'],
  ],
  'Other festivals, weekends and the turn of the year': [
    ['2019-04-30', 'T04', '2019-05-05', 'Tue + 3 days = Fri 3 May, off; Sat 4 off; Sun 5 May is a make-up Sunday: worked'],
    ['2026-04-20', 'T05', '2026-05-06', 'Mon + 15 days = Tue 5 May, holiday; Wed 6'],
    ['2025-06-01', 'T02', '2025-06-09', 'Sun + 7 days = Sun 8 Jun, an ordinary Sunday; Mon 9'],
    ['2018-12-22', 'D-query', '2018-12-29', 'Sat + 7 days = Sat 29 Dec, made a working day by the notice for 2019'],
    ['2018-12-28', 'T04', '2019-01-02', 'Fri + 3 days = Mon 31 Dec, off by the notice for 2019; Wed 2 Jan'],
    ['2022-12-28', 'T04', '2023-01-03', 'Wed + 3 days = Sat 31 Dec, New Year holiday to Mon 2 Jan; Tue 3 Jan'],
    ['2026-01-30', 'T55', '2026-02-06', 'Fri + 7 days = Fri 6 Feb, worked'],
    [
      '2024-02-08',
      'D-rung',
      '2024-02-19',
      'working days: Fri 9 Feb (New Year’s Eve, only recommended as leave), (festival), make-up Sun 18, Mon 19',
    ],
  ],
  'Months and years: the corresponding day, else the last of the month': [
    ['2025-03-31', 'T09', '2025-09-30', '6 months: September has no 31st; Tue 30 Sep'],
    ['2025-04-01', 'T09', '2025-10-09', '6 months = Wed 1 Oct, holiday to Wed 8; Thu 9 Oct'],
    ['2023-08-31', 'T09', '2024-02-29', '6 months: last day of February in a leap year, Thu 29'],
    ['2024-02-29', 'T09', '2024-08-29', '6 months = Thu 29 Aug'],
    ['2025-08-31', 'T09', '2026-02-28', '6 months: Sat 28 Feb 2026 is a make-up Saturday: worked'],
    ['2024-02-29', 'T12', '2025-02-28', '1 year from a leap day: last day of February 2025'],
    ['2023-02-28', 'T12', '2024-02-28', '1 year: the corresponding day, not the 29th'],
    ['2021-02-28', 'T14', '2024-02-28', '3 years: the corresponding day'],
  ],
  'Ends of freezes and seals never roll': [
    ['2025-02-17', 'T12', '2026-02-17', '1 year = Tue 17 Feb 2026, New Year’s Day of the lunar year: the freeze ends that day'],
    ['2024-10-01', 'T13', '2026-10-01', '2 years = Thu 1 Oct 2026, National Day: the seizure ends that day'],
    ['2023-02-15', 'T14', '2026-02-15', '3 years = Sun 15 Feb 2026, in the festival: the seal ends that day'],
    ['2026-02-16', 'T12', '2027-02-16', '1 year, into a year not yet published: fixed all the same'],
    ['2026-02-17', 'T15', '2026-02-17', 'renewal must be done before the last day of the freeze is over, holiday or not'],
  ],
  'Years without a published calendar: weekends only, and the answer says so': [
    ['2026-08-31', 'T09', '2027-03-01', '6 months = Sun 28 Feb 2027; Mon 1 Mar', 'provisional'],
    ['2027-02-05', 'T01', '2027-02-12', 'Fri + 7 days = Fri 12 Feb, which may become a holiday', 'provisional'],
    ['2026-12-30', 'D-control-paper', '2027-01-04', 'working days: Thu 31 Dec, Fri 1 Jan (as yet), Mon 4 Jan', 'provisional'],
    ['2026-12-24', 'D-query', '2026-12-31', 'Thu + 7 days = Thu 31 Dec, which the notice for 2027 may touch', 'provisional'],
  ],
};

describe('worked examples, days', () => {
  for (const [occasion, rows] of Object.entries(examples)) {
    describe(occasion, () => {
      for (const [begins, limit, lastDay, why, mark] of rows) {
        it(`${limit} from ${begins} runs to ${lastDay}: ${why}`, () => {
          const start = atTime(civilDate(begins), 12);
          const clock = computeClock(termOn(november2026, limit, civilDate(begins)), start, november2026.calendar);
          expect(clock).toMatchObject({ lastDay, provisional: mark === 'provisional' });
          expect(clock.dueAt).toBe(instantOf(Date.parse(`${lastDay}T24:00:00+08:00`)));
        });
      }
    });
  }
});

describe('worked examples, hours', () => {
  it.each([
    ['2026-02-16T15:30:00+08:00', '2026-02-17T15:30:00.000+08:00', 'across New Year’s Day of the lunar year'],
    ['2025-10-01T08:00:00+08:00', '2025-10-02T08:00:00.000+08:00', 'in the National Day holiday'],
    ['2024-02-28T23:59:00+08:00', '2024-02-29T23:59:00.000+08:00', 'into a leap day'],
    ['2026-12-31T18:00:00+08:00', '2027-01-01T18:00:00.000+08:00', 'into a year not yet published, certain all the same'],
  ])('from %s the family must know by %s: %s', (begins, dueAt) => {
    const start = instantOf(Date.parse(begins));
    const clock = computeClock(termOn(november2026, 'T34', dateOf(start)), start, november2026.calendar);
    expect(clock).toMatchObject({ dueAt, lastDay: dueAt.slice(0, 10), provisional: false });
  });
});
