import type { CivilDate, Instant } from '../calendar/instant.ts';
import type { Fen } from '../claim/money.ts';
import type { Report } from '../assistance/messages.ts';
import type { RequestNo } from '../assistance/request.ts';
import type { PaperId, SigningLevel } from '../paper/paper.ts';
import type { PartyId } from '../party/party.ts';
import type { EvidenceGroup, ReferralGround, ReferralReport } from '../referral/referral.ts';
import type { UnitRouting } from '../unit/unit.ts';
import type { CaseFile, ClosingMode } from './case.ts';
import type { MannerOfService } from './events.ts';
import type { LiftGround, ProposalId, StaffId } from './proposal.ts';

/** What a person does to a case. Words given with an act lie encrypted under `reasonId`. */
export type CaseAct =
  | { readonly kind: 'approve'; readonly proposals: readonly ProposalId[] | 'all' }
  | { readonly kind: 'decline'; readonly proposal: ProposalId; readonly reasonId: string }
  | { readonly kind: 'recordPayment'; readonly amount: Fen; readonly receivedOn: CivilDate }
  | { readonly kind: 'recordService'; readonly paperId: PaperId; readonly manner: MannerOfService; readonly servedAt: Instant }
  | { readonly kind: 'attachEvidence'; readonly evidenceId: string; readonly group: EvidenceGroup; readonly debtor: PartyId }
  | { readonly kind: 'refer'; readonly debtor: PartyId; readonly ground: ReferralGround }
  | {
      readonly kind: 'lift';
      readonly requestNo: RequestNo;
      /** `performed` only once everything owed has come in: for a draft that was declined and must be drawn up again. */
      readonly ground: Exclude<LiftGround, 'lapsed'>;
      readonly reasonId: string;
    }
  | { readonly kind: 'close'; readonly mode: ClosingMode };

export interface Actor {
  readonly id: StaffId;
  /** Absent for roles that sign nothing. */
  readonly level?: SigningLevel;
}

/** Whatever may befall a case. */
export type CaseOccurrence =
  | { readonly type: 'filed'; readonly at: Instant; readonly file: CaseFile }
  | { readonly type: 'units'; readonly at: Instant; readonly units: readonly UnitRouting[] }
  | { readonly type: 'act'; readonly at: Instant; readonly actor: Actor; readonly act: CaseAct }
  | { readonly type: 'report'; readonly at: Instant; readonly report: Report }
  | { readonly type: 'referralReport'; readonly at: Instant; readonly report: ReferralReport }
  | { readonly type: 'due'; readonly at: Instant };

/** What stands between a case and its closing. */
export type ClosingObstacle =
  | { readonly kind: 'debtOutstanding'; readonly fen: number }
  | { readonly kind: 'controlUnanswered' | 'urgingNotEnded'; readonly requestNo: RequestNo }
  | { readonly kind: 'measureInForce' | 'measureWaiting' | 'markNotCleared'; readonly requestNo: RequestNo; readonly lineNo: number };

/** Why a person's act on a case is refused. */
export type CaseRefusal =
  | { readonly kind: 'caseClosed' }
  | { readonly kind: 'notYourSignature'; readonly level: SigningLevel | 'none' }
  | { readonly kind: 'proposalUnknown'; readonly proposal: ProposalId }
  | { readonly kind: 'nothingToSign'; readonly awaits: readonly SigningLevel[] }
  | { readonly kind: 'makerMayNotCheck' }
  | { readonly kind: 'noticeUnknown'; readonly paperId: PaperId }
  | { readonly kind: 'dayInFuture'; readonly field: 'receivedOn' | 'servedAt' }
  | { readonly kind: 'notADebtor'; readonly party: PartyId }
  | { readonly kind: 'evidenceMissing'; readonly groups: readonly EvidenceGroup[] }
  | { readonly kind: 'alreadyReferred' }
  | { readonly kind: 'notPerformed'; readonly fen: number }
  | { readonly kind: 'requestUnknown' | 'nothingToLift' | 'alreadyLifting'; readonly requestNo: RequestNo }
  | { readonly kind: 'notClosable'; readonly obstacles: readonly ClosingObstacle[] };
