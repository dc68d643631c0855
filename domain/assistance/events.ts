import type { Instant } from '../calendar/instant.ts';
import type { PaperRef } from '../paper/paper.ts';
import type { LegalClock } from '../time-limit/legal-clock.ts';
import type { Channel } from '../unit/unit.ts';
import type { Answer, Outcome, RegisteredLine } from './answer.ts';
import type { Instruction } from './messages.ts';
import type { Ending, OpeningStep, ReportTo, RequestFile, StepKind, StepNo } from './request.ts';

/** Everything that can happen to an assistance request. Each event bears the instant of what happened, not of its recording. */
export type AssistanceEvent = { readonly at: Instant } & (
  | { readonly type: 'RequestOpened'; readonly file: RequestFile; readonly papers: readonly PaperRef[] }
  | {
      readonly type: 'StepDecided';
      readonly stepNo: StepNo;
      readonly step: StepKind;
      readonly papers: readonly PaperRef[];
      /** What a reminder or order presses for; for a renewal, a lift and what ends an urging, the service that first asked. */
      readonly of?: StepNo;
    }
  | {
      readonly type: 'StepDelivered';
      readonly stepNo: StepNo;
      readonly step: StepKind;
      readonly channel: Channel;
      readonly receiptNo: string;
      /** The answer term that service set running, or that an order gave anew. */
      readonly clock?: LegalClock;
      /** When pressure takes its next step if nobody answers. */
      readonly nextAt?: Instant;
    }
  | {
      readonly type: 'DeliveryFailed';
      readonly stepNo: StepNo;
      readonly channel: Channel;
      readonly failure: string;
      readonly retryAt: Instant;
      readonly nextChannel: number;
    }
  /** Without `retryAt` the unit will not take this step however often it is sent. */
  | { readonly type: 'DeliveryLeftToClerk'; readonly stepNo: StepNo; readonly failure: string; readonly retryAt?: Instant }
  /** A person has it tried again at once, under the same number: nobody knows whether the unit holds it already. */
  | { readonly type: 'DeliveryResumed'; readonly stepNo: StepNo }
  | { readonly type: 'TermPassed'; readonly stepNo: StepNo; readonly clock: LegalClock }
  | {
      readonly type: 'AnswerReceived';
      readonly replyNo: string;
      readonly stepNo: StepNo;
      readonly answer: Answer;
      readonly outcome: Outcome;
      readonly late: boolean;
    }
  | {
      readonly type: 'ReplyKeptOnFile';
      readonly replyNo: string;
      readonly stepNo: StepNo;
      readonly answer: Answer['kind'];
      readonly because: 'requestEnded' | 'notAsked' | 'otherUnit';
    }
  | { readonly type: 'ReplyRepeated'; readonly replyNo: string }
  | { readonly type: 'ReviewSuggested'; readonly replyNo: string; readonly clock: LegalClock }
  | { readonly type: 'ReviewAnswered'; readonly replyNo: string; readonly decision: 'maintained' | 'changed' }
  | { readonly type: 'ReviewOverdue'; readonly replyNo: string }
  | { readonly type: 'OrderDrawnUp'; readonly nextAt: Instant }
  | { readonly type: 'OrderAwaitsSignature' | 'OrderDeclined' }
  | { readonly type: 'OrderIgnored'; readonly stepNo: StepNo }
  | { readonly type: 'ReportedToOffice'; readonly stepNo: StepNo }
  | { readonly type: 'ChainInformed'; readonly stepNo: StepNo }
  | { readonly type: 'TermExtended'; readonly stepNo: StepNo; readonly clock: LegalClock; readonly nextAt: Instant }
  | { readonly type: 'MeasureRegistered' | 'MeasurePromoted' | 'MeasureRenewed'; readonly line: RegisteredLine }
  | { readonly type: 'MeasureEndNear'; readonly lineNo: number; readonly daysLeft: number }
  | { readonly type: 'MeasureLapsed' | 'MeasureLifted' | 'MarkCleared'; readonly lineNo: number }
  | { readonly type: 'MovedTo'; readonly caseId: string; readonly reportTo: readonly ReportTo[] }
  | { readonly type: 'InstructionMoot'; readonly instruction: Instruction['kind'] }
  | { readonly type: 'ExchangeClosed'; readonly step: OpeningStep }
  | { readonly type: 'RequestEnded'; readonly how: Ending }
);

export type AssistanceEventType = AssistanceEvent['type'];
