import type { CivilDate } from '../calendar/instant.ts';
import { assertNever } from '../result.ts';
import type { TimeLimit } from './time-limit.ts';

/** Where the law says how days are counted. */
export type DayRule = {
  /** The day on which a period begins is not counted. */
  readonly startDay: string;
  /** A period that would end on a day off ends on the first day after it. */
  readonly lastDay: string;
};

/**
 * The rules of counting in their numbering on a day.
 * @see CPL 85, until 2021 art 82; CrPL 105, until 25 October 2018 art 103
 */
export const dayRuleOn = (countedUnder: TimeLimit['countedUnder'], date: CivilDate): DayRule => {
  switch (countedUnder) {
    case 'civilProcedure':
      return civilRule(date < '2022-01-01' ? '第八十二条' : '第八十五条');
    case 'criminalProcedure':
      return criminalRule(date < '2018-10-26' ? '第一百零三条' : '第一百零五条');
    default:
      return assertNever(countedUnder);
  }
};

const civilRule = (article: string): DayRule => ({ startDay: `《民事诉讼法》${article}第二款`, lastDay: `《民事诉讼法》${article}第三款` });

const criminalRule = (article: string): DayRule => ({
  startDay: `《刑事诉讼法》${article}第二款`,
  lastDay: `《刑事诉讼法》${article}第四款`,
});
