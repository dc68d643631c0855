import type { Instant } from '../calendar/instant.ts';
import type { ActionId } from '../catalogue/index.ts';
import type { Measure } from '../measure/measure.ts';
import type { PaperRef } from '../paper/paper.ts';
import type { Channel, UnitCode } from '../unit/unit.ts';
import type { Answer } from './answer.ts';
import type { Ending, ReportTo, RequestNo, StepNo } from './request.ts';

/** A fact from a unit. Repeats carry the same number. */
export interface Reply {
  readonly type: 'reply';
  readonly at: Instant;
  readonly unit: UnitCode;
  readonly replyNo: string;
  readonly stepNo: StepNo;
  readonly answer: Answer;
}

/** What the case orders a request to do once the papers for it are signed. */
export type Instruction =
  | { readonly kind: 'order'; readonly paper: PaperRef }
  | { readonly kind: 'renew' | 'lift' | 'clear' | 'endUrging'; readonly papers: readonly PaperRef[] }
  | { readonly kind: 'withdraw' | 'declineOrder' }
  | { readonly kind: 'adopt'; readonly caseId: string; readonly reportTo: readonly ReportTo[] };

/** What a person does to a request directly. */
export type RequestAct =
  | { readonly kind: 'answerReview'; readonly replyNo: string; readonly decision: 'maintained' | 'changed' }
  | { readonly kind: 'serveAgain' };

/** Whatever may befall a request. */
export type RequestOccurrence =
  | Reply
  | { readonly type: 'instruction'; readonly at: Instant; readonly instruction: Instruction }
  | { readonly type: 'act'; readonly at: Instant; readonly act: RequestAct }
  | { readonly type: 'due'; readonly at: Instant }
  | { readonly type: 'delivered'; readonly at: Instant; readonly channel: Channel; readonly receiptNo: string }
  | {
      readonly type: 'undelivered';
      readonly at: Instant;
      readonly channel: Channel;
      readonly failure: string;
      readonly permanent: boolean;
    };

/** What a request tells its case, and the referral it serves: one report a turn. */
export interface Report {
  readonly actionId: ActionId;
  readonly requestNo: RequestNo;
  /** The number of the last event behind it, by which a repeated report is known. */
  readonly upTo: number;
  readonly at: Instant;
  readonly contents: readonly ReportContent[];
}

export type ReportContent =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** `orderMoot`: the order is not needed any more, so that its draft must not be signed. */
  | { readonly kind: 'orderDrawnUp' | 'orderMoot' | 'chainSilent' }
  | { readonly kind: 'served'; readonly at: Instant }
  | { readonly kind: 'measures'; readonly measures: readonly Measure[] }
  | { readonly kind: 'ended'; readonly how: Ending };
