import type { TimeLimit } from '../time-limit/time-limit.ts';
import { successive } from './citation.ts';

/** What stays the same while an instrument is amended and renumbered. */
export type Term = Omit<TimeLimit, 'source' | 'validFrom' | 'validTo'>;

/** A limit with the instruments that set it one after another, each from its day until the day before the next. */
export const limitHistory = (term: Term, history: readonly (readonly [from: string, source: string])[]): readonly TimeLimit[] =>
  successive(history).map(({ text: source, ...dates }) => ({ ...term, source, ...dates }));
