/** How a number is written out: plainly as in 第二百五十一条, or in the forms that cannot be altered as in 壹仟贰佰元. */
export type NumberStyle = { readonly digits: string; readonly thousand: string; readonly hundred: string; readonly ten: string };

export const plainNumbers: NumberStyle = { digits: '零一二三四五六七八九', thousand: '千', hundred: '百', ten: '十' };

export const formalNumbers: NumberStyle = { digits: '零壹贰叁肆伍陆柒捌玖', thousand: '仟', hundred: '佰', ten: '拾' };

/** A whole number from 0 up to the largest safe integer in Chinese words; gaps are bridged by one 零. */
export const chineseNumber = (number: number, style: NumberStyle): string => {
  const [base, word] = largestUnitIn(number, style);
  if (base === 1) return style.digits.charAt(number);
  const rest = number % base;
  const bridge = rest < base / 10 ? style.digits.charAt(0) : '';
  return `${chineseNumber(Math.floor(number / base), style)}${word}${rest === 0 ? '' : bridge + chineseNumber(rest, style)}`;
};

const largestUnitIn = (number: number, style: NumberStyle): readonly [base: number, word: string] => {
  if (number >= 100_000_000) return [100_000_000, '亿'];
  if (number >= 10_000) return [10_000, '万'];
  if (number >= 1_000) return [1_000, style.thousand];
  if (number >= 100) return [100, style.hundred];
  return number >= 10 ? [10, style.ten] : [1, ''];
};
