import type { Instant } from '../calendar/instant.ts';
import type { Listing, Birth, ProcessKindName, ProcessMessage } from '../process/process.ts';
import type { Result } from '../result.ts';
import type { ActResult } from './desk.ts';
import type { Standing } from './reader.ts';

/** An act as it travels: who, under which key, about which body, vouched for by the API's signature. No word of the body. */
export interface SignedAct {
  readonly actId: string;
  readonly bodyHash: string;
  readonly assertion: string;
}

export interface RecordableEvent {
  readonly type: string;
  readonly at: Instant;
}

/** A process after an entry, for the read model. */
export interface Snapshot {
  readonly kind: ProcessKindName;
  readonly listing: Listing;
  readonly standing: Standing;
  readonly dueAt?: Instant;
  /** True while an errand or a birth follows from what is recorded here. */
  readonly busy: boolean;
  readonly state: unknown;
}

/** What a process appends to its record in one transaction: all of it or nothing. */
export interface Entry {
  readonly stream: string;
  /** Number of the last event before these. */
  readonly after: number;
  readonly events: readonly RecordableEvent[];
  readonly act?: SignedAct;
  /** Set when the events are what an errand brought back: which errand of which run, so that its repetition finds them. */
  readonly errand?: string;
  /** The errand of this run that sets out behind these events: what it has brought back already is no other history. */
  readonly sendsOut?: string;
  /** Messages and acts taken in with this entry. */
  readonly consumes: readonly string[];
  /** The state before these events: what a paper that they issue is composed from. */
  readonly before: unknown;
  readonly snapshot: Snapshot;
  readonly births: readonly (Birth & { readonly snapshot: Snapshot })[];
  readonly messages: readonly ProcessMessage[];
  /** The court clock's offset as the process knows it, in milliseconds. */
  readonly offsetMs: number;
}

export interface Appended {
  /** Papers that were issued with this entry, with the numbers they were given. */
  readonly papers: ActResult['papers'];
  /** The court clock's offset now, in milliseconds. */
  readonly offsetMs: number;
  /** Set when the act had been recorded before, in another entry: what came of it then. */
  readonly repeated?: ActResult;
  /** Set when an earlier attempt of the errand has brought something back: the events that stand, in place of any others. */
  readonly broughtBack?: readonly RecordableEvent[];
}

export type RecordFailure =
  /** Another history has written these numbers. The run must stop acting. */
  | { readonly kind: 'recordForked'; readonly stream: string; readonly number: number }
  /** A constraint of the record stands against it. Nothing was written. */
  | { readonly kind: 'recordRefused'; readonly rule: 'badAssertion' | 'makerMayNotCheck' | 'paperWithoutSignature' | 'duplicate' };

/** The only way anything about a process is written. */
export interface CaseRecord {
  append(entry: Entry): Promise<Result<Appended, RecordFailure>>;
  /** Messages that were recorded at least so many real milliseconds ago and not handed over. */
  unsent(limit: number, olderThanMs: number): Promise<readonly ProcessMessage[]>;
  /** Whether its sender has an older message for the same recipient that is still to be handed over: order is kept for each pair. */
  isBehindAnother(message: ProcessMessage): Promise<boolean>;
  markSent(messageId: string): Promise<void>;
  markUndeliverable(messageId: string, problem: string): Promise<void>;
}

/** Hands a message to another process. */
export interface Postman {
  send(message: ProcessMessage, offsetMs: number): Promise<Result<undefined, { readonly kind: 'recipientClosed' | 'engineAway' }>>;
}
