import type { Instant } from '../../domain/calendar/instant.ts';
import type { Instruction, Report, RequestAct, RequestOccurrence } from '../../domain/assistance/messages.ts';
import type { Actor, CaseAct } from '../../domain/enforcement-case/acts.ts';
import type { CaseFile } from '../../domain/enforcement-case/case.ts';
import type { ActResult } from '../../domain/ports/desk.ts';
import type { SignedAct } from '../../domain/ports/record.ts';
import type { ReferralReport } from '../../domain/referral/referral.ts';
import type { ProcessKindName } from '../../domain/process/process.ts';

/** Everything that travels into a workflow, and under which name. Sender and receiver read it here. */

/** Where workers of this deployment look for work, unless they are told another place. */
export const usualTaskQueue = 'enforcement';

export type WorkflowName = 'enforceCase' | 'seekAssistance' | 'referRefusal';

export const workflowOf: Record<ProcessKindName, WorkflowName> = {
  case: 'enforceCase',
  request: 'seekAssistance',
  referral: 'referRefusal',
};

/** What every message carries: its id, by which it is taken in once; when it happened; and the court clock as its sender knew it. */
export interface Posted<Body> {
  readonly id: string;
  readonly at: Instant;
  readonly offsetMs: number;
  readonly body: Body;
}

/** A person's act, with the API's word for who he is. Answered when it is recorded. */
export interface PostedAct<Act> extends Posted<Act> {
  readonly actor: Actor;
  readonly signed: SignedAct;
}

export type CaseUpdate = CaseAct['kind'];
export type RequestUpdate = RequestAct['kind'];

/** One Update per kind of act, so that the history names what was done. */
export const caseUpdates: Record<CaseUpdate, string> = {
  approve: '签发文书，批准其可签的事项',
  decline: '不予签发，并记明理由',
  recordPayment: '登记收到的执行款',
  recordService: '登记送达回证',
  attachEvidence: '附入拒执罪证据',
  refer: '移送涉嫌拒执犯罪',
  lift: '提请解除一项措施',
  close: '结案',
};

export const requestUpdates: Record<RequestUpdate, string> = {
  answerReview: '答复协助单位的审查建议',
  serveAgain: '补正后重新送达',
};

/** Facts are Signals: durable with no worker running. */
export interface SignalBodies {
  readonly reply: Extract<RequestOccurrence, { readonly type: 'reply' }>;
  readonly instruction: Instruction;
  readonly report: Report;
  readonly referralReport: ReferralReport;
}

export type SignalName = keyof SignalBodies;

export const signalsInWords: Record<SignalName, string> = {
  reply: '协助单位的答复',
  instruction: '案件对协助事项的指令',
  report: '协助事项的报告',
  referralReport: '移送程序的报告',
};

/** The court clock leapt; only demonstration and test send this. */
export const followClock = 'followClock';

/** Where a process stands, for support. */
export const whereItStands = 'whereItStands';

/** What a case is started with: who filed it, and the file itself. */
export interface Filing {
  readonly file: CaseFile;
  readonly posted: Omit<PostedAct<undefined>, 'body'>;
}

/** A process that goes on where its record ends: as a child that was born with its first lines, or as the next run of itself. */
export interface Carried {
  readonly schemaVersion: 1;
  readonly state: unknown;
  /** Number of the last recorded event. */
  readonly line: number;
  readonly offsetMs: number;
  /** The latest instant anything has happened at. */
  readonly floor: Instant;
  /** Messages taken in lately, so that a repeat is known. */
  readonly taken: readonly string[];
}

export type CaseInput = { readonly filing: Filing } | { readonly carried: Carried };

/** What came of an act, and of which body: of two that come at once under one key, the engine runs the first and answers both. */
export type ActAnswer = ActResult & { readonly bodyHash: string };
