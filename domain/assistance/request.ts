import type { Brand } from '../brand.ts';
import type { Instant } from '../calendar/instant.ts';
import type { ActionId } from '../catalogue/index.ts';
import type { CourtCode } from '../enforcement-case/courts.ts';
import type { LawPackId } from '../law-pack/law-pack.ts';
import type { Measure, PropertyId } from '../measure/measure.ts';
import type { PaperRef } from '../paper/paper.ts';
import type { PartyId } from '../party/party.ts';
import type { LegalClock } from '../time-limit/legal-clock.ts';
import type { Channel, UnitCode } from '../unit/unit.ts';

/** `2026-yun2301-zhi-123/7`: the case it was born in and a running number, given once and kept for ever. */
export type RequestNo = Brand<string, 'RequestNo'>;

/** `<request no>/<n>`: one business step, fixed when it is decided. The unit acts once per step number. */
export type StepNo = Brand<string, 'StepNo'>;

/** A workflow that is told how a request goes: its case, and the referral it serves. */
export type ReportTo = Brand<string, 'ReportTo'>;

/** A business step towards the unit. Reminder and order belong to the exchange they press; the others open one of their own. */
export type StepKind = OpeningStep | 'reminder' | 'order';

export type OpeningStep = 'service' | 'renewal' | 'lift' | 'clearing' | 'endOfUrging';

/** The facts of a request that never change, except whom it reports to. */
export interface RequestFile {
  readonly requestNo: RequestNo;
  /** The slug of the case it belongs to. */
  readonly caseId: string;
  readonly court: CourtCode;
  readonly actionId: ActionId;
  readonly unit: UnitCode;
  readonly channels: readonly Channel[];
  readonly subject: PartyId;
  /** A subject whose performance the assessment counts apart: deputies, officials, state-owned enterprises. */
  readonly specialSubject: boolean;
  /** What a control is to take hold of, line by line. */
  readonly lines: readonly { readonly lineNo: number; readonly property: PropertyId }[];
  readonly lawPack: LawPackId;
  readonly reportTo: readonly ReportTo[];
}

/** What must go to the unit now, or again at `notBefore` when no channel carried it. */
export interface Outgoing {
  readonly stepNo: StepNo;
  readonly step: StepKind;
  readonly papers: readonly PaperRef[];
  /** The step it presses for, renews or undoes. */
  readonly of?: StepNo;
  /** Index into the unit's channels. */
  readonly channel: number;
  readonly failures: number;
  readonly notBefore?: Instant;
  /** True when every channel failed and a person must find a way. */
  readonly withClerk?: boolean;
}

/**
 * How far pressure for one answer has climbed. Timers propose: `drawnUp` waits for a signature, and only `ordered` has left the court.
 * `nextAt` is absent while a reminder or order is on its way, and once the wait for a signature has alarmed.
 *
 * @see CPL 117 for the order; plan §一(二) for the office
 */
export type Ladder =
  | { readonly rung: 'none' | 'reminded' | 'drawnUp' | 'ordered'; readonly nextAt?: Instant }
  | { readonly rung: 'atRest'; readonly because: 'returned' | 'orderDeclined' | 'orderIgnored' | 'reportedToOffice' | 'chainInformed' };

/** One question to the unit and the wait for its answer. */
export interface Exchange {
  readonly step: OpeningStep;
  readonly stepNo: StepNo;
  readonly papers: readonly PaperRef[];
  readonly outgoing?: Outgoing;
  /** Runs from service. Absent until then, and for a letter that asks for no answer. */
  readonly clock?: LegalClock;
  /** The term that was given at first has run out: whatever comes now is late, also within the term of an order. */
  readonly termPassed?: true;
  readonly ladder?: Ladder;
  /** Of a renewal: the lines the unit has not confirmed yet. */
  readonly toRenew?: readonly number[];
  /** A refusal the unit gave in so many words: it shortens the way to the order. */
  readonly refused?: boolean;
}

/** A unit's objection, recorded and answered by the judge; the exchange goes on beside it. @see plan §五(三); NQ 6 */
export interface ReviewSuggestion {
  readonly replyNo: string;
  readonly clock: LegalClock;
  readonly overdue: boolean;
}

interface Running {
  readonly file: RequestFile;
  readonly openedAt: Instant;
  readonly steps: number;
  readonly servedAt?: Instant;
  readonly measures: readonly Measure[];
  /** Objections the judge has not answered yet, each with its own clock. */
  readonly reviews: readonly ReviewSuggestion[];
  /** Numbers of the unit's replies that were taken in, so that a repeat is known. */
  readonly replies: readonly string[];
  /** The service that asked for what now stands; a lift and a renewal name it. */
  readonly origin?: { readonly stepNo: StepNo };
}

/** How a request ended, in the words of the record. */
export type Ending = 'answered' | 'notControlled' | 'lifted' | 'urgingEnded' | 'withdrawn' | 'chainEnded';

/**
 * One action asked of one unit about one subject in one case.
 *
 * `exchanging`: something was asked and is not answered. `standing`: nothing is awaited, but a measure, or an urging, is in force.
 */
export type AssistanceRequest =
  | (Running & { readonly status: 'exchanging'; readonly exchange: Exchange })
  | (Running & { readonly status: 'standing' })
  | (Running & { readonly status: 'ended'; readonly how: Ending; readonly endedAt: Instant });

export const stepNoOf = (request: Pick<AssistanceRequest, 'file' | 'steps'>): StepNo =>
  `${request.file.requestNo}/${request.steps + 1}` as StepNo;

/** The step an exchange opened with, for whoever must know what is being waited for. */
export const openStepOf = (request: AssistanceRequest): OpeningStep | undefined =>
  request.status === 'exchanging' ? request.exchange.step : undefined;

/** Whether an order is drawn up that only lacks its signature. */
export const awaitsOrder = (request: AssistanceRequest): boolean =>
  request.status === 'exchanging' && request.exchange.ladder?.rung === 'drawnUp' && request.exchange.outgoing?.step !== 'order';
