import { chineseDate, chineseDay } from '../calendar/chinese-date.ts';
import { addDays, addMonths, type CivilDate } from '../calendar/instant.ts';
import { earlier, holds, later, lengthOf, type Period } from '../calendar/period.ts';
import { courtDay, isProvisional, isWorkingDay, workingDayOnOrAfter, type CourtCalendar } from '../calendar/working-days.ts';
import { assertNever } from '../result.ts';
import { dayRuleOn } from './day-rule.ts';
import { isOpenEnded } from './pause.ts';
import type { TimeLimit } from './time-limit.ts';

/** How far counting the days has come: to a last day, or to a pause that still lasts. */
export type DayCount = {
  readonly steps: readonly string[];
  readonly provisional: boolean;
} & ({ readonly lastDay: CivilDate } | { readonly pausedFrom: CivilDate });

type DayUnit = 'calendarDay' | 'month' | 'year';

/** Counts days, months or years over every day of the calendar, adds the excluded days at the end and, where the limit rolls, leaves a day off. */
export const countCalendarDays = (
  limit: TimeLimit,
  unit: DayUnit,
  start: CivilDate,
  calendar: CourtCalendar,
  excluded: readonly Period[],
): DayCount => {
  const steps: string[] = [];
  let lastDay = correspondingDay(start, limit.amount, unit);
  if (limit.amount > 0) steps.push(nominalStep(limit, unit, start, lastDay));

  for (const gap of excluded) {
    const counted = { from: later(gap.from, addDays(start, 1)), until: gap.until };
    if (counted.from > lastDay || lengthOf(counted) === 0) continue;
    if (isOpenEnded(gap)) return { steps, provisional: false, pausedFrom: counted.from };
    lastDay = addDays(lastDay, lengthOf(counted));
    steps.push(`${inclusive(counted)}共${lengthOf(counted)}日依法扣除，期满日相应顺延至${chineseDay(lastDay)}。`);
  }
  if (!limit.rolls) return { steps: [...steps, unmovedStep], provisional: false, lastDay };

  const rolled = workingDayOnOrAfter(calendar, lastDay);
  return {
    steps: [...steps, rollStep(limit, start, lastDay, rolled.date, calendar)],
    provisional: rolled.provisional,
    lastDay: rolled.date,
  };
};

/** Counts only days on which offices work, make-up Saturdays and Sundays among them, and passes over the excluded ones. */
export const countWorkingDays = (limit: TimeLimit, start: CivilDate, calendar: CourtCalendar, excluded: readonly Period[]): DayCount => {
  const counted: CivilDate[] = [];
  let provisional = false;
  let day = start;
  while (counted.length < limit.amount) {
    day = addDays(day, 1);
    provisional ||= isProvisional(calendar, day);
    const gap = excluded.find((period) => holds(period, day));
    if (gap !== undefined && isOpenEnded(gap)) return { steps: countedStep(counted, calendar), provisional, pausedFrom: day };
    if (gap === undefined && isWorkingDay(calendar, day)) counted.push(day);
  }
  const passed = excluded
    .map((gap) => ({ from: later(gap.from, addDays(start, 1)), until: earlier(gap.until, day) }))
    .filter((gap) => lengthOf(gap) > 0);
  const passedSteps = passed.map((gap) => `${inclusive(gap)}依法扣除，不计入。`);
  return { steps: [...countedStep(counted, calendar), ...passedSteps], provisional, lastDay: day };
};

const correspondingDay = (start: CivilDate, amount: number, unit: DayUnit): CivilDate => {
  switch (unit) {
    case 'calendarDay':
      return addDays(start, amount);
    case 'month':
      return addMonths(start, amount);
    case 'year':
      return addMonths(start, 12 * amount);
    default:
      return assertNever(unit);
  }
};

const nominalStep = (limit: TimeLimit, unit: DayUnit, start: CivilDate, lastDay: CivilDate): string => {
  if (unit === 'calendarDay') return `按日历日连续计算${limit.amount}日，数至${chineseDay(lastDay)}。`;
  const term = unit === 'month' ? `${limit.amount}个月` : `${limit.amount}年`;
  if (lastDay.slice(8) === start.slice(8)) return `按${unit === 'month' ? '月' : '年'}计算${term}，期满日为对应日${chineseDay(lastDay)}。`;
  return `计算${term}，期满之月没有${Number(start.slice(8))}日，以该月最后一日${chineseDay(lastDay)}为期满日。`;
};

const rollStep = (limit: TimeLimit, start: CivilDate, lastDay: CivilDate, rolled: CivilDate, calendar: CourtCalendar): string => {
  const day = courtDay(calendar, lastDay);
  const rule = dayRuleOn(limit.countedUnder, start).lastDay;
  switch (day.kind) {
    case 'workingDay':
      return `${chineseDate(lastDay)}为工作日，不顺延。`;
    case 'makeUpDay':
      return `${chineseDay(lastDay)}为调休上班日（${day.notices.join('、')}），按工作日对待，不顺延。`;
    case 'weekend':
      return `${chineseDay(lastDay)}为休息日，依照${rule}，以其后第一个工作日${chineseDay(rolled)}为期满日。`;
    case 'holiday':
      return `${chineseDay(lastDay)}为${day.name}假期（${day.notices.join('、')}），依照${rule}，以其后第一个工作日${chineseDay(rolled)}为期满日。`;
    default:
      return assertNever(day);
  }
};

const countedStep = (counted: readonly CivilDate[], calendar: CourtCalendar): readonly string[] => {
  if (counted.length === 0) return [];
  const named = counted.map((day) => `${chineseDay(day)}${courtDay(calendar, day).kind === 'makeUpDay' ? '调休上班' : ''}`);
  const list = named.length > longestList ? `${named[0]}起，至${named.at(-1)}止` : named.join('、');
  return [`按工作日计算，节假日和休息日不计入，已计入${counted.length}个工作日：${list}。`];
};

const inclusive = (period: Period): string => `${chineseDate(period.from)}至${chineseDate(addDays(period.until, -1))}`;

const unmovedStep = '本期限不因期满日为节假日、休息日而顺延。';

const longestList = 10;
