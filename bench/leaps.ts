import { followClock } from '../workflows/messages/messages.ts';
import type { HistoryEvent } from './history.ts';

/**
 * A history as it would be had the days passed by themselves. A leap of the court clock stands in the place of time that passes:
 * - its signal is left out, always;
 * - a workflow task that leaps alone caused, and that did nothing but wait anew, is left out with that wait;
 * - one in which something came due is kept, and the timer it cancelled counts as the timer that would have fired.
 *
 * @see design.md §9: leap signals and their tasks are not counted
 */
export const withoutLeaps = (events: readonly HistoryEvent[]): readonly HistoryEvent[] => {
  const idle = new Set(tasksIn(events).flatMap((task) => (isIdleLeap(task) ? task.events : [])));
  return events.filter((event) => !isLeap(event) && !idle.has(event));
};

interface Task {
  /** What had arrived when it started. */
  readonly causes: readonly HistoryEvent[];
  /** The task itself and all that came of it. */
  readonly events: HistoryEvent[];
}

const isLeap = ({ signal }: HistoryEvent): boolean => signal === followClock;

const isIdleLeap = ({ causes, events }: Task): boolean =>
  causes.length > 0 && causes.every(isLeap) && events.every(({ type }) => idleEvents.has(type));

const idleEvents: ReadonlySet<string> = new Set([
  'WorkflowTaskScheduled',
  'WorkflowTaskStarted',
  'WorkflowTaskCompleted',
  'TimerCanceled',
  'TimerStarted',
]);

/** The completed workflow tasks, each with what caused it. What arrives while one is under way is the business of the next. */
const tasksIn = (events: readonly HistoryEvent[]): readonly Task[] => {
  const tasks: Task[] = [];
  let arrived: readonly HistoryEvent[] = [];
  let seen = 0;
  let under: readonly HistoryEvent[] = [];
  for (const event of events) {
    if (event.type === 'WorkflowTaskScheduled') under = [event];
    else if (event.type === 'WorkflowTaskStarted') {
      under = [...under, event];
      seen = arrived.length;
    } else if (event.type === 'WorkflowTaskCompleted') {
      tasks.push({ causes: arrived.slice(0, seen), events: [...under, event] });
      arrived = arrived.slice(seen);
    } else if (isFromOutside(event)) arrived = [...arrived, event];
    else tasks.at(-1)?.events.push(event);
  }
  return tasks;
};

/** An update that a task accepts does not name the task. */
const isFromOutside = ({ type, taskId }: HistoryEvent): boolean => taskId === undefined && !type.startsWith('WorkflowExecutionUpdate');
