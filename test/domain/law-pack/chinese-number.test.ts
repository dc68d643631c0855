import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseNumber, plainNumbers } from '../../../domain/law-pack/chinese-number.ts';
import { articleNumber } from '../../../domain/law-pack/citation.ts';

describe('Chinese numbers', () => {
  it.each([
    [5, '第五条'],
    [10, '第十条'],
    [15, '第十五条'],
    [20, '第二十条'],
    [100, '第一百条'],
    [105, '第一百零五条'],
    [110, '第一百一十条'],
    [313, '第三百一十三条'],
    [1001, '第一千零一条'],
    [1260, '第一千二百六十条'],
  ])('article %i is %s', (article, words) => {
    expect(articleNumber(article)).toBe(words);
  });

  it.each([
    [0, '零'],
    [10_010, '一万零一十'],
    [107_000, '一十万七千'],
    [100_000_000, '一亿'],
    [1_000_000_000_000, '一万亿'],
    [1_050_000_300, '一十亿五千万零三百'],
  ])('%i reads %s', (number, words) => {
    expect(chineseNumber(number, plainNumbers)).toBe(words);
  });

  it('can be read back, every one of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), (number) => {
        expect(readBack(chineseNumber(number, plainNumbers))).toBe(number);
      }),
    );
  });
});

const units: readonly (readonly [string, number])[] = [
  ['亿', 100_000_000],
  ['万', 10_000],
  ['千', 1_000],
  ['百', 100],
  ['十', 10],
];

/** An own reader: splits at the largest unit from the right. */
const readBack = (words: string): number => {
  for (const [unit, value] of units) {
    const at = words.lastIndexOf(unit);
    if (at >= 0) return readBack(words.slice(0, at)) * value + readBack(words.slice(at + 1));
  }
  return words === '' ? 0 : '零一二三四五六七八九'.indexOf(words.replace(/^零(?=.)/, ''));
};
