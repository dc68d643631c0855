import type { CivilDate } from '../calendar/instant.ts';
import { err, ok, type Result } from '../result.ts';

/**
 * The limits of the law (`T…`, numbered as in the dossier) and those the court sets itself (`D-…`).
 * T57 has two clocks: the police explain (`T57a`) and, told to file, file (`T57b`).
 */
export type LimitId =
  | 'T01'
  | 'T02'
  | 'T03'
  | 'T04'
  | 'T05'
  | 'T09'
  | 'T12'
  | 'T13'
  | 'T14'
  | 'T15'
  | 'T25'
  | 'T34'
  | 'T41'
  | 'T55'
  | 'T55-complex'
  | 'T56'
  | 'T57a'
  | 'T57b'
  | 'D-query'
  | 'D-control-electronic'
  | 'D-control-paper'
  | 'D-urge'
  | 'D-publish'
  | 'D-lift'
  | 'D-order'
  | 'D-rung'
  | 'D-renew-lead';

export type LimitUnit = 'calendarDay' | 'workingDay' | 'hour' | 'month' | 'year';

/** One limit as one instrument set it, for the dates on which that instrument held. */
export type TimeLimit = {
  readonly id: LimitId;
  readonly amount: number;
  readonly unit: LimitUnit;
  /** Whether a last day on which nobody works gives way to the first working day after it. Ends of freezes and hours never do. */
  readonly rolls: boolean;
  /** Whether a stay or other excluded time is added at the end. The term of a freeze runs on through every stay. */
  readonly pausable: boolean;
  /** The law whose rules of counting apply. */
  readonly countedUnder: 'civilProcedure' | 'criminalProcedure';
  /** What sets it running: 收到申请执行书. */
  readonly trigger: string;
  /** The whole rule in Chinese, with `{term}` where the amount stands. */
  readonly rule: string;
  /** Instrument and article. */
  readonly source: string;
  readonly validFrom: CivilDate;
  /** The last day on which it held; absent while it holds. */
  readonly validTo?: CivilDate;
  /** Whether a court may set another amount. */
  readonly configurable: boolean;
  /** A court target is what the court aims at, or asks for, where no law sets a term. */
  readonly strength: 'statutory' | 'courtTarget';
};

export type LimitSettingError =
  | { readonly kind: 'limitNotConfigurable'; readonly id: LimitId }
  | { readonly kind: 'limitAmountInvalid'; readonly id: LimitId; readonly amount: number };

/** The limit with the amount that this court, or the order that was served, has set. Refused for a limit that the law fixes. */
export const withAmount = (limit: TimeLimit, amount: number): Result<TimeLimit, LimitSettingError> => {
  if (!limit.configurable) return err({ kind: 'limitNotConfigurable', id: limit.id });
  const valid = Number.isInteger(amount) && amount >= 1 && amount <= largestAmount;
  return valid ? ok({ ...limit, amount }) : err({ kind: 'limitAmountInvalid', id: limit.id, amount });
};

/** `6个月`, `3个工作日`, `24小时`. */
export const termInWords = ({ amount, unit }: Pick<TimeLimit, 'amount' | 'unit'>): string => `${amount}${unitInWords[unit]}`;

const unitInWords: Record<LimitUnit, string> = {
  calendarDay: '日',
  workingDay: '个工作日',
  hour: '小时',
  month: '个月',
  year: '年',
};

const largestAmount = 999;
