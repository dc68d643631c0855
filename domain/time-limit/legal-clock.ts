import { chineseDay, chineseMinute } from '../calendar/chinese-date.ts';
import { addDays, dateOf, endOfDay, type CivilDate, type Instant } from '../calendar/instant.ts';
import type { CourtCalendar } from '../calendar/working-days.ts';
import { assertNever } from '../result.ts';
import { countCalendarDays, countWorkingDays, type DayCount } from './day-count.ts';
import { countHours, type Count } from './hour-count.ts';
import { dayRuleOn } from './day-rule.ts';
import { excludedDays, type EndedPause, type Pause } from './pause.ts';
import { termInWords, type LimitId, type TimeLimit } from './time-limit.ts';

/** Why a clock ends when it ends, in sentences that a judge can check with a wall calendar. */
export type Explanation = { readonly rule: string; readonly source: string; readonly steps: readonly string[] };

/** A running term with its end. */
export type LegalClock = {
  readonly status: 'running';
  readonly limitId: LimitId;
  readonly startsAt: Instant;
  readonly lastDay: CivilDate;
  /** The moment from which the term has run out: the first of the day after the last, for hours the exact one. */
  readonly dueAt: Instant;
  /** True while a day that matters lies in a year whose holidays the State Council has not published: recompute then. */
  readonly provisional: boolean;
  readonly explanation: Explanation;
};

/** A term that stands still: it has no end until the pause has one. */
export type PausedClock = {
  readonly status: 'paused';
  readonly limitId: LimitId;
  readonly startsAt: Instant;
  readonly pausedFrom: CivilDate;
  readonly explanation: Explanation;
};

/**
 * The end of a limit that began to run at `start`, on the court's calendar.
 * The start day is not counted; days, months and years end with their last day, hours to the moment. Excluded time is added at the end,
 * and is disregarded where the limit is not `pausable`: no stay keeps a freeze alive.
 * @see CPL 85; CPLI 125; CrPL 105
 */
export function computeClock(limit: TimeLimit, start: Instant, calendar: CourtCalendar, pauses?: readonly EndedPause[]): LegalClock;
export function computeClock(limit: TimeLimit, start: Instant, calendar: CourtCalendar, pauses: readonly Pause[]): LegalClock | PausedClock;
export function computeClock(
  limit: TimeLimit,
  start: Instant,
  calendar: CourtCalendar,
  pauses: readonly Pause[] = [],
): LegalClock | PausedClock {
  const steps = [...originSteps(limit), startStep(limit, start), ...pauseSteps(limit, pauses)];
  const counted = count(limit, start, calendar, limit.pausable ? pauses : []);
  const explained = (...ending: readonly string[]): Explanation => ({
    rule: limit.rule.replace('{term}', termInWords(limit)),
    source: limit.source,
    steps: [...steps, ...counted.steps, ...ending],
  });
  const common = { limitId: limit.id, startsAt: start };

  if ('pausedFrom' in counted) {
    const ending = `自${chineseDay(counted.pausedFrom)}起期限停止计算，至恢复之日继续计算。`;
    return { ...common, status: 'paused', pausedFrom: counted.pausedFrom, explanation: explained(ending) };
  }
  const { lastDay, dueAt, provisional } = counted;
  const ending = limit.unit === 'hour' ? `期限于${chineseMinute(dueAt)}届满。` : `期限于${chineseDay(lastDay)}24时届满。`;
  const caveat = provisional ? ['本法规包未载所涉年份的放假安排，暂按周六、周日休息推算，待国务院通知公布后重新计算。'] : [];
  return { ...common, status: 'running', lastDay, dueAt, provisional, explanation: explained(ending, ...caveat) };
}

const count = (limit: TimeLimit, start: Instant, calendar: CourtCalendar, pauses: readonly Pause[]): Count => {
  switch (limit.unit) {
    case 'hour':
      return countHours(limit, start, pauses);
    case 'workingDay':
      return endingWithItsDay(countWorkingDays(limit, dateOf(start), calendar, excludedDays(pauses)));
    case 'calendarDay':
    case 'month':
    case 'year':
      return endingWithItsDay(countCalendarDays(limit, limit.unit, dateOf(start), calendar, excludedDays(pauses)));
    default:
      return assertNever(limit.unit);
  }
};

const endingWithItsDay = (days: DayCount): Count => ('lastDay' in days ? { ...days, dueAt: endOfDay(days.lastDay) } : days);

const originSteps = (limit: TimeLimit): readonly string[] => (limit.strength === 'courtTarget' ? ['无法定期限，按法院管理目标计算。'] : []);

const startStep = (limit: TimeLimit, start: Instant): string => {
  if (limit.unit === 'hour')
    return `${chineseMinute(start)}${limit.trigger}，自此时起计算${termInWords(limit)}，不因节假日、休息日而停止。`;
  const day = dateOf(start);
  if (limit.amount === 0) return `${chineseDay(day)}${limit.trigger}，须在该日结束之前办妥。`;
  const rule = dayRuleOn(limit.countedUnder, day).startDay;
  return `${chineseDay(day)}${limit.trigger}，依照${rule}开始之日不计算在内，自${chineseDay(addDays(day, 1))}起算。`;
};

const pauseSteps = (limit: TimeLimit, pauses: readonly Pause[]): readonly string[] => {
  if (pauses.length > 0 && !limit.pausable) return ['本期限不因中止执行、暂缓执行等事由停止计算，不作扣除。'];
  return pauses.map(
    ({ from, to, reason }) =>
      `${chineseDay(dateOf(from))}起${reason}${to === undefined ? '，尚未结束' : `，至${chineseDay(dateOf(to))}恢复计算`}。`,
  );
};
