import type { KeyObject } from 'node:crypto';
import type { Appended, CaseRecord, Entry, RecordFailure, RecordableEvent } from '../../domain/ports/record.ts';
import type { ActResult } from '../../domain/ports/desk.ts';
import type { ProcessMessage } from '../../domain/process/process.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { verifyAssertion, type ActorAssertion } from '../crypto/actor-assertion.ts';
import { contentHash } from '../crypto/content-hash.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { writeAuditLines, type AuditEntry } from './audit-lines.ts';
import { violatedConstraint, toDate, type Database, type Transaction } from './client.ts';
import { readOffset } from './court-clock.ts';
import { keepPapers, type PaperOffice } from './papers.ts';
import { saveProcess } from './processes.ts';

export interface RecordKeys {
  /** The public half of the key with which the API vouches for actors. */
  readonly assertionKey: KeyObject;
}

/**
 * The record of all processes: events, audit lines, papers and read model in one transaction, so that an act without its audit line
 * cannot exist. Safe to repeat: what stands already under its number is compared, never written again.
 */
export const postgresRecord = (database: Database, keys: RecordKeys, office: PaperOffice): CaseRecord => ({
  append: (entry) => append(database, keys, office, entry),
  broughtBack: async (stream, errand) => {
    const rows = await database.event.findMany({ where: { stream, actId: errand }, orderBy: { number: 'asc' } });
    return rows.map(({ body }) => body as unknown as RecordableEvent);
  },
  unsent: async (limit) => {
    const rows = await database.message.findMany({
      where: { sentAt: null, problem: null, signal: { in: ['report', 'referralReport', 'instruction'] } },
      orderBy: { at: 'asc' },
      take: limit,
    });
    return rows.map(toMessage);
  },
  markSent: async (id) => {
    await database.message.updateMany({ where: { id }, data: { sentAt: new Date() } });
  },
  markUndeliverable: async (id, problem) => {
    await database.message.updateMany({ where: { id }, data: { problem } });
  },
});

const append = async (
  database: Database,
  keys: RecordKeys,
  office: PaperOffice,
  entry: Entry,
): Promise<Result<Appended, RecordFailure>> => {
  const actor = await actorOf(entry, keys);
  if (actor === 'unproven') return err({ kind: 'recordRefused', rule: 'badAssertion' });
  try {
    return await database.$transaction((transaction) => write(transaction, office, entry, actor), { timeout: 8_000, maxWait: 8_000 });
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === undefined) throw error;
    // Two appends met. Whoever comes second finds the first one's lines, or a rule that he has broken.
    if (constraint.includes('paper_signature') || constraint.includes('signer'))
      return err({ kind: 'recordRefused', rule: 'makerMayNotCheck' });
    const again = await database.$transaction((transaction) => alreadyWritten(transaction, entry));
    return again ?? err({ kind: 'recordRefused', rule: 'duplicate' });
  }
};

const actorOf = async ({ act }: Entry, { assertionKey }: RecordKeys): Promise<ActorAssertion['actor'] | 'unproven' | undefined> => {
  if (act === undefined) return undefined;
  const verified = await verifyAssertion(assertionKey, act.assertion, act);
  return verified.ok ? verified.value.actor : 'unproven';
};

const write = async (
  transaction: Transaction,
  office: PaperOffice,
  entry: Entry,
  actor: ActorAssertion['actor'] | undefined,
): Promise<Result<Appended, RecordFailure>> => {
  const before = await alreadyWritten(transaction, entry);
  if (before !== undefined) return before;

  const papers = await keepPapers(transaction, office, entry);
  const streams = [{ stream: entry.stream, after: entry.after, events: entry.events }, ...entry.births.map(toStream)];
  const rows = streams.flatMap((stream) => eventRows(stream, entry));
  await transaction.event.createMany({ data: rows });
  await writeAct(transaction, entry, actor, papers);
  await writeMessages(transaction, entry);
  await saveProcess(transaction, entry.snapshot, entry.after + entry.events.length, entry.offsetMs);
  for (const birth of entry.births) await saveProcess(transaction, birth.snapshot, birth.events.length, entry.offsetMs);
  const offsetMs = await readOffset(transaction);
  // Last, because the end of the chain is a lock that all writers share.
  await writeAuditLines(
    transaction,
    rows.map((row) => auditEntry(row, actor)),
  );
  return ok({ papers, offsetMs });
};

const toStream = ({ workflowId, events }: Entry['births'][number]) => ({ stream: workflowId, after: 0, events });

const eventRows = ({ stream, after, events }: ReturnType<typeof toStream>, entry: Entry) =>
  events.map((event, index) => ({
    stream,
    number: after + index + 1,
    type: event.type,
    at: toDate(event.at),
    contentHash: contentHash(event),
    body: event as unknown as Prisma.InputJsonValue,
    actId: entry.act?.actId ?? entry.errand ?? null,
    caseId: entry.snapshot.listing.caseId,
  }));

const auditEntry = (row: ReturnType<typeof eventRows>[number], actor: ActorAssertion['actor'] | undefined): AuditEntry => ({
  kind: 'event',
  actor: actor?.id ?? 'system',
  role: actor?.role ?? 'system',
  what: `${row.stream}#${row.number} ${row.type}`,
  caseId: row.caseId,
  content: row.contentHash,
});

/** What stands under these numbers, or under this act: the same is success, something else is a fork. */
const alreadyWritten = async (transaction: Transaction, entry: Entry): Promise<Result<Appended, RecordFailure> | undefined> => {
  const { stream, after, events, act } = entry;
  const standing = await transaction.event.findMany({
    where: { stream, number: { gt: after } },
    orderBy: { number: 'asc' },
    select: { number: true, contentHash: true, actId: true },
  });
  if (standing.length > 0) {
    const differs = events.find((event, index) => standing[index]?.contentHash !== contentHash(event));
    const number = differs === undefined ? after + 1 : after + 1 + events.indexOf(differs);
    if (events.length === 0 || differs !== undefined) return err({ kind: 'recordForked', stream, number });
    const done = act === undefined ? null : await transaction.act.findUnique({ where: { id: act.actId } });
    return ok({ papers: done === null ? [] : resultOf(done.result).papers, offsetMs: await readOffset(transaction) });
  }
  const earlier = act === undefined ? null : await transaction.act.findUnique({ where: { id: act.actId } });
  return earlier === null ? undefined : ok({ papers: [], offsetMs: await readOffset(transaction), repeated: resultOf(earlier.result) });
};

const resultOf = (json: unknown): ActResult => json as ActResult;

const writeAct = async (
  transaction: Transaction,
  { act, stream, after, events }: Entry,
  actor: ActorAssertion['actor'] | undefined,
  papers: ActResult['papers'],
): Promise<void> => {
  const [first] = events;
  if (act === undefined || actor === undefined || first === undefined) return;
  const result: ActResult = { line: after + events.length, papers };
  await transaction.act.create({
    data: {
      id: act.actId,
      stream,
      bodyHash: act.bodyHash,
      actor: actor.id,
      role: actor.role,
      at: toDate(first.at),
      result: result as unknown as Prisma.InputJsonValue,
    },
  });
};

const writeMessages = async (transaction: Transaction, { messages, consumes }: Entry): Promise<void> => {
  await transaction.message.createMany({
    data: messages.map(({ id, to, signal, at, body }) => ({
      id,
      recipient: to,
      signal,
      at: toDate(at),
      body: body as Prisma.InputJsonValue,
    })),
    skipDuplicates: true,
  });
  for (const id of consumes)
    await transaction.$executeRaw`
      INSERT INTO message (id, recipient, signal, at, consumed_at) VALUES (${id}, '', 'taken', now(), now())
      ON CONFLICT (id) DO UPDATE SET consumed_at = now()`;
};

const toMessage = (row: { id: string; recipient: string; signal: string; at: Date; body: unknown }): ProcessMessage => ({
  id: row.id,
  to: row.recipient,
  signal: row.signal as ProcessMessage['signal'],
  at: row.at.toISOString() as ProcessMessage['at'],
  body: row.body,
});
