import { startOfDay, type CivilDate } from '../domain/calendar/instant.ts';
import type { Action } from '../domain/catalogue/index.ts';
import type { LawPackId } from '../domain/law-pack/law-pack.ts';
import { termsOf } from '../domain/time-limit/terms.ts';

/** The last day for which the court asks a seal that starts, or starts again, on a day: the longest the law allows. @see CPLI 485 */
export const sealTerm = (lawPack: LawPackId, action: Action, from: CivilDate): CivilDate | undefined =>
  action.kind === 'control' ? termsOf(lawPack).clock(action.measureLimit, startOfDay(from)).lastDay : undefined;
