import { chineseDate, chineseMinute } from '../domain/calendar/chinese-date.ts';
import { parseInstant, type CivilDate } from '../domain/calendar/instant.ts';
import { digitByDigit, inWords } from './chinese-number.ts';

/** The date beneath a paper: 二〇二六年三月二日. Within a sentence papers write `chineseDate`. */
export const dateInWords = (date: CivilDate): string =>
  `${digitByDigit(date.slice(0, 4))}年${inWords(Number(date.slice(5, 7)))}月${inWords(Number(date.slice(8, 10)))}日`;

/** A last day, said so that nobody can argue whether it counts. */
export const until = (date: CivilDate): string => `${chineseDate(date)}（含当日）前`;

/** The minute of service; what is no instant was written by hand and stays as it was written. */
export const minuteText = (written: string): string => {
  const instant = parseInstant(written);
  return instant.ok ? chineseMinute(instant.value) : written;
};
