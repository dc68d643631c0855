import { addDays, civilDate, type CivilDate } from '../calendar/instant.ts';
import { chineseNumber, plainNumbers } from './chinese-number.ts';

/** One numbering of an article, for the dates on which it held. */
export type ArticleVersion = {
  readonly instrument: string;
  readonly article: number;
  readonly paragraph?: number;
  readonly validFrom: CivilDate;
  readonly validTo?: CivilDate;
};

/** `《中华人民共和国民事诉讼法》第二百五十一条`, as papers print it. */
export const citationOf = ({ instrument, article, paragraph }: ArticleVersion): string =>
  `《${instrument}》${articleNumber(article)}${paragraph === undefined ? '' : `第${inWords(paragraph)}款`}`;

/** `第二百五十一条`. */
export const articleNumber = (article: number): string => `第${inWords(article)}条`;

/** Dates of effect of successive texts: each holds until the day before the next. */
export const successive = <Text>(
  history: readonly (readonly [from: string, text: Text])[],
): readonly { readonly text: Text; readonly validFrom: CivilDate; readonly validTo?: CivilDate }[] =>
  history.map(([from, text], index) => {
    const next = history[index + 1];
    const validFrom = civilDate(from);
    return next === undefined ? { text, validFrom } : { text, validFrom, validTo: addDays(civilDate(next[0]), -1) };
  });

/** The version that held on a day. */
export const versionOn = <Version extends { readonly validFrom: CivilDate; readonly validTo?: CivilDate }>(
  versions: readonly Version[],
  date: CivilDate,
): Version | undefined => versions.find(({ validFrom, validTo }) => validFrom <= date && (validTo === undefined || date <= validTo));

// Ten to nineteen begin with 十, not 一十.
const inWords = (number: number): string => chineseNumber(number, plainNumbers).replace(/^一十/, '十');
