import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { whereItStands } from '../../workflows/messages/messages.ts';

type Handle = ReturnType<Client['workflow']['getHandle']>;
type History = Awaited<ReturnType<Handle['fetchHistory']>>;
export type HistoryEvent = NonNullable<History['events']>[number];

/** The events of the latest run of a workflow, or of the run that is named. */
export const historyOf = async (client: Client, workflowId: string, runId?: string): Promise<readonly HistoryEvent[]> =>
  (await client.workflow.getHandle(workflowId, runId).fetchHistory()).events ?? [];

/** The same once the workflow has taken in all that was on its way to it: it answers a question behind everything else. */
export const settledHistoryOf = async (client: Client, workflowId: string): Promise<readonly HistoryEvent[]> => {
  await client.workflow.getHandle(workflowId).query(whereItStands);
  return historyOf(client, workflowId);
};

/** The histories of every run of a workflow, the first run first. */
export const runsOf = async (client: Client, workflowId: string): Promise<readonly (readonly HistoryEvent[])[]> => {
  const runs: (readonly HistoryEvent[])[] = [];
  for (let runId: string | undefined = ''; runId !== undefined;) {
    const run: readonly HistoryEvent[] = await historyOf(client, workflowId, runId === '' ? undefined : runId);
    runs.unshift(run);
    runId = run[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  }
  return runs;
};

/** Resets a workflow to before the event, as an operator may; nothing that came after is taken over. */
export const resetToBefore = async (client: Client, workflowId: string, event: HistoryEvent): Promise<void> => {
  const history = await historyOf(client, workflowId);
  const last = history.findLast(
    (before) => Number(before.eventId) < Number(event.eventId) && before.workflowTaskCompletedEventAttributes != null,
  );
  if (last?.eventId == null) throw new Error(`No task of ${workflowId} was completed before event ${String(event.eventId)}`);
  await client.workflowService.resetWorkflowExecution({
    namespace: 'default',
    workflowExecution: { workflowId },
    reason: 'test',
    requestId: randomUUID(),
    workflowTaskFinishEventId: last.eventId,
    resetReapplyExcludeTypes: [reapply.signals, reapply.updates],
  });
};

/** Numbers of the server's own protocol, which its generated types do not export by name. */
const reapply = { signals: 1, updates: 2 } as const;
