import { activityInfo } from '@temporalio/activity';
import { instantOf, latest, type Instant } from '../domain/calendar/instant.ts';
import type { ActResult } from '../domain/ports/desk.ts';
import type { Appended, CaseRecord, Entry, Postman, RecordableEvent, SignedAct } from '../domain/ports/record.ts';
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
  const append = async (turn: Turn, errand: Pick<Entry, 'errand' | 'sendsOut'> = {}): Promise<Appended> => {
    const entry = entryOf(processNamed(turn.kind), turn, errand);
    const appended = await record.append(entry);
    if (!appended.ok) throw toFailure(appended.error);
    const isNews = appended.value.repeated === undefined && appended.value.broughtBack === undefined;
    for (const message of isNews ? entry.messages : []) await handOver(record, postman, message, appended.value.offsetMs);
    return appended.value;
  };

  return {
    /** Writes what was decided. Safe to repeat: what stands under its number is compared, and a message sent again is known by its id. */
    record: async (turn: Turn): Promise<Turned> => turned(turn, await append(turn)),

    /**
     * Writes what was decided, does what follows from it outside, and writes what came of it.
     * Safe to repeat: both writings are numbered, the unit acts once per step number, and an errand of this run whose result stands in
     * the record already is not run again. Of two attempts at once the first to bring something back is believed by both.
     */
    perform: async (turn: Turn): Promise<Turned> => {
      const process = processNamed(turn.kind);
      const line = turn.line + turn.events.length;
      const key = `errand:${activityInfo().workflowExecution?.runId ?? ''}#${line}`;
      const decided = await append(turn, { sendsOut: key });
      const state = process.after(turn.state, turn.events);
      const errand = process.errandOf(state, nowOf(turn, decided.offsetMs));
      const isDone = decided.repeated !== undefined || decided.broughtBack !== undefined;
      if (isDone || errand === undefined) return turned(turn, decided);

      const occurrence = await runErrand(errand, decided.offsetMs);
      const brought = process.decide(state, { ...occurrence, at: latest(occurrence.at, ...turn.events.slice(-1).map(({ at }) => at)) });
      const after = { kind: turn.kind, stream: turn.stream, line, state, events: brought, consumes: [], offsetMs: decided.offsetMs };
      const { broughtBack = brought, offsetMs } = await append(after, { errand: key });
      return turned(turn, { ...decided, broughtBack, offsetMs });
    },
  };
};

const turned = ({ events }: Turn, { papers, offsetMs, repeated, broughtBack = [] }: Appended): Turned =>
  repeated === undefined ? { events: [...events, ...broughtBack], papers, offsetMs } : { events: [], papers, offsetMs, repeated };

const nowOf = ({ events }: Turn, offsetMs: number): Instant =>
  latest(instantOf(Date.now() + offsetMs), ...events.slice(-1).map(({ at }) => at));

const entryOf = (process: AnyProcess, turn: Turn, errand: Pick<Entry, 'errand' | 'sendsOut'>): Entry => {
  const { stream, line, state, events, act, consumes, offsetMs } = turn;
  const after = process.after(state, events);
  return {
    stream,
    after: line,
    events,
    ...(act !== undefined && { act }),
    ...errand,
    consumes,
    before: state,
    snapshot: process.snapshot(after, process.errandOf(after, nowOf(turn, offsetMs)) !== undefined),
    births: process.birthsOf(after, events),
    messages: process.messagesOf(state, events, line + 1),
    offsetMs,
  };
};

/**
 * A message that cannot be handed over stays in the record: a closed recipient is shown, an absent engine is tried again later. What is
 * behind such a one waits with it, for a receiver takes later news as the newest.
 */
const handOver = async (record: CaseRecord, postman: Postman, message: Entry['messages'][number], offsetMs: number): Promise<void> => {
  if (await record.isBehindAnother(message)) return;
  const sent = await postman.send(message, offsetMs);
  if (sent.ok) await record.markSent(message.id);
  else if (sent.error.kind === 'recipientClosed') await record.markUndeliverable(message.id, sent.error.kind);
};
