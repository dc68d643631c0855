import { dateOf, type Instant } from '../calendar/instant.ts';
import { actionOf } from '../catalogue/index.ts';
import { balanceOn } from '../claim/ledger.ts';
import { leavesMark, type Measure } from '../measure/measure.ts';
import { paperIdOf } from '../paper/paper.ts';
import { err, ok, type Result } from '../result.ts';
import type { Actor, CaseRefusal, ClosingObstacle } from './acts.ts';
import type { ClosingMode, EnforcementCase, RequestOfCase } from './case.ts';
import type { CaseEvent } from './events.ts';

/**
 * Everything that forbids closing as performed: a debt still owed, every mark this case still leaves in anybody's register, and every
 * body that still urges the debtor on its behalf.
 *
 * @see ER 64; SFF 28(4)
 */
export const closingObstacles = (book: EnforcementCase, at: Instant): readonly ClosingObstacle[] => {
  const owed = balanceOn(book.file.claim, book.payments, dateOf(at)).total;
  const debt: readonly ClosingObstacle[] = book.status === 'open' && owed > 0 ? [{ kind: 'debtOutstanding', fen: owed }] : [];
  return [...debt, ...book.requests.flatMap(marksOf)];
};

const marksOf = (request: RequestOfCase): readonly ClosingObstacle[] => {
  const { requestNo, measures } = request;
  const { kind } = actionOf(request.actionId);
  if (request.ended !== undefined) return [];
  if (kind === 'urge') return [{ kind: 'urgingNotEnded', requestNo }];
  if (kind !== 'control') return [];
  const marks = measures.filter(leavesMark);
  if (marks.length === 0) return [{ kind: 'controlUnanswered', requestNo }];
  return marks.map((measure) => ({ kind: markKind[measure.status], requestNo, lineNo: measure.lineNo }));
};

const markKind = {
  inForce: 'measureInForce',
  waiting: 'measureWaiting',
  lapsed: 'markNotCleared',
  lifted: 'markNotCleared',
} as const satisfies Record<Measure['status'], ClosingObstacle['kind']>;

/**
 * The handling judge closes the case with his signature under the closing notice. Its own term is met by that; a notice that was never
 * served stays what it is. Drafts nobody signed are withdrawn, for nothing is accepted any more.
 */
export const close = (book: EnforcementCase, mode: ClosingMode, actor: Actor, at: Instant): Result<readonly CaseEvent[], CaseRefusal> => {
  if (actor.level !== 'judge') return err({ kind: 'notYourSignature', level: 'judge' });
  const obstacles = closingObstacles(book, at);
  if (obstacles.length > 0) return err({ kind: 'notClosable', obstacles });
  const paper = { paperId: paperIdOf(book.file.caseId, 'closing'), kind: 'closingNotice' } as const;
  const inTime = book.duties.some(({ limitId, status }) => limitId === 'T09' && status === 'open');
  return ok([
    ...book.proposals.map(({ proposalId }): CaseEvent => ({ type: 'ProposalWithdrawn', at, proposalId })),
    ...(inTime ? [{ type: 'DutyMet', at, limitId: 'T09' } as const] : []),
    { type: 'CaseClosed', at, mode, paper, by: actor.id },
  ]);
};
