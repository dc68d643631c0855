import { requestProcess } from '../domain/assistance/process.ts';
import { caseProcess } from '../domain/enforcement-case/process.ts';
import { referralProcess } from '../domain/referral/process.ts';
import type { Instant } from '../domain/calendar/instant.ts';
import type { Birth, Errand, Listing, ProcessKind, ProcessKindName, ProcessMessage } from '../domain/process/process.ts';
import type { RecordableEvent, Snapshot } from '../domain/ports/record.ts';

/** A kind of process as an errand sees it: events and occurrences travel as plain data, and are what their own kind says they are. */
export interface AnyProcess {
  readonly after: (state: unknown, events: readonly RecordableEvent[]) => unknown;
  readonly decide: (state: unknown, occurrence: unknown) => readonly RecordableEvent[];
  readonly errandOf: (state: unknown, now: Instant) => Errand | undefined;
  readonly snapshot: (state: unknown, busy: boolean) => Snapshot;
  readonly messagesOf: (state: unknown, events: readonly RecordableEvent[], line: number) => readonly ProcessMessage[];
  readonly birthsOf: (state: unknown, events: readonly RecordableEvent[]) => readonly (Birth & { readonly snapshot: Snapshot })[];
  readonly listingOf: (state: unknown) => Listing;
}

/** Looks a process up by the name under which its turn arrived. */
export const processNamed = (name: ProcessKindName): AnyProcess => processes[name]();

const processes: Record<ProcessKindName, () => AnyProcess> = {
  case: () => plain(caseProcess),
  request: () => plain(requestProcess),
  referral: () => plain(referralProcess),
};

/** What arrives was written by the workflow of the same kind in the same release; its shape is the replay corpus's business. */
const plain = <State, Event extends RecordableEvent, Occurrence, Refusal>(
  kind: ProcessKind<State, Event, Occurrence, Refusal>,
): AnyProcess => {
  const after = (state: unknown, events: readonly RecordableEvent[]): State =>
    (events as readonly Event[]).reduce(kind.evolve, state as State);
  return {
    after,
    decide: (state, occurrence) => {
      const decided = kind.decide(state as State, occurrence as Occurrence);
      return decided.ok ? decided.value : [];
    },
    errandOf: (state, now) => kind.errandOf(state as State, now),
    snapshot: (state, busy) => snapshotOf(kind, state as State, busy),
    messagesOf: (state, events, line) => kind.messagesOf(state as State, events as readonly Event[], line),
    birthsOf: (state, events) =>
      kind.birthsOf(after(state, []), events as readonly Event[]).map((birth) => ({ ...birth, snapshot: newborn(birth) })),
    listingOf: (state) => kind.listingOf(state as State),
  };
};

const snapshotOf = <State, Event extends RecordableEvent, Occurrence, Refusal>(
  kind: ProcessKind<State, Event, Occurrence, Refusal>,
  state: State,
  busy: boolean,
): Snapshot => {
  const dueAt = kind.dueOf(state);
  return {
    kind: kind.name,
    listing: kind.listingOf(state),
    standing: kind.standingOf(state),
    ...(dueAt !== undefined && { dueAt }),
    busy,
    state,
  };
};

const newborn = (birth: Birth): Snapshot => {
  const process = processNamed(birth.kind);
  return process.snapshot(replayed(birth), birth.kind === 'request');
};

const replayed = ({ kind, events }: Birth): unknown => {
  switch (kind) {
    case 'request':
      return requestProcess.replay(events as Parameters<typeof requestProcess.replay>[0]);
    case 'referral':
      return referralProcess.replay(events as Parameters<typeof referralProcess.replay>[0]);
    case 'case':
      return caseProcess.replay(events as Parameters<typeof caseProcess.replay>[0]);
  }
};
