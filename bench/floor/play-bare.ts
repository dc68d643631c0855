import { Client, Connection } from '@temporalio/client';
import { readHistory, type HistoryEvent } from '../history.ts';
import { floorQueue } from '../places.ts';
import { isIdle, untilTwice } from '../rest.ts';
import type { bare } from './bare.ts';
import type { Beat } from './beats.ts';

/** Starts a bare workflow, nudges it whenever it waits for the world, and gives its history. */
export const playBare = async (client: Client, workflowId: string, beats: readonly Beat[]): Promise<readonly HistoryEvent[]> => {
  const handle = await startBare(client, workflowId, beats);
  for (const beat of beats) {
    if (beat === 'activity' || beat === 'timer') continue;
    await untilTwice(`${workflowId} waits`, () => isIdle(client, workflowId));
    if (beat.endsWith('pdate')) await handle.executeUpdate('ask');
    else await handle.signal('nudge');
  }
  await handle.result();
  return readHistory(await handle.fetchHistory());
};

/** A client as bare as its workflows. */
export const openFloor = (address: string): Client => new Client({ connection: Connection.lazy({ address }) });

export const startBare = (client: Client, workflowId: string, beats: readonly Beat[]) =>
  client.workflow.start<typeof bare>('bare', { workflowId, taskQueue: floorQueue, args: [beats] });
