import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate } from '../../../domain/calendar/instant.ts';
import { daysOutside, fromTo, holds, joinPeriods, lengthOf } from '../../../domain/calendar/period.ts';

const march = (from: number, until: number) => ({
  from: addDays(civilDate('2026-03-01'), from - 1),
  until: addDays(civilDate('2026-03-01'), until - 1),
});

const anyPeriod = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: -5, max: 30 }))
  .map(([from, days]) => march(from, from + days));

describe('periods of days', () => {
  it('joins what overlaps or touches and keeps what lies apart', () => {
    expect(joinPeriods([march(10, 12), march(1, 5), march(5, 7), march(6, 8)])).toEqual([march(1, 8), march(10, 12)]);
  });

  it('counts both ends of a stretch given by its first and last day', () => {
    expect(lengthOf(fromTo(civilDate('2024-02-28'), civilDate('2024-03-01')))).toBe(3);
  });

  it('counts each day outside the excluded periods once, however they overlap', () => {
    fc.assert(
      fc.property(anyPeriod, fc.array(anyPeriod, { maxLength: 5 }), (period, excluded) => {
        const days = Array.from({ length: lengthOf(period) }, (_, index) => addDays(period.from, index));
        const outside = days.filter((day) => !excluded.some((gap) => holds(gap, day)));
        expect(daysOutside(period, excluded)).toBe(outside.length);
      }),
    );
  });
});
