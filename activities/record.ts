import { activityInfo } from '@temporalio/activity';
import { instantOf, latest, type Instant } from '../domain/calendar/instant.ts';
import type { ActResult } from '../domain/ports/desk.ts';
import type { CaseRecord, Entry, Postman, RecordableEvent, SignedAct } from '../domain/ports/record.ts';
import type { Errand, ProcessKindName } from '../domain/process/process.ts';
import { toFailure } from './failures.ts';
import { processNamed, type AnyProcess } from './process-kinds.ts';

/** What a workflow hands over in one turn: what it decided, on which state, and where its record ended before. */
export interface Turn {
  readonly kind: ProcessKindName;
  readonly stream: string;
  readonly line: number;
  /** The state before the events. */
  readonly state: unknown;
  readonly events: readonly RecordableEvent[];
  readonly act?: SignedAct;
  readonly consumes: readonly string[];
  readonly offsetMs: number;
}

/** What stands in the record after the turn, in order: the events handed over, and behind them what an errand brought back. */
export interface Turned {
  readonly events: readonly RecordableEvent[];
  readonly papers: ActResult['papers'];
  readonly offsetMs: number;
  /** The act had been recorded before: what came of it then. Nothing was written. */
  readonly repeated?: ActResult;
}

/** Runs one errand and says what befell. Expected trouble is an occurrence; only faults of our own house are thrown. */
export type RunErrand = (errand: Errand, offsetMs: number) => Promise<{ readonly at: Instant; readonly type: string }>;

export interface RecordPorts {
  readonly record: CaseRecord;
  readonly postman: Postman;
  readonly runErrand: RunErrand;
}

export type RecordActivities = ReturnType<typeof createRecordActivities>;

export const createRecordActivities = ({ record, postman, runErrand }: RecordPorts) => {
  /** Appends in one transaction, then hands over what the events say to other processes. */
  const append = async (turn: Turn, errand?: string): Promise<Turned> => {
    const process = processNamed(turn.kind);
    const entry = entryOf(process, turn, errand);
    const appended = await record.append(entry);
    if (!appended.ok) throw toFailure(appended.error);
    const { papers, offsetMs, repeated } = appended.value;
    if (repeated !== undefined) return { events: [], papers, offsetMs, repeated };
    for (const message of entry.messages) await handOver(record, postman, message, offsetMs);
    return { events: turn.events, papers, offsetMs };
  };

  return {
    /** Writes what was decided. Safe to repeat: what stands under its number is compared, and a message sent again is known by its id. */
    record: (turn: Turn): Promise<Turned> => append(turn),

    /**
     * Writes what was decided, does what follows from it outside, and writes what came of it.
     * Safe to repeat: both writings are numbered, the unit acts once per step number, and an errand of this run whose result stands in
     * the record already is not run again.
     */
    perform: async (turn: Turn): Promise<Turned> => {
      const process = processNamed(turn.kind);
      const decided = await append(turn);
      if (decided.repeated !== undefined) return decided;
      const state = process.after(turn.state, turn.events);
      const errand = process.errandOf(state, nowOf(turn, decided.offsetMs));
      if (errand === undefined) return decided;

      const line = turn.line + turn.events.length;
      const key = `errand:${activityInfo().workflowExecution?.runId ?? ''}#${line}`;
      const before = await record.broughtBack(turn.stream, key);
      if (before.length > 0) return { ...decided, events: [...turn.events, ...before] };

      const occurrence = await runErrand(errand, decided.offsetMs);
      const brought = process.decide(state, { ...occurrence, at: latest(occurrence.at, ...turn.events.slice(-1).map(({ at }) => at)) });
      const after = { kind: turn.kind, stream: turn.stream, line, state, events: brought, consumes: [], offsetMs: decided.offsetMs };
      const written = await append(after, key);
      return { events: [...turn.events, ...written.events], papers: decided.papers, offsetMs: written.offsetMs };
    },
  };
};

const nowOf = ({ events }: Turn, offsetMs: number): Instant =>
  latest(instantOf(Date.now() + offsetMs), ...events.slice(-1).map(({ at }) => at));

const entryOf = (process: AnyProcess, turn: Turn, errand: string | undefined): Entry => {
  const { stream, line, state, events, act, consumes, offsetMs } = turn;
  const after = process.after(state, events);
  return {
    stream,
    after: line,
    events,
    ...(act !== undefined && { act }),
    ...(errand !== undefined && { errand }),
    consumes,
    before: state,
    snapshot: process.snapshot(after, process.errandOf(after, nowOf(turn, offsetMs)) !== undefined),
    births: process.birthsOf(after, events),
    messages: process.messagesOf(state, events, line + 1),
    offsetMs,
  };
};

/** A message that cannot be handed over stays in the record: a closed recipient is shown, an absent engine is tried again later. */
const handOver = async (record: CaseRecord, postman: Postman, message: Entry['messages'][number], offsetMs: number): Promise<void> => {
  const sent = await postman.send(message, offsetMs);
  if (sent.ok) await record.markSent(message.id);
  else if (sent.error.kind === 'recipientClosed') await record.markUndeliverable(message.id, sent.error.kind);
};
