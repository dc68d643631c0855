import { allHandlersFinished, condition, defineQuery, defineSignal, defineUpdate, setHandler } from '@temporalio/workflow';
import { latest, type Instant } from '../../domain/calendar/instant.ts';
import type { ActResult } from '../../domain/ports/desk.ts';
import type { Standing } from '../../domain/ports/reader.ts';
import type { RecordableEvent, SignedAct } from '../../domain/ports/record.ts';
import { errandInWords } from '../../domain/process/errand-in-words.ts';
import type { Birth, Errand, ProcessKind } from '../../domain/process/process.ts';
import { followClock, whereItStands, type ActAnswer, type Carried, type Posted, type PostedAct } from '../messages/messages.ts';
import { openAnswers, refused, type Refusal } from './answers.ts';
import { courtClock } from './court-clock.ts';
import { openInbox, type Filed } from './inbox.ts';
import { write } from './record-keeper.ts';
import { standingBoard } from './standing.ts';

/** What one workflow type adds to the loop they all share: which messages it takes, and what each means to its process. */
export interface Procedure<State, Event extends RecordableEvent, Occurrence, Refused extends Refusal> {
  readonly kind: ProcessKind<State, Event, Occurrence, Refused>;
  readonly stream: string;
  readonly acts: Readonly<Record<string, string>>;
  readonly onAct: (act: PostedAct<unknown>, at: Instant) => Occurrence;
  readonly signals: Readonly<Record<string, { readonly inWords: string; readonly means: (body: unknown, at: Instant) => Occurrence }>>;
  readonly onDue: (at: Instant) => Occurrence;
  readonly bear: (birth: Birth, carried: Carried) => Promise<void>;
}

/** How a run ends: its process has ended, or its history is full and the next run carries on. */
export type RunEnd = { readonly kind: 'ended' } | { readonly kind: 'full'; readonly carried: Carried };

/** The opening entry of a process that writes its own first lines. */
export interface Opening<Event> {
  readonly events: readonly Event[];
  readonly signed: SignedAct;
  readonly consumes: readonly string[];
}

/**
 * The one loop of every process: takes the earliest matter, decides, records, evolves, acts, and waits for the next message or the one
 * next due instant. Handlers only file and wait, so the loop is the lock, and nothing happens to a process beside it.
 */
export const followProcess = async <State, Event extends RecordableEvent, Occurrence, Refused extends Refusal>(
  procedure: Procedure<State, Event, Occurrence, Refused>,
  start: Carried,
  opening?: Opening<Event>,
): Promise<RunEnd> => {
  const { kind, stream } = procedure;
  const clock = courtClock(start);
  const inbox = openInbox<Occurrence>(clock);
  const answers = openAnswers();
  const show = standingBoard();
  let state = start.state as State;
  let line = start.line;
  let taken = start.taken;
  let forked = false;
  let resting = false;

  const standing = (): Standing => (forked ? forkedStanding : kind.standingOf(state));

  const carried = (): Carried => ({ schemaVersion: 1, state, line, offsetMs: clock.offsetMs(), floor: clock.floor(), taken });

  /** Records events with what follows from them, and makes them the state. Answers what came of it, or why it was refused. */
  const turn = async (
    events: readonly Event[],
    consumes: readonly string[],
    signed?: SignedAct,
  ): Promise<{ readonly answer: ActResult } | { readonly refusal: Refusal }> => {
    const after = events.reduce(kind.evolve, state);
    const errand = kind.errandOf(after, clock.now());
    const handed = {
      kind: kind.name,
      stream,
      line,
      state,
      events,
      consumes,
      offsetMs: clock.offsetMs(),
      ...(signed !== undefined && { act: signed }),
    };
    const written = await write(handed, errand !== undefined, inWords(events, errand), events.at(-1)?.at ?? clock.now());
    if (written.kind === 'refused') return { refusal: { kind: 'recordRefused' } };
    if (written.kind === 'forked') {
      forked = true;
      return { refusal: { kind: 'recordForked' } };
    }
    const { turned } = written;
    const recorded = turned.events as readonly Event[];
    state = recorded.reduce(kind.evolve, state);
    line += recorded.length;
    clock.follow(turned.offsetMs);
    for (const { at } of recorded.slice(-1)) clock.reach(at);
    for (const birth of kind.birthsOf(state, recorded)) await procedure.bear(birth, { ...carried(), taken: [] });
    return { answer: turned.repeated ?? { line, papers: turned.papers } };
  };

  /** What happened, or else what is being done about what happened before. */
  const inWords = (events: readonly Event[], errand: Errand | undefined): string =>
    [...new Set(events.map((event) => kind.inWords(event)))].join('，') || (errand === undefined ? '收到来文' : errandInWords(errand));

  /** Runs errands until none is left that can be run now. */
  const settle = async (): Promise<void> => {
    while (!forked && kind.errandOf(state, clock.now()) !== undefined) await turn([], []);
  };

  const deal = async ({ id, at, means, act }: Filed<Occurrence>): Promise<void> => {
    const known = taken.includes(id);
    if (known && act === undefined) return;
    const decided = known ? { ok: true as const, value: [] } : kind.decide(state, means(latest(at, clock.floor())));
    const outcome = decided.ok ? await turn(decided.value, [id], act?.signed) : { refusal: decided.error };
    if ('refusal' in outcome) {
      // It left nothing behind: sent again under its key, in another run, it is decided anew and not taken for done.
      if (!forked) await turn([], [id]);
      if (act !== undefined) answers.refuse(id, outcome.refusal);
      return;
    }
    taken = [...taken, id].slice(-rememberedMessages);
    if (act !== undefined) answers.give(id, outcome.answer);
  };

  /** Nothing can be recorded any more: whoever waits for an answer hears so, and the run stays as it is for people to look at. */
  const standStill = async (): Promise<never> => {
    for (;;) {
      await condition(() => !inbox.isEmpty());
      const next = await inbox.next(undefined);
      if (next.kind === 'message' && next.filed.act !== undefined) answers.refuse(next.filed.id, { kind: 'recordForked' });
    }
  };

  const onDue = async (at: Instant): Promise<void> => {
    const decided = kind.decide(state, procedure.onDue(at));
    const events = decided.ok ? decided.value : [];
    if (events.length > 0) await turn(events, []);
    else if (kind.errandOf(state, clock.now()) === undefined) throw new Error(`Nothing follows from what is due at ${at} in ${stream}`);
  };

  const file = (posted: Posted<unknown>, means: (at: Instant) => Occurrence, act?: PostedAct<unknown>): void => {
    clock.follow(posted.offsetMs);
    const at = latest(posted.at, clock.floor());
    inbox.file({ id: posted.id, at, means, ...(act !== undefined && { act }) });
  };

  for (const [name, description] of Object.entries(procedure.acts))
    setHandler(
      defineUpdate<ActAnswer, [PostedAct<unknown>]>(name),
      async (act: PostedAct<unknown>) => {
        file(act, (at) => procedure.onAct(act, at), act);
        return { ...(await answers.take(act.id)), bodyHash: act.signed.bodyHash };
      },
      {
        description,
        validator: (act: PostedAct<unknown>) => {
          if (forked) throw refused({ kind: 'recordForked' });
          // Others may know already what is being recorded: who acts on it is heard when his turn comes, and may be refused then.
          if (!resting) return;
          const decided = kind.decide(state, procedure.onAct(act, latest(act.at, clock.floor())));
          if (!decided.ok && !taken.includes(act.id)) throw refused(decided.error);
        },
      },
    );
  for (const [name, { inWords: description, means }] of Object.entries(procedure.signals))
    setHandler(defineSignal<[Posted<unknown>]>(name), (posted) => file(posted, (at) => means(posted.body, at)), { description });
  setHandler(
    defineSignal<[number]>(followClock),
    (offsetMs: number) => {
      clock.follow(offsetMs);
      inbox.wake();
    },
    { description: '跟随法院时钟' },
  );
  setHandler(defineQuery<Carried>(whereItStands), carried, { description: '当前状态（供技术支持）' });

  if (opening !== undefined) {
    const outcome = await turn(opening.events, opening.consumes, opening.signed);
    if ('refusal' in outcome && !forked) throw refused(outcome.refusal);
  }
  for (;;) {
    await settle();
    show(standing(), forked ? undefined : kind.dueOf(state));
    if (forked) await standStill();
    if (kind.standingOf(state).ended && inbox.isEmpty()) break;
    resting = true;
    const next = await inbox.next(kind.dueOf(state));
    resting = false;
    if (next.kind === 'message') await deal(next.filed);
    else if (next.kind === 'due') await onDue(latest(next.at, clock.floor()));
    else if (await isQuiet(inbox)) return { kind: 'full', carried: carried() };
  }
  await condition(allHandlersFinished);
  return { kind: 'ended' };
};

/** A run hands over only when nobody waits for an answer and nothing lies unread. */
const isQuiet = async (inbox: { readonly isEmpty: () => boolean }): Promise<boolean> => {
  await condition(allHandlersFinished);
  return inbox.isEmpty();
};

/** Enough to recognise what a network repeats; the record knows the rest for ever. */
const rememberedMessages = 100;

const forkedStanding: Standing = {
  phase: 'recordForked',
  awaiting: 'clerk',
  details: '案卷记录与本流程不一致，流程已停止办理，请技术人员核对。',
  ended: false,
};
