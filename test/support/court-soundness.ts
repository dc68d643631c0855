import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Client } from '@temporalio/client';
import { verifyAudit } from '../../adapters/postgres/audit.ts';
import type { Database } from '../../adapters/postgres/client.ts';
import { requestProcess } from '../../domain/assistance/process.ts';
import type { AssistanceEvent } from '../../domain/assistance/events.ts';
import { caseProcess } from '../../domain/enforcement-case/process.ts';
import type { CaseEvent } from '../../domain/enforcement-case/events.ts';
import { referralProcess } from '../../domain/referral/process.ts';
import type { ReferralEvent } from '../../domain/referral/events.ts';
import type { Process, Event } from '../../generated/prisma/client.ts';
import { whereItStands, type Carried } from '../../workflows/messages/messages.ts';
import type { UnitsLog } from './court-units.ts';

export interface Accounts {
  readonly database: Database;
  readonly client: Client;
  readonly unitsLog: () => Promise<UnitsLog>;
}

/**
 * What does not agree between the engine, the record, the audit chain and the units' own book, in words; nothing when all is well:
 * every event under its number, every state the sum of its events, every message taken in, every step acted on once, no reply lost.
 */
export const disagreements = async ({ database, client, unitsLog }: Accounts): Promise<readonly string[]> => {
  const [processes, events, messages, audit, log] = await Promise.all([
    database.process.findMany({ orderBy: { workflowId: 'asc' } }),
    database.event.findMany({ orderBy: [{ stream: 'asc' }, { number: 'asc' }] }),
    database.message.findMany({ where: { consumedAt: null } }),
    verifyAudit(database),
    unitsLog(),
  ]);
  const streams = [...new Set(events.map(({ stream }) => stream))];
  const eventsOf = (name: string) => events.filter(({ stream }) => stream === name);
  const engine = await Promise.all(processes.map((row) => ofEngine(client, row)));
  return [
    ...processes.flatMap((row) => ofRecord(row, eventsOf(row.workflowId))),
    ...streams.filter((name) => !processes.some(({ workflowId }) => workflowId === name)).map((name) => `${name} has no process`),
    ...engine.flat(),
    ...messages.map(({ id, recipient, problem }) => `${id} was not taken in by ${recipient}${problem === null ? '' : `: ${problem}`}`),
    ...(audit.kind === 'whole' ? [] : [`The audit chain is broken: ${audit.fault} ${audit.what}`]),
    ...ofSteps(events, log),
    ...(await ofReplies(database, events, log)),
  ];
};

const ofRecord = ({ workflowId, kind, line, state }: Process, events: readonly Event[]): readonly string[] => {
  const faults: string[] = [];
  if (events.some(({ number }, index) => number !== index + 1)) faults.push(`${workflowId}: the numbers of its events have a hole`);
  const back = events.find(({ at }, index) => index > 0 && at < (events[index - 1]?.at ?? at));
  if (back !== undefined) faults.push(`${workflowId}#${back.number}: ${back.type} is dated before the event ahead of it`);
  if (line !== events.length) faults.push(`${workflowId}: stands at line ${line} and has ${events.length} events`);
  if (!isDeepStrictEqual(replayed(kind, events), state)) faults.push(`${workflowId}: its state is not the sum of its events`);
  return faults;
};

const replayed = (kind: string, events: readonly Event[]): unknown => {
  const bodies = events.map(({ body }) => body) as unknown;
  const state =
    kind === 'case'
      ? caseProcess.replay(bodies as readonly CaseEvent[])
      : kind === 'request'
        ? requestProcess.replay(bodies as readonly AssistanceEvent[])
        : referralProcess.replay(bodies as readonly ReferralEvent[]);
  return JSON.parse(JSON.stringify(state)) as unknown;
};

/** The record is written before its writer has heard so: the engine may be a moment behind. */
const ofEngine = async (client: Client, row: Process): Promise<readonly string[]> => {
  for (let look = 1; ; look += 1) {
    const faults = await seenInEngine(client, row);
    if (faults.length === 0 || look === 30) return faults;
    await pause(100);
  }
};

const seenInEngine = async (client: Client, { workflowId, ended, line, state }: Process): Promise<readonly string[]> => {
  const handle = client.workflow.getHandle(workflowId);
  const { status } = await handle.describe();
  if (ended) return status.name === 'COMPLETED' ? [] : [`${workflowId} has ended, and its workflow is ${status.name}`];
  if (status.name !== 'RUNNING') return [`${workflowId} has not ended, and its workflow is ${status.name}`];
  const carried = await handle.query<Carried>(whereItStands);
  return isDeepStrictEqual({ line: carried.line, state: carried.state }, { line, state })
    ? []
    : [`${workflowId}: engine and record differ`];
};

const ofSteps = (events: readonly Event[], { received }: UnitsLog): readonly string[] => {
  const delivered = events.flatMap(({ body }) => stepDelivered(body));
  return [
    ...received.filter(({ acts }) => acts !== 1).map(({ stepNo, acts }) => `${stepNo} was acted on ${acts} times`),
    ...delivered.filter((step) => !received.some(({ stepNo }) => stepNo === step)).map((step) => `${step} is recorded and reached nobody`),
    ...delivered.filter((step, index) => delivered.indexOf(step) < index).map((step) => `${step} is recorded twice as delivered`),
    ...received.filter(({ stepNo }) => !delivered.includes(stepNo)).map(({ stepNo }) => `${stepNo} reached its unit and is not recorded`),
  ];
};

const stepDelivered = (body: unknown): readonly string[] => {
  const { type, stepNo } = body as { readonly type: string; readonly stepNo?: string };
  return type === 'StepDelivered' && stepNo !== undefined ? [stepNo] : [];
};

/** Every reply that the court took is in the record of its request, or on file behind it. */
const ofReplies = async (database: Database, events: readonly Event[], { sent }: UnitsLog): Promise<readonly string[]> => {
  const numbers = events.flatMap(({ body }) => (body as { readonly replyNo?: string }).replyNo ?? []);
  const onFile = await database.auditLine.findMany({ where: { kind: 'keptOnFile' }, select: { what: true } });
  const taken = sent.filter(({ httpStatus }) => httpStatus < 300).map(({ replyNo }) => replyNo);
  return [
    ...taken
      .filter((replyNo) => !numbers.includes(replyNo) && !onFile.some(({ what }) => what.includes(`:${replyNo} `)))
      .map((replyNo) => `The reply ${replyNo} was taken and is nowhere`),
    ...numbers
      .filter((replyNo, index) => taken.includes(replyNo) && numbers.indexOf(replyNo) < index)
      .map((replyNo) => `The reply ${replyNo} is recorded twice`),
  ];
};
