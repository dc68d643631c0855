import { fenOf, formatYuan, inChineseWords, type Fen } from '../domain/claim/money.ts';
import { table, type Block } from './content.ts';
import type { CommonFacts } from './facts.ts';

/**
 * An amount on which somebody acts, in figures and in words that cannot be altered by a stroke: 人民币12.50元（大写：壹拾贰元伍角整）.
 * @throws for what is no amount of fen: no paper is better than a wrong one.
 */
export const amountInFull = (amount: number): string => {
  const fen = demandFen(amount);
  return `人民币${formatYuan(fen)}（大写：${inChineseWords(fen)}）`;
};

/** What is owed, line by line in the order in which payments are set off. @see INT14 4 */
export const balanceTable = (balance: CommonFacts['balance']): Block =>
  table(
    ['项目', '金额'],
    [
      ['诉讼费、执行费等费用', yuan(balance.costsFen)],
      ['一般债务利息', yuan(balance.ordinaryInterestFen)],
      ['本金（一般债务利息之外的金钱债务）', yuan(balance.principalFen)],
      ['迟延履行期间加倍部分债务利息', yuan(balance.doubledInterestFen)],
      ['合计', yuan(balance.totalFen)],
    ],
  );

const yuan = (amount: number): string => formatYuan(demandFen(amount));

const demandFen = (amount: number): Fen => {
  const fen = fenOf(amount);
  if (!fen.ok) throw new RangeError(`Not an amount for a paper: ${fen.error.kind}`);
  return fen.value;
};
