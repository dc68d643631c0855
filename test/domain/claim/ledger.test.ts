import { describe, expect, it } from 'vitest';
import { atTime, civilDate, type CivilDate } from '../../../domain/calendar/instant.ts';
import type { Claim, Payment } from '../../../domain/claim/claim.ts';
import { allocatePayments, balanceOn, isFullyPerformed } from '../../../domain/claim/ledger.ts';
import { parseYuan, type Fen } from '../../../domain/claim/money.ts';

const yuan = (text: string): Fen => {
  const amount = parseYuan(text);
  if (!amount.ok) throw new Error(amount.error.kind);
  return amount.value;
};
const paid = (paymentNo: number, day: string, amount: string): Payment => ({
  paymentNo,
  at: atTime(civilDate(day), 10),
  amount: yuan(amount),
});
const day = civilDate;

/** A judgment: 100,000 yuan, 5,000 interest worked out, 1,000 court fee, to be performed by 31 January 2026. */
const judgment: Claim = {
  costs: [{ itemNo: 1, amount: yuan('1000'), incurredOn: day('2025-12-01'), bearsDoubledInterest: false }],
  ordinaryInterest: [{ itemNo: 1, amount: yuan('5000') }],
  principals: [{ itemNo: 1, amount: yuan('100000') }],
  performBy: day('2026-01-31'),
  doubledInterest: { kind: 'accrues', excluded: [] },
};
const principalOnly = (amount: string): Claim => ({
  ...judgment,
  costs: [],
  ordinaryInterest: [],
  principals: [{ itemNo: 1, amount: yuan(amount) }],
});
const doubledOn = (claim: Claim, date: string): number => balanceOn(claim, [], day(date)).doubledInterest;

describe('doubled interest', () => {
  it('is 17.50 yuan a day on 100,000, from the day after the last day for performance', () => {
    expect(doubledOn(judgment, '2026-01-31')).toBe(0);
    expect(doubledOn(judgment, '2026-02-01')).toBe(yuan('17.50'));
    expect(doubledOn(judgment, '2026-03-02')).toBe(yuan('525'));
  });

  it('is not charged on ordinary interest, nor on court fees', () => {
    expect(doubledOn(judgment, '2026-03-02')).toBe(doubledOn(principalOnly('100000'), '2026-03-02'));
  });

  it('is charged on costs that the instrument awards as a money debt', () => {
    const lawyer = { itemNo: 2, amount: yuan('20000'), incurredOn: day('2025-12-01'), bearsDoubledInterest: true };
    expect(doubledOn({ ...judgment, costs: [...judgment.costs, lawyer] }, '2026-03-02')).toBe(yuan('630'));
  });

  it('runs for each instalment from its own last day', () => {
    const instalments = [
      { itemNo: 1, amount: yuan('100000'), performBy: day('2026-01-31') },
      { itemNo: 2, amount: yuan('100000'), performBy: day('2026-02-10') },
    ];
    expect(doubledOn({ ...judgment, principals: instalments }, '2026-02-20')).toBe(yuan('525'));
  });

  it('leaves out a stay that the debtor did not ask for', () => {
    const excluded = [{ from: day('2026-02-05'), until: day('2026-02-15') }];
    expect(doubledOn({ ...judgment, doubledInterest: { kind: 'accrues', excluded } }, '2026-03-02')).toBe(yuan('350'));
  });

  it('is not charged where the claim bears none', () => {
    expect(doubledOn({ ...judgment, doubledInterest: { kind: 'none' } }, '2028-03-02')).toBe(0);
  });

  it('is rounded half-up to the fen', () => {
    expect(doubledOn(principalOnly('200'), '2026-02-01')).toBe(4);
    expect(doubledOn(principalOnly('199.99'), '2026-02-01')).toBe(3);
  });
});

describe('ordinary interest that runs on', () => {
  const loan = (until?: CivilDate): Claim => ({
    ...principalOnly('100000'),
    principals: [
      {
        itemNo: 1,
        amount: yuan('100000'),
        ordinaryInterest: {
          rate: { millionths: 34_500, per: 'yearOf365Days' },
          from: day('2025-01-01'),
          ...(until === undefined ? {} : { until }),
        },
      },
    ],
  });
  const interestOn = (claim: Claim, date: string, payments: readonly Payment[] = []) =>
    balanceOn(claim, payments, day(date)).ordinaryInterest;

  it('is 3,450 yuan for a year of 365 days at 3.45 %', () => {
    expect(interestOn(loan(), '2026-01-01')).toBe(yuan('3450'));
    expect(interestOn(loan(), '2025-01-01')).toBe(0);
  });

  it('stops on the day the instrument names', () => {
    expect(interestOn(loan(day('2025-07-01')), '2026-01-01')).toBe(yuan('1710.82'));
  });

  it('runs on after a payment on what is still unpaid', () => {
    const half = [paid(1, '2026-01-01', '53450')];
    expect(interestOn(loan(), '2027-01-01', half)).toBe(yuan('1725'));
  });

  it('knows rates by the day and by the banking year', () => {
    const at = (rate: { millionths: number; per: 'day' | 'yearOf360Days' }): Claim => ({
      ...loan(),
      principals: [{ itemNo: 1, amount: yuan('100000'), ordinaryInterest: { rate, from: day('2025-01-01') } }],
    });
    expect(interestOn(at({ millionths: 500, per: 'day' }), '2025-01-11')).toBe(yuan('500'));
    expect(interestOn(at({ millionths: 36_000, per: 'yearOf360Days' }), '2025-01-11')).toBe(yuan('100'));
  });
});

describe('payments', () => {
  const first = paid(1, '2026-03-02', '56000');

  it('go to costs, then ordinary interest, then principal, and only then to doubled interest', () => {
    expect(allocatePayments(judgment, [first, paid(2, '2026-04-01', '50787.50')])).toEqual([
      { paymentNo: 1, costs: yuan('1000'), ordinaryInterest: yuan('5000'), principal: yuan('50000'), doubledInterest: 0, surplus: 0 },
      { paymentNo: 2, costs: 0, ordinaryInterest: 0, principal: yuan('50000'), doubledInterest: yuan('787.50'), surplus: 0 },
    ]);
  });

  it('stop doubled interest on the part they pay: 525.00 before, 262.50 on the rest', () => {
    expect(balanceOn(judgment, [first], day('2026-04-01'))).toEqual({
      costs: 0,
      ordinaryInterest: 0,
      principal: yuan('50000'),
      doubledInterest: yuan('787.50'),
      total: yuan('50787.50'),
    });
  });

  it('perform the claim fully to the fen, and not a fen before', () => {
    expect(isFullyPerformed(judgment, [first, paid(2, '2026-04-01', '50787.50')], day('2026-04-01'))).toBe(true);
    expect(isFullyPerformed(judgment, [first, paid(2, '2026-04-01', '50787.49')], day('2026-04-01'))).toBe(false);
    expect(isFullyPerformed(judgment, [first, paid(2, '2026-04-01', '50787.50')], day('2026-03-31'))).toBe(false);
    expect(isFullyPerformed(judgment, [first, paid(2, '2026-04-01', '50787.50')], day('2036-04-01'))).toBe(true);
  });

  it('beyond the claim are a surplus that belongs to the debtor', () => {
    expect(allocatePayments(judgment, [paid(1, '2026-01-15', '106000.01')])[0]).toMatchObject({ principal: yuan('100000'), surplus: 1 });
  });

  it('are used in the order in which they came, however they are listed', () => {
    const second = paid(2, '2026-04-01', '1000');
    expect(allocatePayments(judgment, [second, first])).toEqual(allocatePayments(judgment, [first, second]));
  });

  it('are not set against a cost that arose later', () => {
    const appraisal = { itemNo: 2, amount: yuan('3000'), incurredOn: day('2026-05-01'), bearsDoubledInterest: false };
    const later: Claim = { ...judgment, costs: [...judgment.costs, appraisal] };
    expect(allocatePayments(later, [first])).toEqual(allocatePayments(judgment, [first]));
    expect(balanceOn(later, [], day('2026-04-30')).costs).toBe(yuan('1000'));
    expect(balanceOn(later, [], day('2026-05-01')).costs).toBe(yuan('4000'));
  });
});
