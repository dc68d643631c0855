import type { Brand } from '../brand.ts';
import type { Instant } from '../calendar/instant.ts';
import type { RequestFile, RequestNo } from '../assistance/request.ts';
import { missingSignature, type PaperId, type PaperRef, type SigningLevel } from '../paper/paper.ts';
import type { PartyId } from '../party/party.ts';

/** `<case slug>/p<n>`. */
export type ProposalId = Brand<string, 'ProposalId'>;

/** Why what a case imposed is undone. @see SFF 28; plan §五(四) */
export type LiftGround = 'performed' | 'applicantConsents' | 'guaranteeAccepted' | 'wronglyImposed' | 'lapsed';

export type StaffId = Brand<string, 'StaffId'>;

/** What is to happen once the papers are signed. */
export type Purpose =
  | { readonly kind: 'request'; readonly file: RequestFile }
  | { readonly kind: 'order'; readonly requestNo: RequestNo }
  /** `end`: the end of the term that is to be renewed before it comes. */
  | { readonly kind: 'renewal'; readonly requestNo: RequestNo; readonly end: Instant }
  | { readonly kind: 'lift' | 'clearing'; readonly requestNo: RequestNo; readonly ground: LiftGround }
  | { readonly kind: 'endOfUrging'; readonly requestNo: RequestNo; readonly ground: LiftGround }
  | { readonly kind: 'noticeToDebtor'; readonly debtor: PartyId };

export interface Signature {
  readonly paperId: PaperId;
  readonly level: SigningLevel;
  readonly by: StaffId;
}

/** Papers drawn up by the clock or by an act, which wait for the persons who may sign them. Nothing leaves before. */
export interface Proposal {
  readonly proposalId: ProposalId;
  readonly purpose: Purpose;
  readonly papers: readonly PaperRef[];
  readonly signatures: readonly Signature[];
  readonly drawnUpAt: Instant;
  /** When the wait for a signature becomes an overdue matter of the court. */
  readonly overdueAt?: Instant;
}

const signedLevels = (proposal: Proposal, paperId: PaperId): readonly SigningLevel[] =>
  proposal.signatures.filter((signature) => signature.paperId === paperId).map(({ level }) => level);

/** The level each paper waits for; nothing for a paper that is complete. */
export const awaitedLevels = (proposal: Proposal): readonly { readonly paper: PaperRef; readonly level: SigningLevel }[] =>
  proposal.papers.flatMap((paper) => {
    const level = missingSignature(paper.kind, signedLevels(proposal, paper.paperId));
    return level === undefined ? [] : [{ paper, level }];
  });

export const isComplete = (proposal: Proposal): boolean => awaitedLevels(proposal).length === 0;

/** The signatures that a person of that level can give now. Who has signed a paper as its maker does not sign it again as its checker. */
export const signaturesBy = (proposal: Proposal, by: StaffId, level: SigningLevel): readonly Signature[] =>
  awaitedLevels(proposal)
    .filter((awaited) => awaited.level === level)
    .filter(({ paper }) => !proposal.signatures.some((given) => given.paperId === paper.paperId && given.by === by))
    .map(({ paper }) => ({ paperId: paper.paperId, level, by }));
