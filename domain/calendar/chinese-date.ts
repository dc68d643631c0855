import { dateOf, weekdayOf, type CivilDate, type Instant } from './instant.ts';

/** `2026年2月24日`, as papers print it. */
export const chineseDate = (date: CivilDate): string =>
  `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;

/** `星期二`. */
export const chineseWeekday = (date: CivilDate): string => `星期${'日一二三四五六'.charAt(weekdayOf(date))}`;

/** `2026年2月24日（星期二）`. */
export const chineseDay = (date: CivilDate): string => `${chineseDate(date)}（${chineseWeekday(date)}）`;

/** `2026年2月24日9时5分`, to the minute, as freeze terms are written. */
export const chineseMinute = (instant: Instant): string =>
  `${chineseDate(dateOf(instant))}${Number(instant.slice(11, 13))}时${Number(instant.slice(14, 16))}分`;
