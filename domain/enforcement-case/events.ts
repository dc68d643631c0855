import type { Instant } from '../calendar/instant.ts';
import type { ActionId, Trigger } from '../catalogue/index.ts';
import type { Payment } from '../claim/claim.ts';
import type { Instruction, Report } from '../assistance/messages.ts';
import type { RequestFile, RequestNo } from '../assistance/request.ts';
import type { PaperId, PaperRef } from '../paper/paper.ts';
import type { PartyId } from '../party/party.ts';
import type { ReferralGround, ReferralNo, ReferralReport } from '../referral/referral.ts';
import type { NoAddressee } from '../unit/routing.ts';
import type { CaseFile, ClosingMode, CourtDuty, Evidence, Planning, Property } from './case.ts';
import type { Proposal, ProposalId, Signature, StaffId } from './proposal.ts';

/** How a paper reached a person. @see CPL 87–95 */
export type MannerOfService = 'direct' | 'left' | 'post' | 'electronic' | 'publicNotice';

/** Everything that can happen to a case. Each event bears the instant of what happened, not of its recording. */
export type CaseEvent = { readonly at: Instant } & (
  | { readonly type: 'CaseFiled'; readonly file: CaseFile; readonly duties: readonly CourtDuty[]; readonly planning: readonly Planning[] }
  | { readonly type: 'PlanAsked'; readonly planning: Planning }
  | { readonly type: 'PlanDrawnUp'; readonly trigger: Trigger }
  | { readonly type: 'NobodyToAsk'; readonly actionId: ActionId; readonly subject: PartyId; readonly problem: NoAddressee }
  | { readonly type: 'ProposalDrawnUp'; readonly proposal: Proposal }
  | { readonly type: 'PaperSigned'; readonly proposalId: ProposalId; readonly signature: Signature }
  | { readonly type: 'PaperIssued'; readonly proposalId: ProposalId; readonly paper: PaperRef }
  | { readonly type: 'ProposalCarriedOut' | 'ProposalOverdue' | 'ProposalWithdrawn'; readonly proposalId: ProposalId }
  | { readonly type: 'ProposalDeclined'; readonly proposalId: ProposalId; readonly by: StaffId; readonly reasonId: string }
  | { readonly type: 'RequestStarted'; readonly file: RequestFile; readonly papers: readonly PaperRef[]; readonly referral?: ReferralNo }
  | { readonly type: 'RequestInstructed'; readonly requestNo: RequestNo; readonly instruction: Instruction }
  | { readonly type: 'ReportTaken'; readonly report: Report }
  | { readonly type: 'PropertyFound'; readonly property: Property }
  | {
      readonly type: 'NoticeServed';
      readonly paperId: PaperId;
      readonly debtor: PartyId;
      readonly manner: MannerOfService;
      readonly servedAt: Instant;
    }
  | { readonly type: 'DutyOpened'; readonly duty: CourtDuty }
  | { readonly type: 'DutyMet' | 'DutyOverdue'; readonly limitId: CourtDuty['limitId']; readonly debtor?: PartyId }
  | { readonly type: 'PaymentRecorded'; readonly payment: Payment }
  | { readonly type: 'DebtSatisfied' }
  | { readonly type: 'EvidenceAttached'; readonly evidence: Evidence }
  | { readonly type: 'ReferralStarted'; readonly referralNo: ReferralNo; readonly debtor: PartyId; readonly ground: ReferralGround }
  | { readonly type: 'ReferralReportTaken'; readonly report: ReferralReport }
  | { readonly type: 'CaseClosed'; readonly mode: ClosingMode; readonly paper: PaperRef; readonly by: StaffId }
);

export type CaseEventType = CaseEvent['type'];
