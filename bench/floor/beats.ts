import type { HistoryEvent } from '../history.ts';

/** One thing a workflow does or waits for. `guarded`: it waits with a timer running, which what arrives puts an end to. */
export type Beat = 'activity' | 'timer' | 'signal' | 'guardedSignal' | 'update' | 'guardedUpdate';

/** What a workflow really did and waited for, in order and without its content: the score for its bare twin. Leaps are left out before. */
export const beatsOf = (events: readonly HistoryEvent[]): readonly Beat[] => {
  const beats: Beat[] = [];
  let guarded = false;
  for (const { type } of events) {
    switch (type) {
      case 'ActivityTaskScheduled':
        beats.push('activity');
        break;
      case 'TimerStarted':
        guarded = true;
        break;
      case 'WorkflowExecutionSignaled':
        beats.push(guarded ? 'guardedSignal' : 'signal');
        guarded = false;
        break;
      case 'WorkflowExecutionUpdateAccepted':
        beats.push(guarded ? 'guardedUpdate' : 'update');
        guarded = false;
        break;
      case 'TimerFired':
      case 'TimerCanceled':
        // Cancelled with nothing arrived: a leap has taken the place of the firing.
        if (guarded) beats.push('timer');
        guarded = false;
        break;
      default:
    }
  }
  return beats;
};
