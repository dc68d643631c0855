import type { RequestNo, StepKind, StepNo } from '../assistance/request.ts';
import type { CivilDate, Instant } from '../calendar/instant.ts';
import type { ActionId } from '../catalogue/index.ts';
import type { CaseNumber, CourtCode } from '../enforcement-case/case-number.ts';
import type { PaperId, PaperKind } from '../paper/paper.ts';
import type { PartyId, PartyKind } from '../party/party.ts';
import type { Result } from '../result.ts';
import type { UnitCode } from '../unit/unit.ts';

/**
 * One way of bringing a business step to a unit. Every channel keeps the same promises: a step may be delivered again and again, the
 * unit acts once per step number and gives its first receipt each time; the same number with another content is rejected; and
 * expected trouble comes back as a value.
 */
export interface UnitChannel {
  /** Tries once. Safe to repeat with the same delivery; `signal` ends the attempt early. */
  deliver(delivery: Delivery, signal?: AbortSignal): Promise<Result<DeliveryReceipt, DeliveryFailure>>;
}

/** What a unit is given to read. It names persons, so it is put together in an activity and never enters a workflow's state. */
export interface Delivery {
  readonly stepNo: StepNo;
  /** For a reminder, order, renewal or lift: the step that first asked. */
  readonly originalStepNo?: StepNo;
  readonly requestNo: RequestNo;
  readonly step: StepKind;
  readonly actionId: ActionId;
  readonly court: { readonly code: CourtCode; readonly name: string };
  readonly caseNumber: CaseNumber;
  readonly unit: UnitCode;
  readonly subject?: DeliverySubject;
  /** What a control is asked to take hold of, renew, let go or clear; empty for everything else. */
  readonly lines: readonly DeliveryLine[];
  readonly papers: readonly DeliveryPaper[];
  /** The last day for the answer, as printed on the paper. */
  readonly answerBy?: CivilDate;
  /** When the court sent it. The only field in which a repeat may differ from the first delivery. */
  readonly sentAt: Instant;
  /** Whom the unit may call about it: the handler and his telephone. */
  readonly contact: string;
}

export interface DeliverySubject {
  readonly partyId: PartyId;
  readonly category: PartyKind;
  readonly name: string;
  readonly idType: 'residentIdentity' | 'unifiedCreditCode';
  readonly idNo: string;
}

export interface DeliveryLine {
  readonly lineNo: number;
  readonly object: string;
  readonly startsOn?: CivilDate;
  /** The last day of the term asked for. */
  readonly endsOn?: CivilDate;
  /** The unit's own number, once it has given one. */
  readonly registrationNo?: string;
}

export interface DeliveryPaper {
  readonly paperId: PaperId;
  readonly kind: PaperKind;
  readonly title: string;
  readonly number: string;
  /** SHA-256 of the approved content, in hex. */
  readonly contentHash: string;
  readonly html: string;
}

/** That the unit holds the papers: service takes effect at `receivedAt`. @see SFF 1 */
export interface DeliveryReceipt {
  readonly receiptNo: string;
  readonly receivedAt: Instant;
  /** True when the unit knew this step number already. */
  readonly repeat: boolean;
}

/**
 * `unitUnreachable`: no answer, or none that the unit itself gave; nobody knows whether it holds the step, so it is sent again.
 * `unitBusy`: the unit asked to come again, after that many seconds if it said so.
 * `unreadableReceipt`: it answered something that is no receipt for this step; `detail` names the fault, never a value.
 * `deliveryRejected`: it will not take this step however often it is sent; `code` is the unit's own word.
 */
export type DeliveryFailure =
  | { readonly kind: 'unitUnreachable' }
  | { readonly kind: 'unitBusy'; readonly retryAfterSeconds?: number }
  | { readonly kind: 'unreadableReceipt'; readonly detail: string }
  | { readonly kind: 'deliveryRejected'; readonly status: number; readonly code: string };
