import type { Brand } from '../brand.ts';
import { chineseNumber, formalNumbers } from '../law-pack/chinese-number.ts';
import { err, ok, type Result } from '../result.ts';

/** An amount of money in fen (分): a safe integer, never negative. */
export type Fen = Brand<number, 'Fen'>;

/** Which rule an amount from outside breaks; whoever read it knows the field. */
export type AmountError = {
  readonly kind: 'amountUnreadable' | 'amountNotWholeFen' | 'amountNegative' | 'amountTooLarge';
  readonly text: string;
};

export const noMoney = 0 as Fen;

/** One trillion yuan: what lies above it in one entry is a slip of the keyboard. */
export const largestFen = 100_000_000_000_000 as Fen;

/** Reads a number of fen from outside. */
export const fenOf = (amount: number): Result<Fen, AmountError> => {
  const text = String(amount);
  if (!Number.isFinite(amount)) return err({ kind: 'amountUnreadable', text });
  if (amount < 0) return err({ kind: 'amountNegative', text });
  if (!Number.isInteger(amount)) return err({ kind: 'amountNotWholeFen', text });
  return amount > largestFen ? err({ kind: 'amountTooLarge', text }) : ok((amount + 0) as Fen);
};

/** Reads yuan with at most two decimals, `1234.50`; no sign, no separators, no spaces. */
export const parseYuan = (text: string): Result<Fen, AmountError> => {
  const [, minus, yuan = '', decimals = ''] = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text) ?? [];
  if (minus === undefined) return err({ kind: 'amountUnreadable', text });
  if (minus !== '') return err({ kind: 'amountNegative', text });
  if (decimals.length > 2) return err({ kind: 'amountNotWholeFen', text });
  const fen = Number(yuan + decimals.padEnd(2, '0'));
  return fen > largestFen ? err({ kind: 'amountTooLarge', text }) : ok(fen as Fen);
};

/** @throws when the sum is no safe integer any more: better no figure than a wrong one. */
export const sumFen = (...amounts: readonly Fen[]): Fen => safe(amounts.reduce((sum, amount) => sum + amount, 0));

/** What remains of an amount. @throws when more is taken than is there. */
export const subtractFen = (from: Fen, taken: Fen): Fen => safe(from - taken);

export const smallerFen = (first: Fen, second: Fen): Fen => (first < second ? first : second);

/** A fraction of fen rounded half-up; neither part negative. @throws when the result is no safe integer. */
export const roundedFen = (numerator: bigint, denominator: bigint): Fen =>
  safe(Number((2n * numerator + denominator) / (2n * denominator)));

/** `1,234.50元`. */
export const formatYuan = (fen: Fen): string => {
  const yuan = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${yuan}.${String(fen % 100).padStart(2, '0')}元`;
};

/** The amount in capitals (大写), `壹仟贰佰叁拾肆元伍角整`, as a paper repeats it behind 人民币. */
export const inChineseWords = (fen: Fen): string => {
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const rest = fen % 10;
  if (fen === 0) return '零元整';
  const yuanWords = yuan === 0 ? '' : `${capitals(yuan)}元`;
  const jiaoWords = jiao === 0 ? bridgeToFen(yuan, rest) : `${capitals(jiao)}角`;
  return `${yuanWords}${jiaoWords}${rest === 0 ? '整' : `${capitals(rest)}分`}`;
};

const capitals = (number: number): string => chineseNumber(number, formalNumbers);

// 壹元零伍分, but 壹元整 and 伍分.
const bridgeToFen = (yuan: number, fen: number): string => (yuan > 0 && fen > 0 ? capitals(0) : '');

const safe = (amount: number): Fen => {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`Not an amount in fen: ${amount}`);
  return amount as Fen;
};
