import type { Instant } from '../calendar/instant.ts';
import { actionOf } from '../catalogue/index.ts';
import type { Instruction } from '../assistance/messages.ts';
import type { RequestNo } from '../assistance/request.ts';
import { assertNever, err, ok, type Result } from '../result.ts';
import { termsOf } from '../time-limit/terms.ts';
import type { Actor, CaseRefusal } from './acts.ts';
import type { CourtDuty, EnforcementCase } from './case.ts';
import type { CaseEvent } from './events.ts';
import { evolveCase } from './evolve.ts';
import { awaitedLevels, isComplete, signaturesBy, type Proposal, type ProposalId, type Purpose } from './proposal.ts';

type Events = readonly CaseEvent[];

/**
 * One approval signs everything among the named proposals that the actor's level may sign; the rest waits for its own signatory.
 * A proposal whose last signature is given is carried out with it.
 *
 * @see domain.md §3: approvals are hard gates
 */
export const approve = (
  book: EnforcementCase,
  targets: readonly ProposalId[] | 'all',
  actor: Actor,
  at: Instant,
): Result<Events, CaseRefusal> => {
  if (actor.level === undefined) return err({ kind: 'notYourSignature', level: 'none' });
  const unknown = targets === 'all' ? undefined : targets.find((target) => !book.proposals.some(({ proposalId }) => proposalId === target));
  if (unknown !== undefined) return err({ kind: 'proposalUnknown', proposal: unknown });
  const chosen = book.proposals.filter(({ proposalId }) => targets === 'all' || targets.includes(proposalId));
  const { events } = chosen.reduce<{ readonly book: EnforcementCase; readonly events: Events }>(
    (so, proposal) => {
      // What an earlier signature of the same approval has withdrawn is not signed after it: no renewal behind its own lift.
      const isWithdrawn = !so.book.proposals.some(({ proposalId }) => proposalId === proposal.proposalId);
      const more = isWithdrawn ? [] : signOne(so.book, proposal, actor, at);
      return { book: more.reduce(evolveCase, so.book), events: [...so.events, ...more] };
    },
    { book, events: [] },
  );
  return events.length > 0 ? ok(events) : err(whyNothingToSign(chosen, actor));
};

const whyNothingToSign = (chosen: readonly Proposal[], { id, level }: Actor): CaseRefusal => {
  const awaited = chosen.flatMap((proposal) => awaitedLevels(proposal).map((open) => open.level));
  const ownHand = chosen.some((proposal) => awaited.some((open) => open === level) && proposal.signatures.some(({ by }) => by === id));
  return ownHand ? { kind: 'makerMayNotCheck' } : { kind: 'nothingToSign', awaits: [...new Set(awaited)] };
};

const signOne = (book: EnforcementCase, proposal: Proposal, { id, level }: Actor, at: Instant): Events => {
  const { proposalId } = proposal;
  const signatures = level === undefined ? [] : signaturesBy(proposal, id, level);
  const signed: Events = signatures.map((signature) => ({ type: 'PaperSigned', at, proposalId, signature }));
  const complete = isComplete({ ...proposal, signatures: [...proposal.signatures, ...signatures] });
  return signatures.length > 0 && complete ? [...signed, ...carryOut(book, proposal, at)] : signed;
};

/** Issues the papers and does what they were drawn up for. */
const carryOut = (book: EnforcementCase, proposal: Proposal, at: Instant): Events => {
  const { proposalId, purpose, papers } = proposal;
  return [
    ...papers.map((paper): CaseEvent => ({ type: 'PaperIssued', at, proposalId, paper })),
    { type: 'ProposalCarriedOut', at, proposalId },
    ...effects(book, purpose, papers, at),
  ];
};

const effects = (book: EnforcementCase, purpose: Purpose, papers: Proposal['papers'], at: Instant): Events => {
  const [paper] = papers;
  switch (purpose.kind) {
    case 'request': {
      const referral = book.referrals.find(({ referralNo }) => purpose.file.reportTo.some((to) => to === `referral/${referralNo}`));
      return [
        { type: 'RequestStarted', at, file: purpose.file, papers, ...(referral !== undefined && { referral: referral.referralNo }) },
        ...noticeAfterMeasure(book, purpose, at),
      ];
    }
    case 'order':
      return paper === undefined ? [] : [instruct(purpose.requestNo, { kind: 'order', paper }, at)];
    case 'renewal':
      return [instruct(purpose.requestNo, { kind: 'renew', papers }, at)];
    case 'lift':
      return [...overtakenBy(book, purpose.requestNo, at), instruct(purpose.requestNo, { kind: 'lift', papers }, at)];
    case 'clearing':
      return [instruct(purpose.requestNo, { kind: 'clear', papers }, at)];
    case 'endOfUrging':
      return [instruct(purpose.requestNo, { kind: 'endUrging', papers }, at)];
    case 'noticeToDebtor':
      return [];
    default:
      return assertNever(purpose);
  }
};

/** What is to be lifted is not renewed, and nobody is ordered any more to enter it. */
const overtakenBy = (book: EnforcementCase, requestNo: RequestNo, at: Instant): Events =>
  book.proposals
    .filter(({ purpose }) => (purpose.kind === 'renewal' || purpose.kind === 'order') && purpose.requestNo === requestNo)
    .map(({ proposalId }): CaseEvent => ({ type: 'ProposalWithdrawn', at, proposalId }));

/** A measure may come before the notice to perform, which must then go out within three days of it. @see EPI 22 */
const noticeAfterMeasure = (book: EnforcementCase, { file }: Extract<Purpose, { kind: 'request' }>, at: Instant): Events => {
  if (actionOf(file.actionId).kind !== 'control') return [];
  const owed = book.duties.some(({ limitId, debtor, status }) => limitId === 'T03' && debtor === file.subject && status !== 'met');
  const known = book.duties.some(({ limitId, debtor }) => limitId === 'T04' && debtor === file.subject);
  if (!owed || known) return [];
  const duty: CourtDuty = { limitId: 'T04', clock: termsOf(book.file.lawPack).clock('T04', at), status: 'open', debtor: file.subject };
  return [{ type: 'DutyOpened', at, duty }];
};

export const instruct = (requestNo: RequestNo, instruction: Instruction, at: Instant): CaseEvent => ({
  type: 'RequestInstructed',
  at,
  requestNo,
  instruction,
});

/** Says no to a proposal. Whoever may sign one of its papers may decline it; an order that is declined is laid to rest in its request. */
export const decline = (
  book: EnforcementCase,
  proposalId: ProposalId,
  reasonId: string,
  actor: Actor,
  at: Instant,
): Result<Events, CaseRefusal> => {
  const proposal = book.proposals.find((candidate) => candidate.proposalId === proposalId);
  if (proposal === undefined) return err({ kind: 'proposalUnknown', proposal: proposalId });
  const awaits = awaitedLevels(proposal).map(({ level }) => level);
  if (actor.level === undefined || !awaits.includes(actor.level)) return err({ kind: 'nothingToSign', awaits: [...new Set(awaits)] });
  const declined: CaseEvent = { type: 'ProposalDeclined', at, proposalId, by: actor.id, reasonId };
  const { purpose } = proposal;
  return ok(purpose.kind === 'order' ? [declined, instruct(purpose.requestNo, { kind: 'declineOrder' }, at)] : [declined]);
};
