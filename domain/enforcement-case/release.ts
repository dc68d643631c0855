import type { Instant } from '../calendar/instant.ts';
import { actionOf } from '../catalogue/index.ts';
import type { Report } from '../assistance/messages.ts';
import { leavesMark } from '../measure/measure.ts';
import { assertNever } from '../result.ts';
import type { EnforcementCase, RequestOfCase } from './case.ts';
import type { Draft } from './draw-up.ts';
import type { CaseEvent } from './events.ts';
import type { LiftGround, Purpose } from './proposal.ts';
import { instruct } from './sign.ts';

/**
 * The exact inverse of what the case imposed: for every control a ruling and a notice to lift, for every urging the letter that ends
 * it. Only what this case did is undone, and only once.
 *
 * @see SFF 28(4); plan §五(四)
 */
export const inverseSet = (book: EnforcementCase, ground: LiftGround): readonly Draft[] =>
  book.requests.flatMap((request) => undoDraft(request, ground));

/** How one request is undone, or nothing where there is nothing to undo or it is being undone already. */
export const undoDraft = (request: RequestOfCase, ground: LiftGround): readonly Draft[] => {
  if (request.ended !== undefined || request.undoing === 'lift' || request.undoing === 'endOfUrging') return [];
  const { requestNo } = request;
  const action = actionOf(request.actionId);
  switch (action.kind) {
    case 'control':
      return onlyLapsed(request) ? clearingDraft(request) : [{ purpose: { kind: 'lift', requestNo, ground }, papers: action.lift.papers }];
    case 'urge':
      return [{ purpose: { kind: 'endOfUrging', requestNo, ground }, papers: action.end.papers }];
    case 'query':
    case 'criminal':
      return [];
  }
};

/** A seal that lapsed protects nothing, and yet its mark stays in the register until the court has it cleared. @see domain.md E18 */
export const clearingDraft = (request: RequestOfCase): readonly Draft[] =>
  onlyLapsed(request) && request.undoing === undefined && request.ended === undefined
    ? [{ purpose: { kind: 'clearing', requestNo: request.requestNo, ground: 'lapsed' }, papers: ['liftNotice'] }]
    : [];

const onlyLapsed = ({ measures }: RequestOfCase): boolean => {
  const marks = measures.filter(leavesMark);
  return marks.length > 0 && marks.every(({ status }) => status === 'lapsed');
};

/**
 * Whether the court has told the unit to undo what stands. While the papers for it wait for a signature nothing has been undone, and
 * what is in force must be kept alive.
 */
export const isToldToUndo = (book: EnforcementCase, { requestNo, undoing }: RequestOfCase): boolean =>
  undoing !== undefined && !book.proposals.some(({ purpose }) => purpose.kind === undoing && purpose.requestNo === requestNo);

/** Questions that nobody needs answered any more, and drafts that must not be signed any more; an order that presses for a lift stays. */
export const callOff = (book: EnforcementCase, at: Instant): readonly CaseEvent[] => [
  ...book.proposals
    .filter(({ purpose }) => isNeedless(book, purpose))
    .map(({ proposalId }): CaseEvent => ({ type: 'ProposalWithdrawn', at, proposalId })),
  ...book.requests
    .filter((request) => request.ended === undefined && actionOf(request.actionId).kind === 'query')
    .map(({ requestNo }) => instruct(requestNo, { kind: 'withdraw' }, at)),
];

const isNeedless = (book: EnforcementCase, purpose: Purpose): boolean => {
  if (purpose.kind === 'order')
    return !book.requests.some((request) => request.requestNo === purpose.requestNo && isToldToUndo(book, request));
  return purpose.kind === 'renewal' || purpose.kind === 'request';
};

/** Drafts about a request that have lost their object: it has ended, was answered before the order, renewed, or lapsed before it was. */
export const mootDrafts = (book: EnforcementCase, request: RequestOfCase, report: Report, at: Instant): readonly CaseEvent[] =>
  book.proposals
    .filter(({ purpose }) => isMoot(purpose, request, report))
    .map(({ proposalId }): CaseEvent => ({ type: 'ProposalWithdrawn', at, proposalId }));

const isMoot = (purpose: Purpose, request: RequestOfCase, { contents }: Report): boolean => {
  if (purpose.kind === 'request' || purpose.kind === 'noticeToDebtor' || purpose.requestNo !== request.requestNo) return false;
  if (request.ended !== undefined) return true;
  switch (purpose.kind) {
    case 'order':
      return contents.some(({ kind }) => kind === 'orderMoot');
    case 'renewal':
      return !request.measures.some((measure) => measure.status === 'inForce' && measure.endsAt === purpose.end);
    case 'clearing':
      return !onlyLapsed(request);
    case 'lift':
    case 'endOfUrging':
      return false;
    default:
      return assertNever(purpose);
  }
};
