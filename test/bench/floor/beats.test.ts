import { describe, expect, it } from 'vitest';
import { beatsOf } from '../../../bench/floor/beats.ts';
import { withoutLeaps } from '../../../bench/leaps.ts';
import { signal, started, task, toldHistory } from '../told-history.ts';

const ran = [started(), 'ActivityTaskCompleted'] as const;

describe('the score for a bare twin', () => {
  it('has every activity, timer, signal and update of the real workflow, in their order', () => {
    const history = toldHistory(
      task('ActivityTaskScheduled'),
      ...ran,
      task('UpsertWorkflowSearchAttributes', 'TimerStarted'),
      'TimerFired',
      task('ActivityTaskScheduled'),
      ...ran,
      task('TimerStarted'),
      signal('reply'),
      task('TimerCanceled', 'ActivityTaskScheduled'),
      ...ran,
      task(),
      'WorkflowExecutionUpdateAccepted',
      task('ActivityTaskScheduled'),
    );
    expect(beatsOf(history)).toEqual(['activity', 'timer', 'activity', 'guardedSignal', 'activity', 'update', 'activity']);
  });

  it('has a timer that fires where the real workflow leapt to its due instant', () => {
    const leapt = toldHistory(task('TimerStarted'), signal('followClock'), task('TimerCanceled', 'ActivityTaskScheduled'), ...ran);
    expect(beatsOf(withoutLeaps(leapt))).toEqual(['timer', 'activity']);
  });

  it('has a signal without a guard where no timer ran', () => {
    expect(beatsOf(toldHistory(task('ActivityTaskScheduled'), signal('reply'), ...ran))).toEqual(['activity', 'signal']);
  });
});
