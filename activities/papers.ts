import type { CaseEvent } from '../domain/enforcement-case/events.ts';
import type { EnforcementCase } from '../domain/enforcement-case/case.ts';
import type { Instant } from '../domain/calendar/instant.ts';
import type { PaperRef } from '../domain/paper/paper.ts';
import type { DossierReader } from '../domain/ports/dossier.ts';
import { composePaper } from '../documents/compose.ts';
import type { PaperContent } from '../documents/content.ts';
import { factsOf } from './paper-facts.ts';

interface Issue {
  readonly state: unknown;
  readonly events: readonly { readonly type: string; readonly at: Instant }[];
  readonly paper: PaperRef;
  readonly at: Instant;
  readonly number?: string;
}

/** Composes a paper that a case issues, or its draft: on the case before its issue, under the proposal it was drawn up in. */
export const composePaperOf = async (issue: Issue, dossier: DossierReader): Promise<PaperContent> => {
  const book = issue.state as EnforcementCase;
  const { paper, at, number } = issue;
  const drawnUp = (issue.events as readonly CaseEvent[]).flatMap((event) => (event.type === 'ProposalDrawnUp' ? [event.proposal] : []));
  const proposal = [...book.proposals, ...drawnUp].find(({ papers }) => papers.some(({ paperId }) => paperId === paper.paperId));
  const facts = await factsOf(
    { book, paper, at, ...(proposal !== undefined && { proposal }), ...(number !== undefined && { number }) },
    dossier,
  );
  return composePaper(facts);
};
