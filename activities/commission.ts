import type { Instant } from '../domain/calendar/instant.ts';
import type { EnforcementCase } from '../domain/enforcement-case/case.ts';
import type { Proposal } from '../domain/enforcement-case/proposal.ts';
import type { PaperRef } from '../domain/paper/paper.ts';

/** One paper to be written: on which case, under which proposal, at which moment. */
export interface Commission {
  readonly book: EnforcementCase;
  /** Absent for the closing notice, which the judge signs in the act of closing. */
  readonly proposal?: Proposal;
  readonly paper: PaperRef;
  readonly at: Instant;
  /** Absent for a draft. */
  readonly number?: string;
}
