import type { Instant } from '../calendar/instant.ts';
import type { AssistanceRequest } from '../assistance/request.ts';
import type { EnforcementCase } from '../enforcement-case/case.ts';
import type { Referral } from '../referral/referral.ts';

/** Where a process stands, as screens and search attributes show it. */
export interface Standing {
  /** A code, for search; `details` says it in Chinese. */
  readonly phase: string;
  readonly awaiting: 'unit' | 'judge' | 'bureauHead' | 'president' | 'clerk' | 'nobody';
  readonly details: string;
  readonly ended: boolean;
}

interface Row<State> extends Standing {
  readonly workflowId: string;
  readonly caseId: string;
  readonly court: string;
  readonly dueAt?: Instant;
  /** Number of the last recorded event. */
  readonly line: number;
  readonly state: State;
}

export type CaseRow = Row<EnforcementCase> & { readonly handler: string };
export type RequestRow = Row<AssistanceRequest> & { readonly unit: string; readonly actionId: string };
export type ReferralRow = Row<Referral>;

/** One recorded event as a timeline shows it. */
export interface RecordedEvent {
  readonly stream: string;
  readonly number: number;
  readonly type: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly body: unknown;
  readonly actor?: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Absent on the last page. A text that was never given as a cursor finds an empty page. */
  readonly next?: string;
}

export interface PaperRow {
  readonly paperId: string;
  readonly caseId: string;
  readonly kind: string;
  readonly number?: string;
  readonly contentHash?: string;
  readonly issuedAt?: Instant;
  readonly signatures: readonly { readonly level: string; readonly by: string; readonly at: Instant }[];
  /** The content model, once issued. */
  readonly content?: unknown;
}

/** The read model: what was recorded, never what is being decided. */
export interface RecordReader {
  case(caseId: string): Promise<CaseRow | undefined>;
  cases(filter: { readonly court: string; readonly handler?: string }, cursor: string | undefined, limit: number): Promise<Page<CaseRow>>;
  requestsOfCase(caseId: string): Promise<readonly RequestRow[]>;
  request(requestNo: string): Promise<RequestRow | undefined>;
  /** Open requests addressed to a unit. */
  requestsOfUnit(unit: string, cursor: string | undefined, limit: number): Promise<Page<RequestRow>>;
  referralsOfCase(caseId: string): Promise<readonly ReferralRow[]>;
  /** Events of the case and everything born in it, in the order of recording. */
  timeline(caseId: string, cursor: string | undefined, limit: number): Promise<Page<RecordedEvent>>;
  paper(paperId: string): Promise<PaperRow | undefined>;
  papersOfCase(caseId: string): Promise<readonly PaperRow[]>;
  /** Cases in which a proposal waits for this level of this court. */
  officeList(): Promise<
    readonly { readonly requestNo: string; readonly unit: string; readonly actionId: string; readonly reportedAt: Instant }[]
  >;
}

/** Where a paper went: what decides whether a liaison officer may read it. */
export interface PaperTrail {
  /** The request with one of whose steps this paper was decided to leave; nothing for a paper that went to no unit. */
  requestOfPaper(paperId: string): Promise<RequestRow | undefined>;
}

/** One line of the audit chain. */
export interface AuditLine {
  readonly seq: string;
  readonly at: Instant;
  readonly kind: string;
  readonly actor: string;
  readonly role: string;
  readonly what: string;
  readonly caseId?: string;
  readonly purpose?: string;
  /** From which network address. */
  readonly client?: string;
  readonly hash: string;
}

/** Reading who did, saw or was refused what: for auditors. */
export interface AuditReader {
  lines(filter: { readonly caseId?: string; readonly actor?: string }, cursor: string | undefined, limit: number): Promise<Page<AuditLine>>;
}

/** What the API itself adds to the audit chain: reads, refused acts, failed sign-ins. */
export interface AccessLog {
  note(entry: {
    readonly kind: 'read' | 'refused' | 'signInFailed';
    readonly actor: string;
    readonly role: string;
    readonly what: string;
    readonly caseId?: string;
    readonly purpose?: string;
    readonly client: string;
  }): Promise<void>;
}

/** Leaps of the court clock, for demonstration and test; absent where the clock is real. */
export interface ClockDriver {
  now(): Promise<Instant>;
  /** Leaps from due instant to due instant until `to`, and never over one. Names what it waits for when something is not quiet. */
  leap(to: Instant): Promise<{ readonly now: Instant; readonly leaps: number; readonly waitingFor: readonly string[] }>;
}
