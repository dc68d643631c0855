import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseDay, chineseMinute } from '../../../domain/calendar/chinese-date.ts';
import { addDays, addMonths, civilDate, parseInstant, weekdayOf } from '../../../domain/calendar/instant.ts';

describe('civil dates', () => {
  it.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-10-31', 1, '2025-11-30'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2026-01-31', 0, '2026-01-31'],
  ])('%s and %i months is the corresponding day or the last of the month: %s', (from, months, to) => {
    expect(addMonths(civilDate(from), months)).toBe(to);
  });

  it('adding months keeps the order of days', () => {
    const anyDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(civilDate('2018-01-01'), days));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 40 }), (day, months) => {
        expect(addMonths(day, months) <= addMonths(addDays(day, 1), months)).toBe(true);
      }),
    );
  });

  it('knows the weekday', () => {
    expect(weekdayOf(civilDate('2026-02-17'))).toBe(2);
    expect(weekdayOf(civilDate('2024-02-25'))).toBe(0);
    expect(weekdayOf(civilDate('1969-12-31'))).toBe(3);
  });

  it('is written the way papers write it', () => {
    const instant = parseInstant('2026-02-17T07:05:00Z');
    expect(chineseDay(civilDate('2026-02-17'))).toBe('2026年2月17日（星期二）');
    expect(instant.ok && chineseMinute(instant.value)).toBe('2026年2月17日15时5分');
  });
});
