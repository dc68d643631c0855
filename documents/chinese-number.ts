import { chineseNumber, plainNumbers } from '../domain/law-pack/chinese-number.ts';

/** A whole number as text has it: 十五, not 一十五. */
export const inWords = (number: number): string => chineseNumber(number, plainNumbers).replace(/^一十/, '十');

/** Each digit by itself, as in the number of a year: 二〇二六. */
export const digitByDigit = (text: string): string => text.replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)));
