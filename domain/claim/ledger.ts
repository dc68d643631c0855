import { dateOf, type CivilDate } from '../calendar/instant.ts';
import { doubledInterestAccrued, ordinaryInterestAccrued } from './accrual.ts';
import type { Allocation, Balance, Claim, Payment } from './claim.ts';
import { noMoney, smallerFen, subtractFen, sumFen, type Fen } from './money.ts';

/**
 * What each payment was used for, in the order of time: costs, then ordinary interest, then principal, then doubled interest, within
 * each the items in the order of the claim. Interest is brought up to the day of the payment and rounded there, once.
 * @see INT14 4; Civil Code 561
 */
export const allocatePayments = (claim: Claim, payments: readonly Payment[]): readonly Allocation[] =>
  inOrderOfTime(payments).reduce<Ledger>(settle(claim), opened(claim)).allocations;

/** What is owed at the end of a day, with the payments received up to then. */
export const balanceOn = (claim: Claim, payments: readonly Payment[], date: CivilDate): Balance => {
  const received = inOrderOfTime(payments).filter(({ at }) => dateOf(at) <= date);
  const ledger = accrued(claim, received.reduce<Ledger>(settle(claim), opened(claim)), date);
  const costs = sumFen(...ledger.costs.filter((_, index) => isOwed(claim, index, date)));
  const principal = sumFen(...ledger.principals);
  const { ordinaryInterest, doubledInterest } = ledger;
  return { costs, ordinaryInterest, principal, doubledInterest, total: sumFen(costs, ordinaryInterest, principal, doubledInterest) };
};

/** Whether costs, interest, principal and doubled interest are all paid at the end of a day. */
export const isFullyPerformed = (claim: Claim, payments: readonly Payment[], date: CivilDate): boolean =>
  balanceOn(claim, payments, date).total === 0;

/** What is unpaid after the payments so far, with interest up to `accruedTo`. */
type Ledger = {
  readonly accruedTo?: CivilDate;
  readonly costs: readonly Fen[];
  readonly ordinaryInterest: Fen;
  readonly principals: readonly Fen[];
  readonly doubledInterest: Fen;
  readonly allocations: readonly Allocation[];
};

const opened = (claim: Claim): Ledger => ({
  costs: claim.costs.map(({ amount }) => amount),
  ordinaryInterest: sumFen(...claim.ordinaryInterest.map(({ amount }) => amount)),
  principals: claim.principals.map(({ amount }) => amount),
  doubledInterest: noMoney,
  allocations: [],
});

const settle =
  (claim: Claim) =>
  (before: Ledger, payment: Payment): Ledger => {
    const day = dateOf(payment.at);
    const ledger = accrued(claim, before, day);
    const costs = spend(payment.amount, ledger.costs, (index) => isOwed(claim, index, day));
    const interest = spend(costs.left, [ledger.ordinaryInterest]);
    const principals = spend(interest.left, ledger.principals);
    const doubled = spend(principals.left, [ledger.doubledInterest]);
    const allocation: Allocation = {
      paymentNo: payment.paymentNo,
      costs: costs.spent,
      ordinaryInterest: interest.spent,
      principal: principals.spent,
      doubledInterest: doubled.spent,
      surplus: doubled.left,
    };
    return {
      ...ledger,
      costs: costs.unpaid,
      ordinaryInterest: sumFen(...interest.unpaid),
      principals: principals.unpaid,
      doubledInterest: sumFen(...doubled.unpaid),
      allocations: [...ledger.allocations, allocation],
    };
  };

const accrued = (claim: Claim, ledger: Ledger, day: CivilDate): Ledger => ({
  ...ledger,
  accruedTo: day,
  ordinaryInterest: sumFen(ledger.ordinaryInterest, ordinaryInterestAccrued(claim, ledger, ledger.accruedTo, day)),
  doubledInterest: sumFen(ledger.doubledInterest, doubledInterestAccrued(claim, ledger, ledger.accruedTo, day)),
});

type Spending = { readonly unpaid: readonly Fen[]; readonly spent: Fen; readonly left: Fen };

const spend = (money: Fen, owed: readonly Fen[], mayTake: (index: number) => boolean = () => true): Spending =>
  owed.reduce<Spending>(
    ({ unpaid, spent, left }, amount, index) => {
      const taken = mayTake(index) ? smallerFen(amount, left) : noMoney;
      return { unpaid: [...unpaid, subtractFen(amount, taken)], spent: sumFen(spent, taken), left: subtractFen(left, taken) };
    },
    { unpaid: [], spent: noMoney, left: money },
  );

const isOwed = (claim: Claim, index: number, day: CivilDate): boolean => {
  const cost = claim.costs[index];
  return cost !== undefined && cost.incurredOn <= day;
};

const inOrderOfTime = (payments: readonly Payment[]): readonly Payment[] =>
  payments.toSorted((a, b) => (a.at === b.at ? a.paymentNo - b.paymentNo : a.at < b.at ? -1 : 1));
