import { describe, expect, it } from 'vitest';
import { countOf } from '../../bench/history.ts';
import { withoutLeaps } from '../../bench/leaps.ts';
import { signal, started, task, toldHistory } from './told-history.ts';

const leap = signal('followClock');
const reminder = 'ActivityTaskScheduled';
const waiting = task('TimerStarted');
const done = [started(), 'ActivityTaskCompleted', task('TimerStarted')] as const;

describe('a history as it would be had the days passed by themselves', () => {
  it('counts what a leap brought due exactly as if the timer had fired', () => {
    const byItself = toldHistory(waiting, 'TimerFired', task(reminder), ...done);
    const byLeap = toldHistory(waiting, leap, task('TimerCanceled', reminder), ...done);
    expect(countOf(withoutLeaps(byLeap))).toEqual(countOf(byItself));
  });

  it('leaves out a leap that changed nothing, with its task and the wait it began anew', () => {
    const untouched = toldHistory(waiting, 'TimerFired', task());
    const passing = task('TimerCanceled', 'TimerStarted');
    const leapt = toldHistory(waiting, leap, passing, leap, leap, passing, 'TimerFired', task());
    expect(countOf(withoutLeaps(leapt))).toEqual(countOf(untouched));
  });

  it('keeps a task that a leap shares with an answer or an act', () => {
    const answered = toldHistory(waiting, signal('reply'), task('TimerCanceled', 'TimerStarted'));
    const both = toldHistory(waiting, leap, signal('reply'), task('TimerCanceled', 'TimerStarted'));
    expect(countOf(withoutLeaps(both))).toEqual(countOf(answered));

    const acted = toldHistory(waiting, leap, task(), 'WorkflowExecutionUpdateAccepted');
    expect(countOf(withoutLeaps(acted))).toEqual({ events: 8, actions: 2 });
  });

  it('lays a leap that came while a task was under way to the next task', () => {
    const during = toldHistory('WorkflowTaskScheduled', 'WorkflowTaskStarted', leap, 'WorkflowTaskCompleted', task());
    expect(withoutLeaps(during).map(({ id }) => id)).toEqual([1, 2, 4]);
  });
});
