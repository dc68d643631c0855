import type { HistoryEvent } from '../../bench/history.ts';

type Facts = Pick<HistoryEvent, 'type'> & Partial<Omit<HistoryEvent, 'id'>>;
type Told = string | Facts;

/** A workflow task with what it commanded. */
interface Task {
  readonly commands: readonly Told[];
}

/** A history as one would tell it: what arrived, and `task(…)` for a workflow task. Numbers the events and ties commands to their task. */
export const toldHistory = (...parts: readonly (Told | Task)[]): readonly HistoryEvent[] => {
  const events: HistoryEvent[] = [];
  const add = (told: Told, more: Partial<HistoryEvent> = {}): number => {
    const id = events.length + 1;
    const facts = typeof told === 'string' ? { type: told } : told;
    events.push({ atMs: id, ...facts, ...more, id });
    return id;
  };
  for (const part of parts) {
    if (typeof part === 'string' || 'type' in part) add(part);
    else {
      add('WorkflowTaskScheduled');
      add('WorkflowTaskStarted');
      const taskId = add('WorkflowTaskCompleted');
      for (const command of part.commands) add(command, { taskId });
    }
  }
  return events;
};

export const task = (...commands: readonly Told[]): Task => ({ commands });

export const started = (attempt = 1): Facts => ({ type: 'ActivityTaskStarted', attempt });

export const signal = (name: string): Facts => ({ type: 'WorkflowExecutionSignaled', signal: name });
