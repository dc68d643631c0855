import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fenOf,
  formatYuan,
  inChineseWords,
  largestFen,
  parseYuan,
  roundedFen,
  subtractFen,
  sumFen,
  type Fen,
} from '../../../domain/claim/money.ts';

const fen = (amount: number): Fen => {
  const result = fenOf(amount);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};
const anyFen = fc.integer({ min: 0, max: largestFen }).map(fen);

describe('amounts from outside', () => {
  it.each([
    ['1234.50', 123_450],
    ['0', 0],
    ['0.01', 1],
    ['0.1', 10],
    ['1000000000000', 100_000_000_000_000],
    ['999999999999.99', 99_999_999_999_999],
  ])('reads %s yuan', (text, amount) => {
    expect(parseYuan(text)).toEqual({ ok: true, value: amount });
  });

  it.each([
    ['1.234', 'amountNotWholeFen'],
    ['0.000', 'amountNotWholeFen'],
    ['-5', 'amountNegative'],
    ['-0.01', 'amountNegative'],
    ['1000000000000.01', 'amountTooLarge'],
    ['9'.repeat(400), 'amountTooLarge'],
    ['', 'amountUnreadable'],
    ['1,234.50', 'amountUnreadable'],
    ['1e5', 'amountUnreadable'],
    ['007', 'amountUnreadable'],
    ['12.', 'amountUnreadable'],
    ['.5', 'amountUnreadable'],
    [' 1', 'amountUnreadable'],
    ['一百', 'amountUnreadable'],
    ['１２３', 'amountUnreadable'],
  ])('refuses %s and names the rule', (text, kind) => {
    expect(parseYuan(text)).toEqual({ ok: false, error: { kind, text } });
  });

  it.each([
    [0.5, 'amountNotWholeFen'],
    [-1, 'amountNegative'],
    [largestFen + 1, 'amountTooLarge'],
    [Number.NaN, 'amountUnreadable'],
    [Number.POSITIVE_INFINITY, 'amountUnreadable'],
  ])('refuses %s fen', (amount, kind) => {
    expect(fenOf(amount)).toMatchObject({ ok: false, error: { kind } });
  });

  it('come back from their own writing unchanged', () => {
    fc.assert(
      fc.property(anyFen, (amount) => {
        expect(parseYuan(formatYuan(amount).replaceAll(',', '').replace('元', ''))).toEqual({ ok: true, value: amount });
      }),
    );
  });
});

describe('amounts on paper', () => {
  it.each([
    [123_450, '1,234.50元'],
    [0, '0.00元'],
    [7, '0.07元'],
    [99_900, '999.00元'],
    [100_000, '1,000.00元'],
    [100_000_000_000_000, '1,000,000,000,000.00元'],
  ])('%i fen is %s', (amount, text) => {
    expect(formatYuan(fen(amount))).toBe(text);
  });

  it.each([
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [55, '伍角伍分'],
    [100, '壹元整'],
    [105, '壹元零伍分'],
    [1_000, '壹拾元整'],
    [123_450, '壹仟贰佰叁拾肆元伍角整'],
    [168_032, '壹仟陆佰捌拾元叁角贰分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [10_700_053, '壹拾万柒仟元伍角叁分'],
    [600_714, '陆仟零柒元壹角肆分'],
    [100_000_000, '壹佰万元整'],
    [100_000_000_000_000, '壹万亿元整'],
  ])('%i fen in capitals is %s', (amount, words) => {
    expect(inChineseWords(fen(amount))).toBe(words);
  });

  it('in capitals can be read back to the fen, every one of them', () => {
    fc.assert(
      fc.property(anyFen, (amount) => {
        const words = inChineseWords(amount);
        expect(readBack(words)).toBe(amount);
        expect(words.endsWith('分')).toBe(amount % 10 !== 0);
      }),
    );
  });
});

describe('arithmetic on amounts', () => {
  it('rounds a half fen up and less than a half down', () => {
    expect([roundedFen(1n, 2n), roundedFen(49n, 100n), roundedFen(3n, 2n), roundedFen(0n, 7n)]).toEqual([1, 0, 2, 0]);
  });

  it('gives no figure rather than a wrong one', () => {
    expect(() => sumFen(...Array<Fen>(100).fill(largestFen))).toThrow(RangeError);
    expect(() => subtractFen(fen(1), fen(2))).toThrow(RangeError);
  });
});

const values: Readonly<Record<string, number>> = { 元: 100, 角: 10, 分: 1 };

/** An own reader: sums what stands before 元, 角 and 分. */
const readBack = (words: string): number =>
  [...words.matchAll(/([^元角分整]+)(元|角|分)/g)].reduce(
    (sum, [, number = '', unit = '']) => sum + numberOf(number) * (values[unit] ?? 0),
    0,
  );

const numberOf = (words: string): number => {
  for (const [unit, value] of Object.entries({ 亿: 100_000_000, 万: 10_000, 仟: 1_000, 佰: 100, 拾: 10 })) {
    const at = words.lastIndexOf(unit);
    if (at >= 0) return numberOf(words.slice(0, at)) * value + numberOf(words.slice(at + 1));
  }
  return words === '' ? 0 : '零壹贰叁肆伍陆柒捌玖'.indexOf(words.replace(/^零(?=.)/, ''));
};
