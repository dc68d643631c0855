import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import type { RecordActivities, Turn, Turned } from '../../activities/record.ts';
import { dateOf, type Instant } from '../../domain/calendar/instant.ts';
import * as policies from '../policies.ts';

const { record } = proxyActivities<RecordActivities>(policies.record);
const { perform } = proxyActivities<RecordActivities>(policies.errand);

export type Written =
  | { readonly kind: 'written'; readonly turned: Turned }
  /** A rule of the record stands against it; nothing was written. */
  | { readonly kind: 'refused' }
  /** Another history has written these numbers. */
  | { readonly kind: 'forked' };

/** Writes a turn, and runs the errand that follows from it in the same breath, when there is one. */
export const write = async (turn: Turn, hasErrand: boolean, inWords: string, at: Instant): Promise<Written> => {
  const options = { summary: shorten(`${dateOf(at)} ${inWords}`) };
  try {
    return { kind: 'written', turned: await (hasErrand ? perform : record).executeWithOptions(options, [turn]) };
  } catch (error) {
    const cause = error instanceof ActivityFailure ? error.cause : undefined;
    if (cause instanceof ApplicationFailure && cause.type === 'recordRefused') return { kind: 'refused' };
    if (cause instanceof ApplicationFailure && cause.type === 'recordForked') return { kind: 'forked' };
    throw error;
  }
};

/** A summary holds two hundred bytes, which is some sixty characters of Chinese. */
const shorten = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);
