import { describe, expect, it } from 'vitest';
import { amountInFull, balanceTable } from '../../documents/amounts.ts';

describe('an amount on a paper', () => {
  it('stands in figures and in words', () => {
    expect(amountInFull(13_671_705)).toBe('人民币136,717.05元（大写：壹拾叁万陆仟柒佰壹拾柒元零伍分）');
  });

  it.each([-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER])('is refused when it is %s: no paper is better than a wrong one', (fen) => {
    expect(() => amountInFull(fen)).toThrow(RangeError);
  });

  it('is set out in the order in which payments are set off', () => {
    const balance = { costsFen: 1, ordinaryInterestFen: 2, principalFen: 3, doubledInterestFen: 4, totalFen: 10 };

    expect(balanceTable(balance)).toMatchObject({
      rows: [
        [/费用/, '0.01元'],
        ['一般债务利息', '0.02元'],
        [/本金/, '0.03元'],
        [/加倍/, '0.04元'],
        ['合计', '0.10元'],
      ].map(([label, amount]) => [label instanceof RegExp ? expect.stringMatching(label) : label, amount]),
    });
  });
});
