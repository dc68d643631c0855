import { successive, type ArticleVersion } from '../citation.ts';
import type { ArticleKey } from '../law-pack.ts';

/** An article of the Civil Procedure Law by its number in the texts of 2017, 2021 and 2023. */
const civilProcedure = (in2017: number, in2021: number, in2023: number): readonly ArticleVersion[] =>
  numbered('中华人民共和国民事诉讼法', [
    ['2017-07-01', in2017],
    ['2022-01-01', in2021],
    ['2024-01-01', in2023],
  ]);

const numbered = (instrument: string, history: readonly (readonly [from: string, article: number])[]): readonly ArticleVersion[] =>
  successive(history).map(({ text: article, ...dates }) => ({ instrument, article, ...dates }));

export const articles: Readonly<Record<ArticleKey, readonly ArticleVersion[]>> = {
  periods: civilProcedure(82, 85, 85),
  obstruction: civilProcedure(111, 114, 114),
  cooperationRefusal: civilProcedure(114, 117, 117),
  fineAmount: civilProcedure(115, 118, 118),
  fineApproval: civilProcedure(116, 119, 119),
  conductObjection: civilProcedure(225, 232, 236),
  higherCourtSupervision: civilProcedure(226, 233, 237),
  outsiderObjection: civilProcedure(227, 234, 238),
  enforcementGuarantee: civilProcedure(231, 238, 242),
  applicationPeriod: civilProcedure(239, 246, 250),
  enforcementNotice: civilProcedure(240, 247, 251),
  propertyReport: civilProcedure(241, 248, 252),
  depositControl: civilProcedure(242, 249, 253),
  incomeWithholding: civilProcedure(243, 250, 254),
  propertySealing: civilProcedure(244, 251, 255),
  search: civilProcedure(248, 255, 259),
  titleTransfer: civilProcedure(251, 258, 262),
  doubledInterest: civilProcedure(253, 260, 264),
  continuedPerformance: civilProcedure(254, 261, 265),
  exitBanAndCreditRecord: civilProcedure(255, 262, 266),
  stay: civilProcedure(256, 263, 267),
  termination: civilProcedure(257, 264, 268),
  refusalCrime: numbered('中华人民共和国刑法', [['1997-10-01', 313]]),
  filingSupervision: numbered('中华人民共和国刑事诉讼法', [
    ['2013-01-01', 111],
    ['2018-10-26', 113],
  ]),
};
