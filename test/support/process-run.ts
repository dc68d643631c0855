import { deepStrictEqual } from 'node:assert';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { Birth, Errand, ProcessKind, ProcessMessage } from '../../domain/process/process.ts';

type Recorded = { readonly at: Instant; readonly type: string };

/** One process played by its pure functions alone: its record, its state, and what it waits for. */
export interface ProcessRun<State, Event, Occurrence, Refusal> {
  state(): State;
  events(): readonly Event[];
  due(): Instant | undefined;
  errand(now: Instant): Errand | undefined;
  /** Answers why it was refused, or nothing when it was taken in. */
  receive(occurrence: Occurrence): Refusal | undefined;
}

/**
 * Begins a process and lets it live on what it is told. Holds every process to what the engine and the record rely on: no event is
 * dated before the one ahead of it, every state survives JSON, and the record alone gives the state again.
 */
export const begin = <State, Event extends Recorded, Occurrence, Refusal>(
  kind: ProcessKind<State, Event, Occurrence, Refusal>,
  opening: readonly Event[],
  tell: (messages: readonly ProcessMessage[], births: readonly Birth[]) => void,
): ProcessRun<State, Event, Occurrence, Refusal> => {
  let events: readonly Event[] = [];
  let state = kind.replay(opening);

  const append = (before: State, more: readonly Event[]): void => {
    const line = events.length + 1;
    events = [...events, ...more];
    state = more.reduce(kind.evolve, before);
    inOrderOfTime(events.slice(Math.max(0, line - 2)));
    deepStrictEqual(JSON.parse(JSON.stringify(state)), state, `${kind.name}: the state does not survive JSON`);
    deepStrictEqual(kind.replay(events), state, `${kind.name}: the record does not give the state again`);
    tell(kind.messagesOf(before, more, line), kind.birthsOf(before, more));
  };
  append(kind.replay(opening.slice(0, 1)), opening);

  return {
    state: () => state,
    events: () => events,
    due: () => kind.dueOf(state),
    errand: (now) => kind.errandOf(state, now),
    receive: (occurrence) => {
      const decision = kind.decide(state, occurrence);
      if (!decision.ok) return decision.error;
      if (decision.value.length > 0) append(state, decision.value);
      return undefined;
    },
  };
};

const inOrderOfTime = (events: readonly Recorded[]): void => {
  events.reduce((last, event) => {
    if (event.at < last.at) throw new Error(`${event.type} of ${event.at} is recorded behind ${last.type} of ${last.at}`);
    return event;
  });
};
