import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Payload, PayloadCodec } from '@temporalio/common';

export type History = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>;
export type HistoryEvent = NonNullable<History['events']>[number];

/** One run of a workflow with everything that the engine has kept of it, still encrypted. */
export interface KeptRun {
  readonly workflowId: string;
  readonly events: readonly HistoryEvent[];
}

/** The histories of every workflow of these cases. The engine lists a workflow a moment after it has begun, so that it is asked twice. */
export const historiesOf = async (client: Client, caseIds: readonly string[]): Promise<readonly KeptRun[]> => {
  const query = caseIds.map((caseId) => `CaseNo = "${caseId}"`).join(' OR ');
  const runs = await listed(client, query);
  const kept: KeptRun[] = [];
  for (const { workflowId, runId } of runs) {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    kept.push({ workflowId, events: events ?? [] });
  }
  return kept;
};

interface Run {
  readonly workflowId: string;
  readonly runId: string;
}

const listed = async (client: Client, query: string): Promise<readonly Run[]> => {
  for (let before = -1; ;) {
    const runs: Run[] = [];
    for await (const { workflowId, runId } of client.workflow.list({ query })) runs.push({ workflowId, runId });
    if (runs.length === before) return runs;
    before = runs.length;
    await pause(500);
  }
};

/** Opens payloads of a history and reads them as the JSON that was put into them. */
export const opened = async (codec: PayloadCodec, payloads: readonly Payload[] | null | undefined): Promise<readonly unknown[]> =>
  (await codec.decode([...(payloads ?? [])])).map(({ data }) => JSON.parse(new TextDecoder().decode(data ?? undefined)) as unknown);
