import type { Answer } from '../../domain/assistance/answer.ts';
import type { RequestRefusal } from '../../domain/assistance/decide.ts';
import type { AssistanceEvent } from '../../domain/assistance/events.ts';
import type { Instruction, Report, RequestAct, RequestOccurrence } from '../../domain/assistance/messages.ts';
import { openingLines } from '../../domain/assistance/opening.ts';
import { requestAddress, requestProcess } from '../../domain/assistance/process.ts';
import type { AssistanceRequest, RequestFile, StepNo } from '../../domain/assistance/request.ts';
import { addMs, latest, parseInstant, type Instant } from '../../domain/calendar/instant.ts';
import type { ActionId } from '../../domain/catalogue/index.ts';
import type { Actor, CaseAct, CaseOccurrence, CaseRefusal } from '../../domain/enforcement-case/acts.ts';
import type { CaseFile, EnforcementCase } from '../../domain/enforcement-case/case.ts';
import type { CaseEvent } from '../../domain/enforcement-case/events.ts';
import { fileCase } from '../../domain/enforcement-case/file-case.ts';
import { caseProcess } from '../../domain/enforcement-case/process.ts';
import type { PaperRef } from '../../domain/paper/paper.ts';
import type { Birth, Errand, ProcessMessage } from '../../domain/process/process.ts';
import type { ReferralOccurrence } from '../../domain/referral/decide.ts';
import type { ReferralEvent } from '../../domain/referral/events.ts';
import { referralProcess } from '../../domain/referral/process.ts';
import type { Referral, ReferralReport } from '../../domain/referral/referral.ts';
import type { UnitCode, UnitRouting } from '../../domain/unit/unit.ts';
import { begin, type ProcessRun } from './process-run.ts';

type RequestRun = ProcessRun<AssistanceRequest, AssistanceEvent, RequestOccurrence, RequestRefusal>;
type CaseRun = ProcessRun<EnforcementCase, CaseEvent, CaseOccurrence, CaseRefusal>;
type ReferralRun = ProcessRun<Referral, ReferralEvent, ReferralOccurrence, never>;

/** How one attempt to bring a step to a unit ends. Without one every attempt succeeds. */
export type Messenger = (attempt: { readonly stepNo: StepNo; readonly channel: string }) => 'delivered' | 'unreachable' | 'rejected';

/** A moment in China, `2026-03-02 09:00`. */
export const moment = (text: string): Instant => {
  const instant = parseInstant(`${text.replace(' ', 'T')}:00+08:00`);
  if (!instant.ok) throw new Error(`No such moment: ${text}`);
  return instant.value;
};

/**
 * Plays court and units by the pure processes alone: no engine, no database, no waiting. The court clock goes from one due instant to
 * the next; what a process tells another arrives at once, and what must go to a unit is brought to it at once.
 */
export const story = (from: string, units: readonly UnitRouting[] = []) => {
  let now = moment(from);
  let messenger: Messenger = () => 'delivered';
  let replies = 0;
  const requests = new Map<string, RequestRun>();
  const referrals = new Map<string, ReferralRun>();
  const cases = new Map<string, CaseRun>();
  const post: ProcessMessage[] = [];

  const tell = (messages: readonly ProcessMessage[], births: readonly Birth[]): void => {
    births.forEach(bear);
    post.push(...messages);
  };
  const bear = ({ kind, workflowId, events }: Birth): void => {
    if (kind === 'request') requests.set(workflowId, begin(requestProcess, events as readonly AssistanceEvent[], tell));
    if (kind === 'referral') referrals.set(workflowId, begin(referralProcess, events as readonly ReferralEvent[], tell));
  };
  const hand = ({ to, signal, at, body }: ProcessMessage): void => {
    if (signal === 'instruction') requests.get(to)?.receive({ type: 'instruction', at, instruction: body as Instruction });
    if (signal === 'referralReport') cases.get(to)?.receive({ type: 'referralReport', at, report: body as ReferralReport });
    if (signal !== 'report') return;
    cases.get(to)?.receive({ type: 'report', at, report: body as Report });
    referrals.get(to)?.receive({ type: 'report', at, report: body as Report });
  };
  const bring = (run: RequestRun, { outgoing, file }: Extract<Errand, { kind: 'deliver' }>): void => {
    const channel = file.channels[outgoing.channel] ?? 'rest';
    const fate = messenger({ stepNo: outgoing.stepNo, channel });
    if (fate === 'delivered') run.receive({ type: 'delivered', at: now, channel, receiptNo: `hz-${outgoing.stepNo}` });
    else run.receive({ type: 'undelivered', at: now, channel, failure: fate, permanent: fate === 'rejected' });
  };
  const runErrand = (): boolean => {
    for (const run of requests.values()) {
      const errand = run.errand(now);
      if (errand?.kind !== 'deliver') continue;
      bring(run, errand);
      return true;
    }
    const planning = [...cases.values()].find((run) => run.errand(now) !== undefined);
    planning?.receive({ type: 'units', at: now, units });
    return planning !== undefined;
  };
  /** Lets everything happen that follows at once. */
  const settle = (): void => {
    for (let turns = 0; turns < 10_000; turns += 1) {
      const message = post.shift();
      if (message !== undefined) hand(message);
      else if (!runErrand()) return;
    }
    throw new Error('The story does not come to rest');
  };
  const everybody = () => [...cases.values(), ...requests.values(), ...referrals.values()];
  const playUntil = (end: Instant): void => {
    settle();
    for (let turns = 0; turns < 10_000; turns += 1) {
      const [first] = everybody()
        .flatMap((run) => ({ run, due: run.due() ?? ('9999' as Instant) }))
        .toSorted((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
      if (first === undefined || first.due > end) {
        now = end;
        return;
      }
      now = first.due > now ? first.due : now;
      // What was due before its cause was known, such as the renewal of a seal with a week to run, is dated when it became known.
      first.run.receive({
        type: 'due',
        at: latest(
          first.due,
          ...first.run
            .events()
            .slice(-1)
            .map((event) => event.at),
        ),
      });
      settle();
    }
    throw new Error('The story makes no progress');
  };
  const last = <Run>(runs: Iterable<Run>, what: string): Run => {
    const run = [...runs].at(-1);
    if (run === undefined) throw new Error(`The story has no ${what}`);
    return run;
  };
  const requestOf = (named: string): RequestRun =>
    last(
      [...requests.values()].filter((run) => run.state().file.actionId === named || run.state().file.requestNo.endsWith(`/${named}`)),
      `request ${named}`,
    );

  const told = {
    now: () => now,
    request: (named: ActionId | string) => requestOf(named),
    case: () => last(cases.values(), 'case'),
    referral: () => last(referrals.values(), 'referral'),
    /** One request by itself, whose case is not played. */
    asked: (file: RequestFile, papers: readonly PaperRef[] = []) => {
      requests.set(requestAddress(file.requestNo), begin(requestProcess, openingLines(file, papers, now), tell));
      settle();
      return told;
    },
    filed: (file: CaseFile) => {
      cases.set(`case/${file.caseId}`, begin(caseProcess, fileCase(file, now), tell));
      settle();
      return told;
    },
    daysPass: (days: number) => told.until(addMs(now, days * 86_400_000)),
    until: (end: Instant | string) => {
      playUntil(end.includes('T') ? (end as Instant) : moment(end));
      return told;
    },
    withMessenger: (hired: Messenger) => {
      messenger = hired;
      return told;
    },
    /** A unit answers the open question of a request, or its last one. The same number makes a repeat. */
    says: (named: ActionId | string, answer: Answer, replyNo?: string, unit?: string) => {
      const run = requestOf(named);
      const { file, ...state } = run.state();
      const stepNo = state.status === 'exchanging' ? state.exchange.stepNo : (`${file.requestNo}/${state.steps}` as StepNo);
      replies += 1;
      const from = (unit as UnitCode | undefined) ?? file.unit;
      run.receive({ type: 'reply', at: now, unit: from, replyNo: replyNo ?? `hf-${replies}`, stepNo, answer });
      settle();
      return told;
    },
    told: (named: ActionId | string, instruction: Instruction) => {
      requestOf(named).receive({ type: 'instruction', at: now, instruction });
      settle();
      return told;
    },
    /** A person acts on a request; answers why it is refused. */
    does: (named: ActionId | string, act: RequestAct): RequestRefusal | undefined => {
      const refusal = requestOf(named).receive({ type: 'act', at: now, act });
      settle();
      return refusal;
    },
    /** A person acts on the case; answers why it is refused. */
    acts: (actor: Actor, act: CaseAct): CaseRefusal | undefined => {
      const refusal = told.case().receive({ type: 'act', at: now, actor, act });
      settle();
      return refusal;
    },
  };
  return told;
};

export type Story = ReturnType<typeof story>;
