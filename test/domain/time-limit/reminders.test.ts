import { describe, expect, it } from 'vitest';
import { addMs, atTime, civilDate, endOfDay } from '../../../domain/calendar/instant.ts';
import { november2026 } from '../../../domain/law-pack/2026-11/pack.ts';
import { termOn } from '../../../domain/law-pack/law-pack.ts';
import { computeClock } from '../../../domain/time-limit/legal-clock.ts';
import { daysAhead, escalateAt, reminderAt, renewalAlarms, warningAt } from '../../../domain/time-limit/reminders.ts';

const { calendar } = november2026;
const query = (day: string) => {
  const date = civilDate(day);
  return computeClock(termOn(november2026, 'D-query', date), atTime(date, 15), calendar);
};

describe('reminders and alarms', () => {
  it('reminds at nine on the first working day after the term', () => {
    expect(reminderAt(query('2026-03-06'), calendar)).toBe('2026-03-16T09:00:00.000+08:00');
    expect(reminderAt(query('2026-02-07'), calendar)).toBe('2026-02-24T09:00:00.000+08:00');
  });

  it('is due to climb so many working days later, at nine', () => {
    const reminded = atTime(civilDate('2026-02-12'), 9);
    expect(escalateAt(reminded, 3, calendar)).toBe('2026-02-24T09:00:00.000+08:00');
  });

  it('warns so many working days before the last day', () => {
    expect(warningAt(query('2026-02-17'), 3, calendar)).toBe('2026-02-12T09:00:00.000+08:00');
  });

  it('raises the alarms before a freeze ends in calendar days, holidays or not', () => {
    expect(renewalAlarms(endOfDay(civilDate('2026-02-18')))).toEqual([
      { daysBefore: 60, at: '2025-12-20T09:00:00.000+08:00' },
      { daysBefore: 30, at: '2026-01-19T09:00:00.000+08:00' },
      { daysBefore: 15, at: '2026-02-03T09:00:00.000+08:00' },
      { daysBefore: 7, at: '2026-02-11T09:00:00.000+08:00' },
      { daysBefore: 3, at: '2026-02-15T09:00:00.000+08:00' },
      { daysBefore: 1, at: '2026-02-17T09:00:00.000+08:00' },
    ]);
  });

  it('counts an end that a unit gave to the minute from the day in which it lies', () => {
    const end = addMs(atTime(civilDate('2026-02-18'), 10), 30 * 60_000);
    expect(daysAhead(end, 1)).toBe('2026-02-17T09:00:00.000+08:00');
  });

  it('proposes a renewal thirty calendar days ahead', () => {
    const lead = termOn(november2026, 'D-renew-lead', civilDate('2026-01-01'));
    expect(daysAhead(endOfDay(civilDate('2026-10-01')), lead.amount)).toBe('2026-09-01T09:00:00.000+08:00');
  });
});
