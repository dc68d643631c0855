import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate, daysBetween, dateOf, startOfDay } from '../../../domain/calendar/instant.ts';
import { lastDayOf, leavesMark, nextAlarm, type Measure, type PropertyId } from '../../../domain/measure/measure.ts';
import { moment } from '../../support/story.ts';

const line = { lineNo: 1, property: 'w-1' as PropertyId, registrationNo: 'cf-1' };
const end = moment('2029-03-03 00:00');

describe('the end of a seal', () => {
  it('closes its last day, also when the register writes the end to the minute', () => {
    expect(lastDayOf(end)).toBe('2029-03-02');
    expect(lastDayOf(moment('2029-03-02 17:30'))).toBe('2029-03-02');
  });

  it('alarms 15, 7, 3 and 1 days before its last day, at nine', () => {
    expect(nextAlarm(end, moment('2028-01-01 00:00'))).toBe(moment('2029-02-15 09:00'));
    expect(nextAlarm(end, moment('2029-02-15 09:00'))).toBe(moment('2029-02-23 09:00'));
    expect(nextAlarm(end, moment('2029-02-24 09:00'))).toBe(moment('2029-02-27 09:00'));
    expect(nextAlarm(end, moment('2029-02-28 08:59'))).toBe(moment('2029-03-01 09:00'));
  });

  it('alarms no more once the last alarm has passed', () => {
    expect(nextAlarm(end, moment('2029-03-01 09:00'))).toBeUndefined();
    expect(nextAlarm(end, moment('2029-03-02 23:59'))).toBeUndefined();
  });

  it('has its next alarm always ahead, and before the end', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), (until, passed) => {
        const first = civilDate('2026-01-01');
        const endsAt = startOfDay(addDays(first, until));
        const now = startOfDay(addDays(first, passed));
        const alarm = nextAlarm(endsAt, now);
        if (alarm === undefined) return;
        expect(alarm > now && alarm < endsAt).toBe(true);
        expect([15, 7, 3, 1]).toContain(daysBetween(dateOf(alarm), lastDayOf(endsAt)));
      }),
    );
  });
});

describe('a mark in somebody’s register', () => {
  it.each<[string, Measure, boolean]>([
    ['a seal that waits', { ...line, status: 'waiting', rank: 2 }, true],
    ['a seal in force', { ...line, status: 'inForce', rank: 1, effectiveAt: moment('2026-03-02 09:00'), endsAt: end }, true],
    ['a seal that lapsed', { ...line, status: 'lapsed', endedAt: end, cleared: false }, true],
    ['a lapsed seal whose mark was cleared', { ...line, status: 'lapsed', endedAt: end, cleared: true }, false],
    ['a seal that was lifted', { ...line, status: 'lifted', liftedAt: end }, false],
  ])('is left by %s: %#', (_what, measure, left) => {
    expect(leavesMark(measure)).toBe(left);
  });
});
