import type { Instant } from '../calendar/instant.ts';
import type { Outgoing, RequestFile } from '../assistance/request.ts';
import type { Standing } from '../ports/reader.ts';
import type { Result } from '../result.ts';

/** The three kinds of process: one durable workflow each. */
export type ProcessKindName = 'case' | 'request' | 'referral';

/** Something done outside on behalf of a process. Whatever it brings back is an occurrence of that process. */
export type Errand =
  | { readonly kind: 'deliver'; readonly outgoing: Outgoing; readonly file: RequestFile; readonly originalStepNo?: string }
  | { readonly kind: 'readUnits' };

/** A message from one process to another, sent when what caused it has been recorded. */
export interface ProcessMessage {
  /** Known by its sender's line, so that a second sending is recognised. */
  readonly id: string;
  readonly to: string;
  readonly signal: 'report' | 'referralReport' | 'instruction';
  readonly at: Instant;
  readonly body: unknown;
}

/** A process that an event has called into being, with the first lines of its record. */
export interface Birth {
  readonly kind: ProcessKindName;
  readonly workflowId: string;
  readonly events: readonly { readonly at: Instant; readonly type: string }[];
}

/**
 * A kind of process as pure functions. The workflow waits and runs errands; what happens and what follows is said here, and can be
 * played without any engine.
 */
export interface ProcessKind<State, Event extends { readonly at: Instant; readonly type: string }, Occurrence, Refusal> {
  readonly name: ProcessKindName;
  readonly replay: (events: readonly Event[]) => State;
  readonly evolve: (state: State, event: Event) => State;
  readonly decide: (state: State, occurrence: Occurrence) => Result<readonly Event[], Refusal>;
  readonly dueOf: (state: State) => Instant | undefined;
  readonly errandOf: (state: State, now: Instant) => Errand | undefined;
  readonly standingOf: (state: State) => Standing;
  /** What the events mean to others. `state` is before them, `line` the number of the first. */
  readonly messagesOf: (state: State, events: readonly Event[], line: number) => readonly ProcessMessage[];
  readonly birthsOf: (state: State, events: readonly Event[]) => readonly Birth[];
  /** An event as a supervisor reads it. */
  readonly inWords: (event: Event) => string;
  /** What a process is listed under. */
  readonly listingOf: (state: State) => Listing;
}

export interface Listing {
  readonly workflowId: string;
  readonly caseId: string;
  readonly court: string;
  readonly unit?: string;
  readonly actionId?: string;
  readonly handler?: string;
}
