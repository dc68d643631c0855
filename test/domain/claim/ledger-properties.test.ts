import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, atTime, civilDate, dateOf, daysBetween, type CivilDate } from '../../../domain/calendar/instant.ts';
import type { Claim, Payment } from '../../../domain/claim/claim.ts';
import { allocatePayments, balanceOn } from '../../../domain/claim/ledger.ts';
import { fenOf, noMoney } from '../../../domain/claim/money.ts';

const day = civilDate;

const anyFen = (max: number) =>
  fc.integer({ min: 0, max }).map((amount) => {
    const result = fenOf(amount);
    return result.ok ? result.value : noMoney;
  });
const anyDay = (days: number) => fc.integer({ min: 0, max: days }).map((offset) => addDays(day('2026-01-01'), offset));
const anyClaim: fc.Arbitrary<Claim> = fc.record({
  costs: fc.array(fc.record({ itemNo: fc.nat(), amount: anyFen(10 ** 8), incurredOn: anyDay(300), bearsDoubledInterest: fc.boolean() }), {
    maxLength: 2,
  }),
  ordinaryInterest: fc.array(fc.record({ itemNo: fc.nat(), amount: anyFen(10 ** 8) }), { maxLength: 2 }),
  principals: fc.array(
    fc.record(
      {
        itemNo: fc.nat(),
        amount: anyFen(10 ** 12),
        performBy: anyDay(200),
        ordinaryInterest: fc.record({
          rate: fc.record({ millionths: fc.nat(240_000), per: fc.constantFrom('yearOf360Days' as const, 'yearOf365Days' as const) }),
          from: anyDay(100),
        }),
      },
      { requiredKeys: ['itemNo', 'amount'] },
    ),
    { minLength: 1, maxLength: 3 },
  ),
  performBy: anyDay(100),
  doubledInterest: fc.oneof(
    fc.constant({ kind: 'none' as const }),
    fc.record({
      kind: fc.constant('accrues' as const),
      excluded: fc.array(fc.record({ from: anyDay(300), until: anyDay(300) }), { maxLength: 3 }),
    }),
  ),
});
const anyPayments = fc
  .array(fc.tuple(anyDay(400), anyFen(10 ** 12)), { maxLength: 5 })
  .map((all) => all.map(([date, amount], index): Payment => ({ paymentNo: index + 1, at: atTime(date, 10), amount })));

describe('every claim and every series of payments', () => {
  it('accounts for each fen paid', () => {
    fc.assert(
      fc.property(anyClaim, anyPayments, (claim, payments) => {
        const used = new Map(
          allocatePayments(claim, payments).map(({ paymentNo, ...parts }) => [paymentNo, Object.values(parts).reduce((a, b) => a + b, 0)]),
        );
        for (const { paymentNo, amount } of payments) expect(used.get(paymentNo)).toBe(amount);
      }),
    );
  });

  it('pays doubled interest only when nothing else is owed, and leaves a surplus only when nothing at all is', () => {
    fc.assert(
      fc.property(anyClaim, anyPayments, (claim, payments) => {
        const ordered = payments.toSorted((a, b) => (a.at === b.at ? a.paymentNo - b.paymentNo : a.at < b.at ? -1 : 1));
        allocatePayments(claim, payments).forEach((allocation, index) => {
          const payment = ordered[index];
          if (payment === undefined) throw new Error('an allocation without its payment');
          const owed = balanceOn(claim, ordered.slice(0, index + 1), dateOf(payment.at));
          if (allocation.doubledInterest > 0) expect([owed.costs, owed.ordinaryInterest, owed.principal]).toEqual([0, 0, 0]);
          if (allocation.surplus > 0) expect(owed.total).toBe(0);
        });
      }),
    );
  });

  it('owes exactly as much less as was paid into it', () => {
    fc.assert(
      fc.property(anyClaim, anyDay(400), anyFen(10 ** 12), (claim, date, amount) => {
        const payment: Payment = { paymentNo: 1, at: atTime(date, 10), amount };
        const [allocation] = allocatePayments(claim, [payment]);
        expect(balanceOn(claim, [payment], date).total).toBe(balanceOn(claim, [], date).total - amount + (allocation?.surplus ?? 0));
      }),
    );
  });

  it('owes doubled interest as counted day by day with pencil and paper', () => {
    fc.assert(
      fc.property(anyClaim, anyDay(400), (claim, date) => {
        expect(balanceOn(claim, [], date).doubledInterest).toBe(dayByDay(claim, date));
      }),
    );
  });
});

/** An own count: each day adds 175 millionths of what is in default on it. */
const dayByDay = (claim: Claim, date: CivilDate): number => {
  if (claim.doubledInterest.kind === 'none') return 0;
  const { excluded } = claim.doubledInterest;
  let millionths = 0n;
  for (let offset = 1; offset <= daysBetween(day('2026-01-01'), date); offset += 1) {
    const today = addDays(day('2026-01-01'), offset);
    if (excluded.some(({ from, until }) => from <= today && today < until)) continue;
    const debts = claim.principals.filter(({ performBy = claim.performBy }) => today > performBy);
    const costs = claim.costs.filter((cost) => cost.bearsDoubledInterest && today > claim.performBy && today > cost.incurredOn);
    for (const { amount } of [...debts, ...costs]) millionths += BigInt(amount) * 175n;
  }
  return Number((millionths + 500_000n) / 1_000_000n);
};
