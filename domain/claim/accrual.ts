import { addDays, type CivilDate } from '../calendar/instant.ts';
import { daysOutside, earlier, later, type Period } from '../calendar/period.ts';
import type { Claim, InterestRate, Principal } from './claim.ts';
import { roundedFen, type Fen } from './money.ts';

/** An amount on which interest runs, and since when. */
type Unpaid = { readonly amount: Fen; readonly performBy: CivilDate };

/** What is unpaid while interest runs, item by item in the order of the claim. */
export type UnpaidItems = { readonly costs: readonly Fen[]; readonly principals: readonly Fen[] };

/**
 * Doubled interest that accrued after `since` (from the beginning, when absent) up to and including `day`, in whole fen:
 * unpaid debt × 0.0175 % × days, from the day after the last day for performance.
 * @see INT14 1–3
 */
export const doubledInterestAccrued = (claim: Claim, unpaid: UnpaidItems, since: CivilDate | undefined, day: CivilDate): Fen => {
  if (claim.doubledInterest.kind === 'none') return rounded([]);
  const { excluded } = claim.doubledInterest;
  return rounded(
    bearingDoubledInterest(claim, unpaid, day).map(({ amount, performBy }) => {
      const from = addDays(since === undefined ? performBy : later(since, performBy), 1);
      return exactInterest(amount, doubledRate, daysOutside({ from, until: addDays(day, 1) }, excluded));
    }),
  );
};

/** Running ordinary interest that accrued from `since` (from the beginning, when absent) up to but not including `day`, in whole fen. */
export const ordinaryInterestAccrued = (claim: Claim, unpaid: UnpaidItems, since: CivilDate | undefined, day: CivilDate): Fen =>
  rounded(claim.principals.map((principal, index) => exactOrdinaryInterest(principal, unpaid.principals[index], since, day)));

const bearingDoubledInterest = (claim: Claim, unpaid: UnpaidItems, day: CivilDate): readonly Unpaid[] => [
  ...claim.principals.map((item, index) => ({
    amount: unpaid.principals[index] ?? item.amount,
    performBy: item.performBy ?? claim.performBy,
  })),
  ...claim.costs
    .map((item, index) => ({ item, amount: unpaid.costs[index] ?? item.amount }))
    .filter(({ item }) => item.bearsDoubledInterest && item.incurredOn <= day)
    .map(({ item, amount }) => ({ amount, performBy: later(claim.performBy, item.incurredOn) })),
];

const exactOrdinaryInterest = (item: Principal, unpaid: Fen | undefined, since: CivilDate | undefined, day: CivilDate): bigint => {
  const interest = item.ordinaryInterest;
  if (interest === undefined) return 0n;
  const period: Period = {
    from: since === undefined ? interest.from : later(since, interest.from),
    until: interest.until === undefined ? day : earlier(day, interest.until),
  };
  return exactInterest(unpaid ?? item.amount, interest.rate, daysOutside(period, []));
};

/** Exact interest as a count of the common unit, so that sums are exact and one rounding is enough. */
const exactInterest = (amount: Fen, rate: InterestRate, days: number): bigint =>
  BigInt(amount) * BigInt(rate.millionths) * BigInt(days) * partsOfUnit[rate.per];

const rounded = (exact: readonly bigint[]): Fen =>
  roundedFen(
    exact.reduce((sum, part) => sum + part, 0n),
    unitsPerFen,
  );

/** 0.0175 % a day. @see INT14 1 */
const doubledRate: InterestRate = { millionths: 175, per: 'day' };

const unitsPerFen = 1_000_000n * 360n * 365n;

const partsOfUnit: Record<InterestRate['per'], bigint> = { day: 360n * 365n, yearOf360Days: 365n, yearOf365Days: 360n };
