import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { QueryNotRegisteredError, ServiceError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { EngineFinding, Examination, Remark } from '../../domain/ports/reconciliation.ts';
import { whereItStands, workflowOf, type Carried } from '../../workflows/messages/messages.ts';
import type { Database, Process } from '../postgres/client.ts';

export interface EngineParts {
  readonly client: Client;
  readonly database: Database;
  /** Where this deployment's workers look for work: other workflows of the cluster are none of ours. */
  readonly taskQueue: string;
  /** How long a difference may last, for engine and record are never written in the same instant. An errand alone takes up to a minute. */
  readonly patienceMs: number;
}

/**
 * Holds every process of the record against its workflow: it is there, it is open exactly while the process has not ended, and it stands
 * on the same line in the same state. And looks for workflows that the record does not know. Changes nothing.
 */
export const examineEngine = async (parts: EngineParts, known: readonly string[]): Promise<Examination<EngineFinding>> => {
  const seen: (EngineFinding | Remark)[] = [];
  const hearing: Hearing = { heard: false, isDeaf: false };
  const waiting = known[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (const process of waiting) {
      const found = await watch(parts, hearing, process);
      if (found !== undefined) seen.push(found);
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  if (hearing.isDeaf) seen.push({ kind: 'noWorker' });
  seen.push(...(await strangers(parts, known)));
  return { processes: known.length, findings: seen.filter((found) => !isRemark(found)), remarks: seen.filter(isRemark) };
};

const isRemark = (found: EngineFinding | Remark): found is Remark => found.kind === 'historyGone' || found.kind === 'filingRefused';

/** Whether anybody answers for the workflows at all: where nobody ever did, nobody need be asked again and again. */
interface Hearing {
  heard: boolean;
  isDeaf: boolean;
}

const watch = async (parts: EngineParts, hearing: Hearing, process: string): Promise<EngineFinding | Remark | undefined> => {
  const giveUpAt = Date.now() + parts.patienceMs;
  for (;;) {
    const found = await compare(parts, hearing, process);
    if (found === undefined || isRemark(found)) return found;
    if (Date.now() > giveUpAt) return found.kind === 'notAnswering' ? silence(hearing, found) : found;
    await pause(100);
  }
};

/** One that is silent among others that answer has a trouble of its own. */
const silence = (hearing: Hearing, found: EngineFinding): EngineFinding | undefined => {
  if (hearing.heard) return found;
  hearing.isDeaf = true;
  return undefined;
};

const compare = async (
  { client, database }: EngineParts,
  hearing: Hearing,
  process: string,
): Promise<EngineFinding | Remark | undefined> => {
  const row = await database.process.findUnique({ where: { workflowId: process } });
  const status = await statusOf(client, process);
  if (status === undefined) return { kind: row?.ended === true ? 'historyGone' : 'workflowMissing', process };
  if (row === null) return undefined;
  if (status === 'RUNNING' && row.ended) return { kind: 'openAfterEnd', process };
  if (status !== 'RUNNING' && !row.ended) return { kind: 'closedBeforeEnd', process, status };
  if (hearing.isDeaf) return undefined;
  const carried = await ask(client, process);
  // A closed history is not always played again by later workflow code, and cannot change any more.
  if (carried === undefined) return row.ended ? undefined : { kind: 'notAnswering', process };
  hearing.heard = true;
  return difference(row, carried);
};

const difference = ({ workflowId: process, line, state }: Process, carried: Carried): EngineFinding | undefined =>
  carried.line === line && isDeepStrictEqual(carried.state, state)
    ? undefined
    : { kind: 'stateDiffers', process, engineLine: carried.line, recordLine: line };

const statusOf = async (client: Client, workflowId: string): Promise<string | undefined> => {
  try {
    return (await client.workflow.getHandle(workflowId).describe()).status.name;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
};

const ask = async (client: Client, workflowId: string): Promise<Carried | undefined> => {
  try {
    return await client.withDeadline(Date.now() + 5_000, () => client.workflow.getHandle(workflowId).query<Carried>(whereItStands));
  } catch (error) {
    if (error instanceof QueryNotRegisteredError || error instanceof ServiceError) return undefined;
    throw error;
  }
};

/** Workflows of ours that no line of the record speaks of. One that has just started is given time to write its first. */
const strangers = async (parts: EngineParts, known: readonly string[]): Promise<readonly (EngineFinding | Remark)[]> => {
  const giveUpAt = Date.now() + parts.patienceMs;
  for (let unknown = await listed(parts, new Set(known)); ; await pause(100)) {
    const rows = await parts.database.process.findMany({ where: { workflowId: { in: [...unknown] } }, select: { workflowId: true } });
    unknown = unknown.filter((process) => !rows.some(({ workflowId }) => workflowId === process));
    if (unknown.length === 0 || Date.now() > giveUpAt) return Promise.all(unknown.map((process) => stranger(parts, process)));
  }
};

const listed = async ({ client, taskQueue }: EngineParts, known: ReadonlySet<string>): Promise<readonly string[]> => {
  const types = Object.values(workflowOf).map((name) => `'${name}'`);
  const query = `WorkflowType IN (${types.join(', ')}) AND TaskQueue = '${taskQueue}'`;
  const unknown = new Set<string>();
  for await (const { workflowId } of client.workflow.list({ query })) if (!known.has(workflowId)) unknown.add(workflowId);
  return [...unknown].toSorted();
};

const stranger = async ({ client }: EngineParts, process: string): Promise<EngineFinding | Remark> => ({
  kind: (await statusOf(client, process)) === 'FAILED' ? 'filingRefused' : 'withoutRecord',
  process,
});
