/**
 * What is wrong with a line of the audit chain, or with the event that it stands for: `added` is a line that the chain did not number,
 * `eventLost` a line whose event is gone, `eventUnaudited` an event that no line stands for.
 */
export type AuditFault = 'altered' | 'missing' | 'reordered' | 'added' | 'eventAltered' | 'eventLost' | 'eventUnaudited';

/** The first line that does not hold, by its number; an event without a line has none. `what` is what the line, or the event, says. */
export interface BrokenChain {
  readonly kind: 'broken';
  readonly fault: AuditFault;
  readonly seq?: string;
  readonly what: string;
}

export type AuditVerdict = { readonly kind: 'whole'; readonly lines: number } | BrokenChain;

/** Where the record does not agree with itself. `process` is the process's address, `case/…`, `request/…` or `referral/…`. */
export type RecordFinding =
  | { readonly kind: 'auditBroken'; readonly verdict: BrokenChain }
  /** The read model shows something else than the events make of it. */
  | { readonly kind: 'rowDiffers'; readonly process: string }
  /** The numbers of its events have a hole, or end before the read model does: the first number that is missing. */
  | { readonly kind: 'eventMissing'; readonly process: string; readonly number: number }
  /** Events speak of it, and the read model does not know it. */
  | { readonly kind: 'rowMissing'; readonly process: string }
  /** A request or referral that no case has started. */
  | { readonly kind: 'neverStarted'; readonly process: string }
  | { readonly kind: 'undeliverable' | 'unsent' | 'unread'; readonly message: string; readonly recipient: string }
  /** All signatures are there and no number; or a number, and a signature is missing. */
  | { readonly kind: 'unnumbered' | 'unsigned'; readonly paper: string }
  /** The numbers of one register have a gap or a repeat. */
  | { readonly kind: 'numbersBroken'; readonly court: string; readonly year: number; readonly paperKind: string };

/** Where the engine does not agree with the record. */
export type EngineFinding =
  | { readonly kind: 'workflowMissing' | 'openAfterEnd' | 'notAnswering' | 'withoutRecord'; readonly process: string }
  /** The engine has closed it, in this manner, and the record has not. */
  | { readonly kind: 'closedBeforeEnd'; readonly process: string; readonly status: string }
  | { readonly kind: 'stateDiffers'; readonly process: string; readonly engineLine: number; readonly recordLine: number }
  /** Nobody answers for the workflows: states could not be compared. */
  | { readonly kind: 'noWorker' };

/** Worth knowing, and no fault. */
export type Remark =
  /** Filed papers that no workflow has ever named: they mean nothing. */
  | { readonly kind: 'inertDossier'; readonly process: string }
  /** News for a process that had ended. */
  | { readonly kind: 'newsAfterEnd'; readonly message: string; readonly recipient: string }
  /** Its filing was refused by the record, and its workflow has failed: it was never a case. */
  | { readonly kind: 'filingRefused'; readonly process: string }
  /** It has ended, and the engine keeps its history no longer. */
  | { readonly kind: 'historyGone'; readonly process: string };

export type Finding = RecordFinding | EngineFinding;

/** What one side was found to be: how much was looked at, what does not agree, and what is worth knowing. */
export interface Examination<Found extends Finding> {
  readonly processes: number;
  readonly findings: readonly Found[];
  readonly remarks: readonly Remark[];
}

export interface RecordExamination extends Examination<RecordFinding> {
  readonly events: number;
  readonly auditLines: number;
  /** Every process that the record knows or speaks of. */
  readonly known: readonly string[];
}
