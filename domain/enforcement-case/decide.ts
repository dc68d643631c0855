import { dateOf, type Instant } from '../calendar/instant.ts';
import { balanceOn, isFullyPerformed } from '../claim/ledger.ts';
import type { Payment } from '../claim/claim.ts';
import { assertNever, err, ok, type Result } from '../result.ts';
import type { Actor, CaseAct, CaseOccurrence, CaseRefusal } from './acts.ts';
import type { EnforcementCase } from './case.ts';
import { close } from './close.ts';
import { drawUp, drawUpAfter } from './draw-up.ts';
import type { CaseEvent } from './events.ts';
import { onCaseDue } from './on-due.ts';
import { onReferralReport, onReport } from './on-report.ts';
import { drawUpPlan } from './plan.ts';
import { refer } from './refer.ts';
import { callOff, inverseSet, undoDraft } from './release.ts';
import { approve, decline } from './sign.ts';

type Decision = Result<readonly CaseEvent[], CaseRefusal>;

/** What follows for a case from whatever befell it. Only a person's act can be refused. */
export const decideCase = (book: EnforcementCase, occurrence: CaseOccurrence): Decision => {
  const { at } = occurrence;
  switch (occurrence.type) {
    case 'filed':
      return ok([]);
    case 'units': {
      const [planning] = book.planning;
      return ok(planning === undefined ? [] : drawUpPlan(book, planning, occurrence.units, at));
    }
    case 'act':
      return onAct(book, occurrence.act, occurrence.actor, at);
    case 'report':
      return ok(onReport(book, occurrence.report, at));
    case 'referralReport':
      return ok(onReferralReport(book, occurrence.report, at));
    case 'due':
      return ok(onCaseDue(book, at));
    default:
      return assertNever(occurrence);
  }
};

const onAct = (book: EnforcementCase, act: CaseAct, actor: Actor, at: Instant): Decision => {
  if (book.status === 'closed') return err({ kind: 'caseClosed' });
  switch (act.kind) {
    case 'approve':
      return approve(book, act.proposals, actor, at);
    case 'decline':
      return decline(book, act.proposal, act.reasonId, actor, at);
    case 'recordPayment':
      return recordPayment(book, act, at);
    case 'recordService':
      return recordService(book, act, at);
    case 'attachEvidence':
      return attachEvidence(book, act, at);
    case 'refer':
      return refer(book, act.debtor, act.ground, actor, at);
    case 'lift':
      return lift(book, act, actor, at);
    case 'close':
      return close(book, act.mode, actor, at);
    default:
      return assertNever(act);
  }
};

type ActOf<Kind extends CaseAct['kind']> = Extract<CaseAct, { readonly kind: Kind }>;

/** Money that came in. When it covers everything owed, the whole inverse set is before the judge in the same moment. */
const recordPayment = (book: EnforcementCase, { amount, receivedOn }: ActOf<'recordPayment'>, at: Instant): Decision => {
  if (receivedOn > dateOf(at)) return err({ kind: 'dayInFuture', field: 'receivedOn' });
  const receivedAt = receivedOn === dateOf(at) ? at : (`${receivedOn}T12:00:00.000+08:00` as Instant);
  const payment: Payment = { paymentNo: book.payments.length + 1, at: receivedAt, amount };
  const recorded: CaseEvent = { type: 'PaymentRecorded', at, payment };
  const performed = isFullyPerformed(book.file.claim, [...book.payments, payment], dateOf(at));
  if (book.status !== 'open' || !performed) return ok([recorded]);
  const satisfied = [recorded, { type: 'DebtSatisfied', at }, ...callOff(book, at)] as const;
  return ok(drawUpAfter(book, satisfied, at, (after) => inverseSet(after, 'performed')));
};

/**
 * Proof that a notice reached the debtor: what the court's own term to notify is measured by. Served late, the duty is owed no longer,
 * and that it was overdue stays on record.
 *
 * @see CPL 87–89; CPLI 480; EPI 22
 */
const recordService = (book: EnforcementCase, { paperId, manner, servedAt }: ActOf<'recordService'>, at: Instant): Decision => {
  const notice = book.unserved.find(({ paper }) => paper.paperId === paperId);
  if (notice === undefined) return err({ kind: 'noticeUnknown', paperId });
  if (servedAt > at) return err({ kind: 'dayInFuture', field: 'servedAt' });
  const { debtor, paper } = notice;
  const owed = book.duties.filter((duty) => duty.debtor === debtor && duty.status !== 'met' && paper.kind === 'enforcementNotice');
  return ok([
    { type: 'NoticeServed', at, paperId, debtor, manner, servedAt },
    ...owed.map(({ limitId }): CaseEvent => ({ type: 'DutyMet', at, limitId, debtor })),
  ]);
};

const attachEvidence = (book: EnforcementCase, { evidenceId, group, debtor }: ActOf<'attachEvidence'>, at: Instant): Decision =>
  book.file.parties.some(({ partyId, role }) => partyId === debtor && role === 'debtor')
    ? ok([{ type: 'EvidenceAttached', at, evidence: { evidenceId, group, debtor } }])
    : err({ kind: 'notADebtor', party: debtor });

/** A judge proposes to undo one request by itself; the papers still need all their signatures. */
const lift = (book: EnforcementCase, { requestNo, ground }: ActOf<'lift'>, actor: Actor, at: Instant): Decision => {
  if (actor.level !== 'judge') return err({ kind: 'notYourSignature', level: 'judge' });
  const request = book.requests.find((candidate) => candidate.requestNo === requestNo);
  if (request === undefined) return err({ kind: 'requestUnknown', requestNo });
  if (request.undoing !== undefined) return err({ kind: 'alreadyLifting', requestNo });
  if (ground === 'performed' && book.status === 'open')
    return err({ kind: 'notPerformed', fen: balanceOn(book.file.claim, book.payments, dateOf(at)).total });
  const drafts = undoDraft(request, ground);
  return drafts.length === 0 ? err({ kind: 'nothingToLift', requestNo }) : ok(drawUp(book, at, drafts));
};
