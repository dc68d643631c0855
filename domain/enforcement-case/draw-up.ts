import type { Instant } from '../calendar/instant.ts';
import { paperIdOf, type PaperKind } from '../paper/paper.ts';
import { termsOf } from '../time-limit/terms.ts';
import type { EnforcementCase } from './case.ts';
import type { CaseEvent } from './events.ts';
import { evolveCase } from './evolve.ts';
import type { ProposalId, Purpose } from './proposal.ts';

export interface Draft {
  readonly purpose: Purpose;
  readonly papers: readonly PaperKind[];
}

/** Draws up proposals one after another, each with a number and papers of its own, behind the events that gave rise to them. */
export const drawUp = (
  book: EnforcementCase,
  at: Instant,
  drafts: readonly Draft[],
  before: readonly CaseEvent[] = [],
): readonly CaseEvent[] => {
  const overdueAt = termsOf(book.file.lawPack).rungAt(at);
  const first = book.counted.proposals + 1;
  return [
    ...before,
    ...drafts.map(({ purpose, papers }, index): CaseEvent => {
      const proposalId = `${book.file.caseId}.p${first + index}` as ProposalId;
      const drawn = papers.map((kind, place) => ({ paperId: paperIdOf(proposalId, place + 1), kind }));
      return { type: 'ProposalDrawnUp', at, proposal: { proposalId, purpose, papers: drawn, signatures: [], drawnUpAt: at, overdueAt } };
    }),
  ];
};

/** Draws up further proposals after events that have not been evolved yet. */
export const drawUpAfter = (
  book: EnforcementCase,
  events: readonly CaseEvent[],
  at: Instant,
  drafts: (after: EnforcementCase) => readonly Draft[],
): readonly CaseEvent[] => {
  const after = events.reduce(evolveCase, book);
  return drawUp(after, at, drafts(after), events);
};
