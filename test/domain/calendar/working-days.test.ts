import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate, daysBetween, type CivilDate } from '../../../domain/calendar/instant.ts';
import {
  addWorkingDays,
  courtDay,
  isProvisional,
  isWorkingDay,
  nextWorkingDay,
  subtractWorkingDays,
  workingDayOnOrAfter,
} from '../../../domain/calendar/working-days.ts';
import { november2026 } from '../../../domain/law-pack/2026-11/pack.ts';

const { calendar } = november2026;
const anyDay = fc.integer({ min: 0, max: 5000 }).map((days) => addDays(civilDate('2018-01-01'), days));

describe('working days', () => {
  it('finds the first working day on or after a day, and after it', () => {
    expect(workingDayOnOrAfter(calendar, civilDate('2026-02-14')).date).toBe('2026-02-14');
    expect(workingDayOnOrAfter(calendar, civilDate('2026-02-15')).date).toBe('2026-02-24');
    expect(nextWorkingDay(calendar, civilDate('2026-02-14')).date).toBe('2026-02-24');
  });

  it('names what a day is and by which notice', () => {
    expect(courtDay(calendar, civilDate('2026-02-17'))).toEqual({ kind: 'holiday', name: '春节', notices: ['国办发明电〔2025〕7号'] });
    expect(courtDay(calendar, civilDate('2018-12-29'))).toMatchObject({ kind: 'makeUpDay' });
    expect(courtDay(calendar, civilDate('2026-03-07'))).toEqual({ kind: 'weekend' });
    expect(courtDay(calendar, civilDate('2026-03-09'))).toEqual({ kind: 'workingDay' });
  });

  it('counts a make-up Saturday and passes over the festival, forwards and backwards', () => {
    expect(addWorkingDays(calendar, civilDate('2026-02-13'), 2).date).toBe('2026-02-24');
    expect(subtractWorkingDays(calendar, civilDate('2026-02-24'), 2).date).toBe('2026-02-13');
    expect(addWorkingDays(calendar, civilDate('2026-02-17'), 0).date).toBe('2026-02-17');
  });

  it('answers for a year without a published calendar by weekends only, and says so', () => {
    expect(addWorkingDays(calendar, civilDate('2027-09-30'), 1)).toEqual({ date: '2027-10-01', provisional: true });
    expect(addWorkingDays(calendar, civilDate('2026-09-30'), 1)).toEqual({ date: '2026-10-08', provisional: false });
    expect(isProvisional(calendar, civilDate('2017-12-29'))).toBe(true);
  });

  it('holds the last days of December provisional until the next notice is out, for it may reach back to them', () => {
    expect(isProvisional(calendar, civilDate('2026-12-25'))).toBe(false);
    expect(isProvisional(calendar, civilDate('2026-12-26'))).toBe(true);
    expect(isProvisional(calendar, civilDate('2025-12-31'))).toBe(false);
  });

  it('adding working days lands on a working day with exactly as many working days passed', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (start, days) => {
        const { date } = addWorkingDays(calendar, start, days);
        expect(isWorkingDay(calendar, date)).toBe(true);
        expect(workingDaysAfter(start, date)).toBe(days);
      }),
    );
  });

  it('a later start never ends earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 15 }), (start, delay, days) => {
        const first = addWorkingDays(calendar, start, days).date;
        const second = addWorkingDays(calendar, addDays(start, delay), days).date;
        expect(second >= first).toBe(true);
      }),
    );
  });

  it('going forward and back from a working day returns to it', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 20 }), (day, days) => {
        const start = workingDayOnOrAfter(calendar, day).date;
        expect(subtractWorkingDays(calendar, addWorkingDays(calendar, start, days).date, days).date).toBe(start);
      }),
    );
  });
});

const workingDaysAfter = (start: CivilDate, last: CivilDate): number =>
  Array.from({ length: daysBetween(start, last) }, (_, index) => addDays(start, index + 1)).filter((day) => isWorkingDay(calendar, day))
    .length;
