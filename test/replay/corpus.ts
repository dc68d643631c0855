import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

const folder = path.join(import.meta.dirname, 'histories');

/** The codec key of the corpus: fixed, so that histories recorded once can be read for as long as a case may run. It guards nothing. */
export const corpusCodecKeys = JSON.stringify({ active: 'corpus', keys: { corpus: Buffer.alloc(32, 7).toString('base64') } });

/** Keeps the history of a workflow as the engine wrote it, under the name of its process, its way, and the version that ran. */
export const keepHistory = async (client: Client, workflowId: string, name: string): Promise<void> => {
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  await writeFile(path.join(folder, `${name}-v1.json`), `${historyToJSON(history)}\n`);
};

/** Every kept history with its name. */
export const keptHistories = async (): Promise<readonly { readonly workflowId: string; readonly history: unknown }[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).toSorted();
  return Promise.all(
    files.map(async (file) => ({
      workflowId: path.basename(file, '.json'),
      history: JSON.parse(await readFile(path.join(folder, file), 'utf8')) as unknown,
    })),
  );
};
