import type { WorkflowHandle } from '@temporalio/client';

/** One event of a workflow's history, as far as counting needs it. */
export interface HistoryEvent {
  readonly id: number;
  /** The server's name for its kind, `TimerStarted`. */
  readonly type: string;
  readonly atMs: number;
  /** The completed workflow task whose command it is; absent for what came from outside. */
  readonly taskId?: number;
  readonly signal?: string;
  /** Of an activity's start: 1 for the first try. */
  readonly attempt?: number;
  /** Of the first event: whether a parent, or an earlier run of itself, began it. */
  readonly origin?: 'client' | 'parent' | 'earlierRun';
  readonly marker?: string;
}

export interface Count {
  readonly events: number;
  readonly actions: number;
}

type ServerHistory = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;
type ServerEvent = NonNullable<ServerHistory['events']>[number];

/** Reads what `fetchHistory` gives. */
export const readHistory = ({ events }: ServerHistory): readonly HistoryEvent[] => (events ?? []).map(readEvent);

/**
 * Counts events and Actions.
 *
 * | event | Actions |
 * |---|---|
 * | start | 1; 2 by a parent, whose own events about it are 0; 1 by continue-as-new |
 * | activity | 1, and 1 for each further try |
 * | timer, the hidden one of a wait included | 1 |
 * | update accepted; signal, where it arrives; change of search attributes | 1 |
 * | local activities | 1 for all of one workflow task |
 *
 * A refused update, a query and a heartbeat leave no event and cannot be counted here.
 *
 * @see temporal.md §1.3
 */
export const countOf = (events: readonly HistoryEvent[]): Count => ({
  events: events.length,
  actions: events.reduce((sum, event) => sum + actionsOf(event), 0) + tasksWithLocalActivities(events),
});

const actionsOf = ({ type, origin, attempt = 1 }: HistoryEvent): number => {
  switch (type) {
    case 'WorkflowExecutionStarted':
      return origin === 'parent' ? 2 : 1;
    case 'ActivityTaskStarted':
      return attempt - 1;
    case 'ActivityTaskScheduled':
    case 'TimerStarted':
    case 'WorkflowExecutionUpdateAccepted':
    case 'WorkflowExecutionSignaled':
    case 'UpsertWorkflowSearchAttributes':
      return 1;
    default:
      return 0;
  }
};

const tasksWithLocalActivities = (events: readonly HistoryEvent[]): number =>
  new Set(events.filter(({ marker }) => marker === 'core_local_activity').map(({ taskId }) => taskId)).size;

/**
 * How long the workflow had work in hand, in milliseconds: an activity or a workflow task was scheduled and not yet done. The rest of
 * its life it waited for the world.
 */
export const timeAtWork = (events: readonly HistoryEvent[]): number => {
  let open = 0;
  let since = 0;
  let total = 0;
  for (const { type, atMs } of events) {
    if (/^(Activity|Workflow)TaskScheduled$/.test(type)) {
      if (open === 0) since = atMs;
      open += 1;
    } else if (/^(Activity|Workflow)Task(Completed|Failed|TimedOut|Canceled)$/.test(type)) {
      open -= 1;
      if (open === 0) total += atMs - since;
    }
  }
  return total;
};

const readEvent = (event: ServerEvent): HistoryEvent => {
  const [key = '', attributes = {}] = Object.entries(event).find(([name]) => name.endsWith('EventAttributes')) ?? [];
  const start = event.workflowExecutionStartedEventAttributes;
  const signal = event.workflowExecutionSignaledEventAttributes?.signalName;
  const attempt = event.activityTaskStartedEventAttributes?.attempt;
  const marker = event.markerRecordedEventAttributes?.markerName;
  const taskId = idUnder(attributes, 'workflowTaskCompletedEventId');
  return {
    id: wholeNumber(event.eventId),
    type: typeNamed(key),
    atMs: wholeNumber(event.eventTime?.seconds) * 1000 + (event.eventTime?.nanos ?? 0) / 1e6,
    ...(taskId !== undefined && { taskId }),
    ...(typeof signal === 'string' && { signal }),
    ...(typeof attempt === 'number' && { attempt }),
    ...(typeof marker === 'string' && { marker }),
    ...(start && { origin: originOf(start) }),
  };
};

const typeNamed = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1).replace(/EventAttributes$/, '');

const originOf = (start: NonNullable<ServerEvent['workflowExecutionStartedEventAttributes']>): NonNullable<HistoryEvent['origin']> => {
  if (start.continuedExecutionRunId) return 'earlierRun';
  return start.parentWorkflowExecution?.workflowId ? 'parent' : 'client';
};

const idUnder = (attributes: object, name: string): number | undefined =>
  Object.hasOwn(attributes, name) ? wholeNumber(Reflect.get(attributes, name)) : undefined;

/** The server's 64-bit numbers come as objects that write themselves out. */
const wholeNumber = (long: { toString: () => string } | null | undefined): number => Number(long?.toString() ?? 0);
