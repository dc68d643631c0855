import type { CivilDate, Instant } from '../calendar/instant.ts';
import type { Period } from '../calendar/period.ts';
import type { Fen } from './money.ts';

/**
 * What one case number is to collect: the money debt of the instrument and what collecting it costs.
 * Items are known by number only; what they are called stands in the dossier.
 */
export type Claim = {
  readonly costs: readonly Cost[];
  /** Ordinary interest that the instrument or the court has already worked out to a sum. */
  readonly ordinaryInterest: readonly FixedInterest[];
  readonly principals: readonly Principal[];
  /** The last day for performance or, where the instrument sets none, the day it took effect. @see INT14 2 */
  readonly performBy: CivilDate;
  readonly doubledInterest: DoubledInterest;
};

/** A cost of realising the claim, paid before all else. */
export type Cost = {
  readonly itemNo: number;
  readonly amount: Fen;
  /** The day from which it is owed: a payment made earlier is not set against it. */
  readonly incurredOn: CivilDate;
  /** True for a cost that the instrument itself awards as a money debt. False for court fees and costs of enforcement. */
  readonly bearsDoubledInterest: boolean;
};

export type FixedInterest = { readonly itemNo: number; readonly amount: Fen };

/** A money debt other than interest and costs. */
export type Principal = {
  readonly itemNo: number;
  readonly amount: Fen;
  /** The last day for this instalment, where performance is due in parts. */
  readonly performBy?: CivilDate;
  readonly ordinaryInterest?: RunningInterest;
};

/** Ordinary interest on what is unpaid: from its first day on, up to `until` or to the day of payment; that day itself bears none. */
export type RunningInterest = { readonly rate: InterestRate; readonly from: CivilDate; readonly until?: CivilDate };

/** An exact rate in millionths: 3.45 % a year is 34,500 per year, five ten-thousandths a day is 500 per day. */
export type InterestRate = { readonly millionths: number; readonly per: 'day' | 'yearOf360Days' | 'yearOf365Days' };

export type DoubledInterest =
  | { readonly kind: 'none' }
  /** `excluded`: stays that the debtor did not ask for, and those for a retrial. @see INT14 3 */
  | { readonly kind: 'accrues'; readonly excluded: readonly Period[] };

/** Money received or, for money that the court takes, the day of the taking. @see INT14 3 */
export type Payment = { readonly paymentNo: number; readonly at: Instant; readonly amount: Fen };

/** How one payment was used. The parts and the surplus make up the payment. */
export type Allocation = {
  readonly paymentNo: number;
  readonly costs: Fen;
  readonly ordinaryInterest: Fen;
  readonly principal: Fen;
  readonly doubledInterest: Fen;
  /** What was paid beyond the whole claim and belongs to the debtor. */
  readonly surplus: Fen;
};

/** What is still owed at the end of a day. */
export type Balance = {
  readonly costs: Fen;
  readonly ordinaryInterest: Fen;
  readonly principal: Fen;
  readonly doubledInterest: Fen;
  readonly total: Fen;
};
