/** What happened in a run, as one source counts it. */
export interface Figures {
  readonly cases: number;
  readonly requests: number;
  readonly reminders: number;
  /** Orders to assist, requests for filing supervision, and entries on the list of the office. */
  readonly escalations: number;
  readonly liftsConfirmed: number;
}

export interface Step {
  readonly stepNo: string;
  readonly step: string;
}

/** An answer of a unit, known by the unit's own number. */
export interface UnitAnswer {
  readonly unit: string;
  readonly replyNo: string;
  readonly stepNo: string;
}

/** What the units received and did, and what they say they sent. */
export interface UnitsAccount {
  readonly figures: Figures;
  readonly acted: readonly (Step & { readonly times: number })[];
  readonly sent: readonly UnitAnswer[];
}

/** What stands in the record. */
export interface RecordAccount {
  readonly figures: Figures;
  readonly delivered: readonly Step[];
  /** Business steps that were decided twice without anybody having asked for it. */
  readonly decidedAgain: readonly Step[];
  readonly answers: readonly UnitAnswer[];
  /** Answers that came when nothing was open any more: kept on file, not as events. */
  readonly onFile: readonly string[];
  readonly actIds: readonly string[];
}

/** What the engine's histories hold. */
export interface HistoriesAccount {
  readonly figures: Figures;
  /** Acts that the engine accepted and that were not refused. */
  readonly actIds: readonly string[];
  readonly answers: readonly UnitAnswer[];
}

export const answerKey = ({ unit, replyNo }: Pick<UnitAnswer, 'unit' | 'replyNo'>): string => `reply:${unit}:${replyNo}`;

/** `2026-yun2301-zhi-123/7` belongs to `2026-yun2301-zhi-123`. */
export const caseOfRequest = (requestNo: string): string => requestNo.slice(0, requestNo.indexOf('/'));

export const howMany = (values: readonly string[]): number => new Set(values).size;
