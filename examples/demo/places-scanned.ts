import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { Database } from '../../adapters/postgres/client.ts';
import type { History, KeptRun } from './accounts/histories.ts';
import { leaksIn, type Leak } from './leak-scan.ts';
import type { Trait } from './persons.ts';

/** One place where a running system leaves something behind, and what was found in it. */
export interface ScannedPlace {
  readonly title: string;
  readonly parts: number;
  readonly bytes: number;
  readonly leaks: readonly (Leak & { readonly part: string })[];
}

interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Histories, the store file of Temporal, the database row by row, and every log: all that outlives a run. */
export const scanPlaces = async (
  { stateDir, runs, database }: { readonly stateDir: string; readonly runs: readonly KeptRun[]; readonly database: Database },
  traits: readonly Trait[],
): Promise<readonly ScannedPlace[]> => [
  scan('流程历史', runs.map(historyPart), traits),
  scan('Temporal 存储文件', await filesIn(path.join(stateDir, 'temporal')), traits),
  scan('数据库转储', await tablesOf(database), traits),
  scan('运行日志', await filesIn(path.join(stateDir, 'logs')), traits),
];

const scan = (title: string, parts: readonly Part[], traits: readonly Trait[]): ScannedPlace => ({
  title,
  parts: parts.length,
  bytes: parts.reduce((sum, { bytes }) => sum + bytes.byteLength, 0),
  leaks: parts.flatMap(({ name, bytes }) => leaksIn(bytes, traits).map((leak) => ({ ...leak, part: name }))),
});

const historyPart = ({ workflowId, events }: KeptRun): Part => ({ name: workflowId, bytes: historyBytes({ events: [...events] }) });

/** A history as the engine hands it out, with its payloads as they were kept. */
export const historyBytes = (history: Pick<History, 'events'>): Uint8Array => Buffer.from(historyToJSON(history));

/** Nothing where there is no such folder, as with an engine that is not ours. */
const filesIn = async (folder: string): Promise<readonly Part[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return Promise.all(files.map(async (name) => ({ name, bytes: await readFile(path.join(folder, name)) })));
};

const tablesOf = async (database: Database): Promise<readonly Part[]> => {
  const tables = await database.$queryRaw<{ name: string }[]>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
  return Promise.all(
    tables.map(async ({ name }) => {
      const rows = await database.$queryRawUnsafe<{ row: string }[]>(`SELECT to_jsonb(t)::text AS row FROM "${name}" AS t`);
      return { name, bytes: Buffer.from(rows.map(({ row }) => row).join('\n')) };
    }),
  );
};
