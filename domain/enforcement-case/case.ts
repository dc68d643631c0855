import type { Brand } from '../brand.ts';
import type { CivilDate, Instant } from '../calendar/instant.ts';
import type { ActionId, PropertyType, Trigger } from '../catalogue/index.ts';
import type { Claim, Payment } from '../claim/claim.ts';
import type { LawPackId } from '../law-pack/law-pack.ts';
import type { Measure, PropertyId } from '../measure/measure.ts';
import type { PaperRef } from '../paper/paper.ts';
import type { PartyFlags, PartyId } from '../party/party.ts';
import type { EvidenceGroup, ReferralGround, ReferralNo, ReferralStanding } from '../referral/referral.ts';
import type { LegalClock } from '../time-limit/legal-clock.ts';
import type { Ending, RequestNo } from '../assistance/request.ts';
import type { UnitCode } from '../unit/unit.ts';
import type { CourtCode } from './courts.ts';
import type { Proposal, StaffId } from './proposal.ts';

/** The slug of the case number: `2026-yun2301-zhi-123`. */
export type CaseId = Brand<string, 'CaseId'>;

/** What a case is filed with: ids, codes, flags, days and fen. Who the people are lies encrypted under the ids. */
export interface CaseFile {
  readonly caseId: CaseId;
  readonly court: CourtCode;
  readonly lawPack: LawPackId;
  readonly handler: StaffId;
  /** The day the application, or the transfer, was received. */
  readonly appliedOn: CivilDate;
  readonly parties: readonly PartyFlags[];
  readonly claim: Claim;
}

/** A request as its case knows it. */
export interface RequestOfCase {
  readonly requestNo: RequestNo;
  readonly actionId: ActionId;
  readonly unit: UnitCode;
  readonly subject: PartyId;
  readonly papers: readonly PaperRef[];
  /** The last report taken in, by which a repeated one is known. */
  readonly upTo: number;
  readonly served: boolean;
  readonly measures: readonly Measure[];
  readonly referral?: ReferralNo;
  readonly ended?: Ending;
  /** How the court has set about undoing what stands. */
  readonly undoing?: 'lift' | 'clearing' | 'endOfUrging';
  /** The end for which a renewal has been proposed, so that it is proposed once. */
  readonly renewalProposedFor?: Instant;
}

export interface Property {
  readonly propertyId: PropertyId;
  readonly type: PropertyType;
  readonly owner: PartyId;
}

/** A term the court itself must keep. */
export interface CourtDuty {
  readonly limitId: LegalClock['limitId'];
  readonly clock: LegalClock;
  readonly status: 'open' | 'met' | 'overdue';
  readonly debtor?: PartyId;
}

export interface Evidence {
  readonly evidenceId: string;
  readonly group: EvidenceGroup;
  readonly debtor: PartyId;
}

export interface ReferralOfCase {
  readonly referralNo: ReferralNo;
  readonly debtor: PartyId;
  readonly ground: ReferralGround;
  readonly upTo: number;
  readonly standing: ReferralStanding;
}

/** Something found out that a plan must be drawn up for; the registry is asked who holds the duty on the day of planning. */
export interface Planning {
  readonly trigger: Trigger;
  readonly subjects: readonly PartyId[];
  readonly properties: readonly PropertyId[];
  readonly referral?: ReferralNo;
}

interface CaseBook {
  readonly file: CaseFile;
  readonly filedAt: Instant;
  readonly counted: { readonly requests: number; readonly proposals: number; readonly referrals: number };
  readonly planning: readonly Planning[];
  readonly proposals: readonly Proposal[];
  readonly requests: readonly RequestOfCase[];
  readonly properties: readonly Property[];
  readonly payments: readonly Payment[];
  readonly duties: readonly CourtDuty[];
  readonly evidence: readonly Evidence[];
  readonly referrals: readonly ReferralOfCase[];
  /** Notices to debtors that are signed and wait for proof of service. */
  readonly unserved: readonly { readonly paper: PaperRef; readonly debtor: PartyId }[];
}

/** One case number from filing to closing. `satisfied`: everything owed has come in, and what the case imposed is being undone. */
export type EnforcementCase =
  | (CaseBook & { readonly status: 'open' })
  | (CaseBook & { readonly status: 'satisfied'; readonly satisfiedAt: Instant })
  | (CaseBook & { readonly status: 'closed'; readonly closedAs: ClosingMode; readonly closedAt: Instant });

/** @see ER 64; the further modes of closing come with the life of a whole case */
export type ClosingMode = 'performed';
