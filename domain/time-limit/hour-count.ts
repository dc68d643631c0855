import { addMs, dateOf, epochMsOf, latest, type CivilDate, type Instant } from '../calendar/instant.ts';
import type { Pause } from './pause.ts';
import type { TimeLimit } from './time-limit.ts';

/** Where a count ends: at a moment, or in a pause that still lasts. */
export type Count =
  | { readonly steps: readonly string[]; readonly lastDay: CivilDate; readonly dueAt: Instant; readonly provisional: boolean }
  | { readonly steps: readonly string[]; readonly pausedFrom: CivilDate };

/** Counts hours through nights and holidays alike; time excluded is added at the end, each moment of it once. */
export const countHours = (limit: TimeLimit, start: Instant, pauses: readonly Pause[]): Count => {
  let dueAt = addMs(start, limit.amount * hourMs);
  let countedTo = start;
  for (const pause of pauses.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const from = latest(pause.from, countedTo);
    if (from >= dueAt) break;
    if (pause.to === undefined) return { steps: [], pausedFrom: dateOf(from) };
    if (pause.to <= from) continue;
    dueAt = addMs(dueAt, epochMsOf(pause.to) - epochMsOf(from));
    countedTo = pause.to;
  }
  return { steps: [], lastDay: dateOf(dueAt), dueAt, provisional: false };
};

const hourMs = 3_600_000;
