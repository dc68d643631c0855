import { condition, workflowInfo } from '@temporalio/workflow';
import { chineseMinute } from '../../domain/calendar/chinese-date.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { PostedAct } from '../messages/messages.ts';
import type { CourtClock } from './court-clock.ts';

/** Something that arrived and waits for its turn. An act's author waits for the answer. */
export interface Filed<Occurrence> {
  readonly id: string;
  readonly at: Instant;
  /** What it is to its process, dated when its turn comes: never before what was recorded while it waited. */
  readonly means: (at: Instant) => Occurrence;
  readonly act?: Pick<PostedAct<unknown>, 'signed'>;
}

export type Next<Occurrence> =
  | { readonly kind: 'message'; readonly filed: Filed<Occurrence> }
  | { readonly kind: 'due'; readonly at: Instant }
  | { readonly kind: 'full' };

/** The one inbox of a process: whatever arrives lies here until the loop takes it, one matter at a time. */
export interface Inbox<Occurrence> {
  readonly file: (filed: Filed<Occurrence>) => void;
  readonly isEmpty: () => boolean;
  /** Wakes the waiting loop without a message, because the clock leapt. */
  readonly wake: () => void;
  /** The earliest matter: a message before the due instant if it happened before, else the due instant once it has come. */
  readonly next: (due: Instant | undefined) => Promise<Next<Occurrence>>;
}

export const openInbox = <Occurrence>(clock: CourtClock): Inbox<Occurrence> => {
  let waiting: readonly Filed<Occurrence>[] = [];
  let woken = false;

  const earliest = (): Filed<Occurrence> | undefined => waiting.toSorted((one, other) => compare(one.at, other.at))[0];

  const take = (due: Instant | undefined): Next<Occurrence> | undefined => {
    const filed = earliest();
    if (due !== undefined && due <= clock.now() && (filed === undefined || due < filed.at)) return { kind: 'due', at: due };
    if (filed === undefined) return workflowInfo().continueAsNewSuggested ? { kind: 'full' } : undefined;
    waiting = waiting.filter((other) => other !== filed);
    return { kind: 'message', filed };
  };

  return {
    file: (filed) => {
      waiting = [...waiting, filed];
      woken = true;
    },
    isEmpty: () => waiting.length === 0,
    wake: () => {
      woken = true;
    },
    next: async (due) => {
      for (;;) {
        woken = false;
        const next = take(due);
        if (next !== undefined) return next;
        const isWoken = () => woken;
        if (due === undefined) await condition(isWoken);
        else if (!(await condition(isWoken, clock.realMsUntil(due), { summary: `等待至${chineseMinute(due)}` }))) clock.reach(due);
      }
    },
  };
};

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
