import { addDays, atTime, earliest, type Instant } from '../calendar/instant.ts';
import { actionOf } from '../catalogue/index.ts';
import { lastDayOf } from '../measure/measure.ts';
import { termsOf } from '../time-limit/terms.ts';
import type { EnforcementCase, RequestOfCase } from './case.ts';
import { drawUp, type Draft } from './draw-up.ts';
import type { CaseEvent } from './events.ts';
import { isToldToUndo } from './release.ts';

/** The next instant at which something happens in the case by itself. */
export const dueOfCase = (book: EnforcementCase): Instant | undefined =>
  book.status === 'closed'
    ? undefined
    : earliest(
        ...book.proposals.map(({ overdueAt }) => overdueAt),
        ...book.duties.map(({ status, clock }) => (status === 'open' ? clock.dueAt : undefined)),
        ...renewals(book).map(({ proposeAt }) => proposeAt),
      );

/**
 * What has come due by `at`, the earliest kind first: drafts nobody signed, terms the court missed, seals to be renewed before they
 * lapse. Timers propose, persons sign.
 */
export const onCaseDue = (book: EnforcementCase, at: Instant): readonly CaseEvent[] => {
  if (book.status === 'closed') return [];
  const unsigned = book.proposals.filter(({ overdueAt }) => overdueAt !== undefined && overdueAt <= at);
  const missed = book.duties.filter(({ status, clock }) => status === 'open' && clock.dueAt <= at);
  const renew = renewals(book).filter(({ proposeAt }) => proposeAt <= at);
  return drawUp(
    book,
    at,
    renew.map(({ draft }) => draft),
    [
      ...unsigned.map(({ proposalId }): CaseEvent => ({ type: 'ProposalOverdue', at, proposalId })),
      ...missed.map(({ limitId, debtor }): CaseEvent => ({ type: 'DutyOverdue', at, limitId, ...(debtor !== undefined && { debtor }) })),
    ],
  );
};

/**
 * Seals in force whose renewal has not been proposed for their present end. A stay does not stop this, nor does waiting for a lift
 * that nobody has signed: until it is lifted, a measure is kept alive.
 *
 * @see CPLI 485; SFF 26–27; domain.md E8
 */
const renewals = (book: EnforcementCase): readonly { readonly proposeAt: Instant; readonly draft: Draft }[] =>
  book.status === 'open' ? book.requests.flatMap((request) => renewalOf(book, request)) : [];

const renewalOf = (book: EnforcementCase, request: RequestOfCase) => {
  const action = actionOf(request.actionId);
  const end = earliest(...request.measures.map((measure) => (measure.status === 'inForce' ? measure.endsAt : undefined)));
  if (action.kind !== 'control' || end === undefined || request.ended !== undefined || request.renewalProposedFor === end) return [];
  if (isToldToUndo(book, request)) return [];
  const lead = termsOf(book.file.lawPack).renewLeadDays(book.filedAt);
  const draft: Draft = { purpose: { kind: 'renewal', requestNo: request.requestNo, end }, papers: action.lift.renewal };
  return [{ proposeAt: atTime(addDays(lastDayOf(end), -lead), 9), draft }];
};
