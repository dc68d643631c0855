import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMs, atTime, civilDate, dateOf, daysBetween, endOfDay, type Instant } from '../../../domain/calendar/instant.ts';
import { isWorkingDay } from '../../../domain/calendar/working-days.ts';
import { november2026 } from '../../../domain/law-pack/2026-11/pack.ts';
import { termOn } from '../../../domain/law-pack/law-pack.ts';
import { computeClock } from '../../../domain/time-limit/legal-clock.ts';
import type { Pause } from '../../../domain/time-limit/pause.ts';
import type { LimitId, TimeLimit } from '../../../domain/time-limit/time-limit.ts';

const { calendar } = november2026;
const noon = (day: string): Instant => atTime(civilDate(day), 12);
const limit = (id: LimitId, day: string): TimeLimit => termOn(november2026, id, civilDate(day));
const clockOf = (id: LimitId, day: string) => computeClock(limit(id, day), noon(day), calendar);
const stay = (from: string, to?: string): Pause =>
  to === undefined ? { from: noon(from), reason: '裁定中止执行' } : { from: noon(from), to: noon(to), reason: '裁定中止执行' };

const rolling: readonly LimitId[] = ['T01', 'T03', 'T09', 'T55', 'D-query', 'D-urge'];
const inWorkingDays: readonly LimitId[] = ['T25', 'D-control-paper', 'D-control-electronic', 'D-lift'];
const fixed: readonly LimitId[] = ['T12', 'T13', 'T14'];
const anyMoment = fc.integer({ min: 0, max: 3000 * 24 * 60 }).map((minutes) => addMs(atTime(civilDate('2018-01-26'), 0), minutes * 60_000));
const anyLimit = (ids: readonly LimitId[]) => fc.constantFrom(...ids);

describe('a legal clock explains itself', () => {
  it('over a festival: start day, count, festival with its notice, end', () => {
    expect(clockOf('T01', '2026-02-12').explanation).toEqual({
      rule: '人民法院应当自收到执行申请之日起7日内立案或者裁定不予受理。',
      source: '《执行工作若干问题的规定（试行）》（2020年修正）第16条',
      steps: [
        '2026年2月12日（星期四）收到执行申请，依照《民事诉讼法》第八十五条第二款开始之日不计算在内，自2026年2月13日（星期五）起算。',
        '按日历日连续计算7日，数至2026年2月19日（星期四）。',
        '2026年2月19日（星期四）为春节假期（国办发明电〔2025〕7号），依照《民事诉讼法》第八十五条第三款，以其后第一个工作日2026年2月24日（星期二）为期满日。',
        '期限于2026年2月24日（星期二）24时届满。',
      ],
    });
  });

  it('in working days: names each day counted and the make-up day among them', () => {
    expect(clockOf('D-control-paper', '2026-02-12').explanation.steps).toEqual([
      '无法定期限，按法院管理目标计算。',
      '2026年2月12日（星期四）协助执行通知书送达，依照《民事诉讼法》第八十五条第二款开始之日不计算在内，自2026年2月13日（星期五）起算。',
      '按工作日计算，节假日和休息日不计入，已计入3个工作日：2026年2月13日（星期五）、2026年2月14日（星期六）调休上班、2026年2月24日（星期二）。',
      '期限于2026年2月24日（星期二）24时届满。',
    ]);
  });

  it('on a make-up Saturday: says why it does not roll', () => {
    expect(clockOf('T04', '2026-02-25').explanation.steps).toContain(
      '2026年2月28日（星期六）为调休上班日（国办发明电〔2025〕7号），按工作日对待，不顺延。',
    );
  });

  it('of a freeze: says that its end does not roll', () => {
    expect(clockOf('T12', '2025-02-17').explanation.steps.slice(1)).toEqual([
      '按年计算1年，期满日为对应日2026年2月17日（星期二）。',
      '本期限不因期满日为节假日、休息日而顺延。',
      '期限于2026年2月17日（星期二）24时届满。',
    ]);
  });

  it('of a month without the corresponding day: says which day stands for it', () => {
    expect(clockOf('T09', '2023-08-31').explanation.steps).toContain(
      '计算6个月，期满之月没有31日，以该月最后一日2024年2月29日（星期四）为期满日。',
    );
  });

  it('in hours: to the minute', () => {
    expect(clockOf('T34', '2026-02-16').explanation.steps).toEqual([
      '2026年2月16日12时0分采取拘留措施，自此时起计算24小时，不因节假日、休息日而停止。',
      '期限于2026年2月17日12时0分届满。',
    ]);
  });

  it('when provisional: says what it waits for', () => {
    expect(clockOf('T01', '2027-02-05').explanation.steps.at(-1)).toBe(
      '本法规包未载所涉年份的放假安排，暂按周六、周日休息推算，待国务院通知公布后重新计算。',
    );
  });

  it('of a year long past: prints the article numbers of that year', () => {
    expect(clockOf('T01', '2018-02-09').explanation.source).toContain('第18条');
    expect(clockOf('T01', '2018-02-09').explanation.steps[0]).toContain('《民事诉讼法》第八十二条第二款');
    expect(clockOf('T57a', '2018-06-01').explanation.steps[0]).toContain('《刑事诉讼法》第一百零三条第二款');
    expect(clockOf('T57a', '2026-06-01').explanation.steps[0]).toContain('《刑事诉讼法》第一百零五条第二款');
  });

  it('where there was no statutory limit: says that the date is a target of the court', () => {
    const { explanation, lastDay } = clockOf('T55', '2025-06-20');
    expect(lastDay).toBe('2025-06-27');
    expect(explanation.steps[0]).toBe('无法定期限，按法院管理目标计算。');
    expect(explanation.source).toContain('当时无法定期限');
    expect(clockOf('T55', '2025-07-01').explanation.steps[0]).toContain('《刑事诉讼法》');
  });
});

describe('excluded time', () => {
  const filed = '2025-03-10';
  const sixMonths = (pauses: readonly Pause[]) => computeClock(limit('T09', filed), noon(filed), calendar, pauses);

  it('is added at the end of the six months: twenty days of stay move 10 September to 30 September', () => {
    const clock = sixMonths([stay('2025-05-01', '2025-05-21')]);
    expect(clock).toMatchObject({ status: 'running', lastDay: '2025-09-30' });
    expect(clock.explanation.steps).toContain('2025年5月1日（星期四）起裁定中止执行，至2025年5月21日（星期三）恢复计算。');
    expect(clock.explanation.steps).toContain('2025年5月1日至2025年5月20日共20日依法扣除，期满日相应顺延至2025年9月30日（星期二）。');
  });

  it('counts once where pauses overlap', () => {
    expect(sixMonths([stay('2025-05-01', '2025-05-15'), stay('2025-05-10', '2025-05-21')])).toMatchObject({ lastDay: '2025-09-30' });
  });

  it('counts when it falls into time that an earlier pause has added', () => {
    expect(sixMonths([stay('2025-05-01', '2025-05-21'), stay('2025-09-25', '2025-09-27')])).toMatchObject({ lastDay: '2025-10-09' });
  });

  it('does not count before the start or after the end', () => {
    expect(sixMonths([stay('2025-02-01', '2025-03-11'), stay('2025-10-01', '2025-12-01')])).toMatchObject({ lastDay: '2025-09-10' });
  });

  it('stops the clock while it lasts', () => {
    const clock = sixMonths([stay('2025-05-01')]);
    expect(clock).toMatchObject({ status: 'paused', pausedFrom: '2025-05-01' });
    expect(clock).not.toHaveProperty('dueAt');
  });

  it('is passed over in working days and in hours', () => {
    const answer = computeClock(limit('D-control-paper', '2026-03-09'), noon('2026-03-09'), calendar, [stay('2026-03-10', '2026-03-12')]);
    expect(answer).toMatchObject({ lastDay: '2026-03-16' });
    const hours: TimeLimit = { ...limit('T34', '2026-03-09'), pausable: true };
    const pauses = [stay('2026-03-08', '2026-03-10'), stay('2026-03-09', '2026-03-11')];
    expect(computeClock(hours, noon('2026-03-09'), calendar, pauses)).toMatchObject({ dueAt: noon('2026-03-12') });
    expect(computeClock(hours, noon('2026-03-09'), calendar, [stay('2026-03-10')])).toMatchObject({ status: 'running' });
    expect(computeClock(hours, noon('2026-03-09'), calendar, [stay('2026-03-09')])).toMatchObject({ status: 'paused' });
  });

  it('never keeps a freeze alive, and the clock says so', () => {
    const clock = computeClock(limit('T12', '2025-02-17'), noon('2025-02-17'), calendar, [
      stay('2025-05-01'),
      stay('2025-06-01', '2025-07-01'),
    ]);
    expect(clock).toMatchObject({ status: 'running', lastDay: '2026-02-17' });
    expect(clock.explanation.steps).toContain('本期限不因中止执行、暂缓执行等事由停止计算，不作扣除。');
  });

  it('of a number of days moves a calendar term by no fewer days', () => {
    const pauses = fc.array(fc.tuple(fc.nat(400), fc.nat(60)), { maxLength: 4 });
    fc.assert(
      fc.property(pauses, (stays) => {
        const ended = stays.map(([from, days]) => {
          const start = addDays(civilDate(filed), from);
          return stay(start, addDays(start, days));
        });
        const whole = sixMonths(ended);
        const plain = clockOf('T09', filed);
        expect(whole.status === 'running' && whole.lastDay >= plain.lastDay).toBe(true);
        expect(sixMonths(ended.toReversed())).toMatchObject({ lastDay: whole.status === 'running' && whole.lastDay });
      }),
    );
  });
});

describe('every legal clock', () => {
  it('that rolls ends on a working day, not before the counted day', () => {
    fc.assert(
      fc.property(anyMoment, anyLimit(rolling), (start, id) => {
        const clock = computeClock(termOn(november2026, id, dateOf(start)), start, calendar);
        expect(isWorkingDay(calendar, clock.lastDay)).toBe(true);
        expect(clock.dueAt).toBe(endOfDay(clock.lastDay));
      }),
    );
  });

  it('in calendar days ends at the counted day or on the first working day after it', () => {
    fc.assert(
      fc.property(anyMoment, (start) => {
        const { lastDay } = computeClock(termOn(november2026, 'D-query', dateOf(start)), start, calendar);
        const counted = addDays(dateOf(start), 7);
        const between = Array.from({ length: daysBetween(counted, lastDay) }, (_, index) => addDays(counted, index));
        expect(lastDay >= counted).toBe(true);
        expect(between.filter((day) => isWorkingDay(calendar, day))).toEqual([]);
      }),
    );
  });

  it('that begins later is over no earlier', () => {
    fc.assert(
      fc.property(anyMoment, fc.nat(20), anyLimit([...rolling, ...inWorkingDays, ...fixed]), (start, days, id) => {
        const term = termOn(november2026, id, dateOf(start));
        const first = computeClock(term, start, calendar);
        const second = computeClock(term, addMs(start, days * 86_400_000), calendar);
        expect(second.dueAt >= first.dueAt).toBe(true);
      }),
    );
  });

  it('of a freeze ends in the same month and at most on the same day of it', () => {
    fc.assert(
      fc.property(anyMoment, anyLimit(fixed), (start, id) => {
        const term = termOn(november2026, id, dateOf(start));
        const clock = computeClock(term, start, calendar);
        const [year, rest] = [Number(clock.lastDay.slice(0, 4)), clock.lastDay.slice(5)];
        expect(year - Number(start.slice(0, 4))).toBe(term.amount);
        expect(rest === start.slice(5, 10) || (start.slice(5, 10) === '02-29' && rest === '02-28')).toBe(true);
        expect(clock.provisional).toBe(false);
      }),
    );
  });

  it('survives the trip through JSON unchanged', () => {
    fc.assert(
      fc.property(anyMoment, anyLimit([...rolling, ...inWorkingDays, ...fixed, 'T34']), (start, id) => {
        const clock = computeClock(termOn(november2026, id, dateOf(start)), start, calendar);
        expect(JSON.parse(JSON.stringify(clock))).toStrictEqual(clock);
      }),
    );
  });
});
