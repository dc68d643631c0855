import type { Instant } from '../calendar/instant.ts';
import type { RequestAct } from '../assistance/messages.ts';
import type { RequestRefusal } from '../assistance/decide.ts';
import type { Answer } from '../assistance/answer.ts';
import type { StepNo } from '../assistance/request.ts';
import type { CaseAct, CaseRefusal } from '../enforcement-case/acts.ts';
import type { CaseFile } from '../enforcement-case/case.ts';
import type { SigningLevel } from '../paper/paper.ts';
import type { UnitCode } from '../unit/unit.ts';

/** Who acts, as the API has established it. `level` is what the person may sign; a court system and a clerk sign nothing. */
export interface ActorIdentity {
  readonly id: string;
  readonly role: string;
  readonly court: string;
  readonly unit?: string;
  readonly level?: SigningLevel;
}

/** One act of one person under one key: the same key with another body is refused, with the same body it is answered again. */
export interface KeyedAct<Act> {
  /** `<actor id>:<Idempotency-Key>`. */
  readonly actId: string;
  readonly actor: ActorIdentity;
  readonly bodyHash: string;
  readonly act: Act;
}

/** What an act came to. `line` is the number of the last event written for it. */
export interface ActResult {
  readonly line: number;
  readonly papers: readonly { readonly paperId: string; readonly number: string }[];
}

export type ActOutcome<Refusal> =
  | { readonly kind: 'done'; readonly at: Instant; readonly result: ActResult }
  /** Accepted and durable, not finished yet: ask again with the same key. */
  | { readonly kind: 'accepted'; readonly at: Instant }
  | { readonly kind: 'refused'; readonly refusal: Refusal | { readonly kind: 'recordRefused' | 'recordForked' } }
  | { readonly kind: 'keyReused' }
  | { readonly kind: 'unknown' }
  /** Nobody could accept it now. Nothing happened; the same key may be used again. */
  | { readonly kind: 'unavailable' };

export type FilingOutcome =
  | { readonly kind: 'filed'; readonly at: Instant; readonly repeated: boolean }
  | { readonly kind: 'otherContent' }
  | { readonly kind: 'unavailable' };

/** A unit's reply after the door: words are in the dossier, what is left are ids and codes. */
export interface AcceptedReply {
  readonly unit: UnitCode;
  readonly replyNo: string;
  readonly requestNo: string;
  readonly stepNo: StepNo;
  readonly answer: Answer;
}

export type ReplyOutcome =
  | { readonly kind: 'taken'; readonly repeated: boolean }
  | { readonly kind: 'otherContent' | 'unknownRequest' | 'foreignRequest' | 'unavailable' };

/** The counter's way to the processes: acts are admitted under the court clock, so that none is dated later than the person acted. */
export interface Desk {
  file(filing: KeyedAct<CaseFile>): Promise<FilingOutcome>;
  actOnCase(caseId: string, act: KeyedAct<CaseAct>): Promise<ActOutcome<CaseRefusal>>;
  actOnRequest(requestNo: string, act: KeyedAct<RequestAct>): Promise<ActOutcome<RequestRefusal>>;
  reply(reply: AcceptedReply): Promise<ReplyOutcome>;
}
