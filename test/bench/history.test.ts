import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { describe, expect, it } from 'vitest';
import { countOf, readHistory, timeAtWork } from '../../bench/history.ts';
import { signal, started, task, toldHistory } from './told-history.ts';

const born = { type: 'WorkflowExecutionStarted', origin: 'parent' } as const;

describe('counting Actions in a history', () => {
  it.each([
    ['a start by a client', 'client', 1],
    ['a start by a parent, whose own two events about it are free', 'parent', 2],
    ['a run that goes on from an earlier one', 'earlierRun', 1],
  ] as const)('counts %s', (_what, origin, actions) => {
    expect(countOf(toldHistory({ type: 'WorkflowExecutionStarted', origin })).actions).toBe(actions);
  });

  it('counts an activity once, and every further try of it', () => {
    expect(countOf(toldHistory(task('ActivityTaskScheduled'), started(), 'ActivityTaskCompleted')).actions).toBe(1);
    expect(countOf(toldHistory(task('ActivityTaskScheduled'), started(4), 'ActivityTaskCompleted')).actions).toBe(4);
  });

  it('counts a timer whether it fires or is cancelled, for the waiting is what is paid', () => {
    expect(countOf(toldHistory(task('TimerStarted'), 'TimerFired')).actions).toBe(1);
    expect(countOf(toldHistory(task('TimerStarted'), signal('reply'), task('TimerCanceled'))).actions).toBe(2);
  });

  it('counts an update when it is accepted and not again when it is answered', () => {
    const history = toldHistory(task(), 'WorkflowExecutionUpdateAccepted', task(), 'WorkflowExecutionUpdateCompleted');
    expect(countOf(history).actions).toBe(1);
  });

  it('counts a signal where it arrives, and not where it was sent', () => {
    expect(countOf(toldHistory(signal('reply'))).actions).toBe(1);
    const sent = toldHistory(task('SignalExternalWorkflowExecutionInitiated'), 'ExternalWorkflowExecutionSignaled');
    expect(countOf(sent).actions).toBe(0);
  });

  it('counts all local activities of one workflow task as one', () => {
    const local = { type: 'MarkerRecorded', marker: 'core_local_activity' };
    expect(countOf(toldHistory(task(local, local, local), task(local))).actions).toBe(2);
  });

  it('counts nothing for workflow tasks, for the end, and for the mark of a patch', () => {
    const history = toldHistory(task({ type: 'MarkerRecorded', marker: 'core_patch' }, 'WorkflowExecutionCompleted'));
    expect(countOf(history)).toEqual({ events: 5, actions: 0 });
  });

  it('counts the whole history of a query that is answered promptly as one counts it by hand', () => {
    const serve = [task('ActivityTaskScheduled'), started(), 'ActivityTaskCompleted'];
    const history = toldHistory(
      born,
      ...serve,
      task({ type: 'UpsertWorkflowSearchAttributes' }, 'TimerStarted'),
      signal('reply'),
      task('TimerCanceled', 'ActivityTaskScheduled'),
      started(),
      'ActivityTaskCompleted',
      task('UpsertWorkflowSearchAttributes', 'WorkflowExecutionCompleted'),
    );
    const [start, activities, timer, reply, attributes] = [2, 2, 1, 1, 2];
    expect(countOf(history)).toEqual({ events: 25, actions: start + activities + timer + reply + attributes });
  });
});

describe('the time a workflow had work in hand', () => {
  it('runs from the first thing scheduled to the last one done, and not while the world is awaited', () => {
    const at = (type: string, atMs: number) => ({ type, atMs });
    const history = toldHistory(
      at('WorkflowTaskScheduled', 0),
      at('WorkflowTaskStarted', 5),
      at('WorkflowTaskCompleted', 10),
      at('ActivityTaskScheduled', 10),
      at('ActivityTaskStarted', 12),
      at('ActivityTaskCompleted', 40),
      at('WorkflowTaskScheduled', 40),
      at('WorkflowTaskStarted', 41),
      at('WorkflowTaskCompleted', 50),
      at('TimerStarted', 50),
      at('WorkflowExecutionSignaled', 9_000),
      at('WorkflowTaskScheduled', 9_000),
      at('WorkflowTaskStarted', 9_001),
      at('WorkflowTaskTimedOut', 9_010),
    );
    expect(timeAtWork(history)).toBe(60);
  });
});

describe('reading what the server keeps', () => {
  it('takes kind, moment, task, signal, try and origin of each event', () => {
    const kept = historyFromJSON({
      events: [
        {
          eventId: '1',
          eventTime: '2026-11-24T02:00:00.250Z',
          eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED',
          workflowExecutionStartedEventAttributes: { parentWorkflowExecution: { workflowId: 'case/2026-yun2301-zhi-123', runId: 'r' } },
        },
        {
          eventId: '2',
          eventTime: '2026-11-24T02:00:01Z',
          eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED',
          workflowExecutionSignaledEventAttributes: { signalName: 'reply' },
        },
        {
          eventId: '3',
          eventTime: '2026-11-24T02:00:01Z',
          eventType: 'EVENT_TYPE_TIMER_CANCELED',
          timerCanceledEventAttributes: { timerId: '1', startedEventId: '7', workflowTaskCompletedEventId: '9' },
        },
        {
          eventId: '4',
          eventTime: '2026-11-24T02:00:01Z',
          eventType: 'EVENT_TYPE_ACTIVITY_TASK_STARTED',
          activityTaskStartedEventAttributes: { scheduledEventId: '3', attempt: 2 },
        },
      ],
    });
    const began = Date.parse('2026-11-24T02:00:00Z');
    expect(readHistory(kept)).toEqual([
      { id: 1, type: 'WorkflowExecutionStarted', atMs: began + 250, origin: 'parent' },
      { id: 2, type: 'WorkflowExecutionSignaled', atMs: began + 1000, signal: 'reply' },
      { id: 3, type: 'TimerCanceled', atMs: began + 1000, taskId: 9 },
      { id: 4, type: 'ActivityTaskStarted', atMs: began + 1000, attempt: 2 },
    ]);
  });

  it('knows a run that a client began from one that continues another', () => {
    const first = (attributes: object) =>
      readHistory(historyFromJSON({ events: [{ eventId: '1', workflowExecutionStartedEventAttributes: attributes }] }))[0]?.origin;
    expect(first({})).toBe('client');
    expect(first({ continuedExecutionRunId: 'r', parentWorkflowExecution: { workflowId: 'case/x' } })).toBe('earlierRun');
  });
});
