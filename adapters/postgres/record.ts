import type { KeyObject } from 'node:crypto';
import type { Appended, CaseRecord, Entry, RecordFailure } from '../../domain/ports/record.ts';
import type { ActResult } from '../../domain/ports/desk.ts';
import type { ProcessMessage } from '../../domain/process/process.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { verifyAssertion, type ActorAssertion } from '../crypto/actor-assertion.ts';
import { contentHash } from '../crypto/content-hash.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { writeAuditLines, type AuditEntry } from './audit-lines.ts';
import { fromDate, violatedConstraint, toDate, type Database, type Transaction } from './client.ts';
import { readOffset } from './court-clock.ts';
import { keepPapers, PaperWithoutSignature, type PaperOffice } from './papers.ts';
import { saveProcess } from './processes.ts';
import { whatStands } from './what-stands.ts';

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
  // Of one sender and one moment, the lower number first: `…#9` before `…#10`.
  unsent: async (limit, olderThanMs) => {
    const rows = await database.$queryRaw<MessageRow[]>`
      SELECT id, recipient, signal, at, body FROM message
       WHERE sent_at IS NULL AND problem IS NULL AND signal = ANY(${betweenProcesses}) AND placed_at <= ${new Date(Date.now() - olderThanMs)}
       ORDER BY at, length(id), id LIMIT ${limit}`;
    return rows.map(toMessage);
  },
  isBehindAnother: async ({ id, to, at }) => {
    const sender = id.slice(0, id.indexOf('#'));
    const rows = await database.$queryRaw<unknown[]>`
      SELECT FROM message
       WHERE sent_at IS NULL AND problem IS NULL AND signal = ANY(${betweenProcesses}) AND recipient = ${to}
         AND split_part(id, '#', 1) = ${sender} AND (at, length(id), id) < (${toDate(at)}, length(${id}), ${id}) LIMIT 1`;
    return rows.length > 0;
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
    return await database.$transaction((transaction) => write(transaction, office, entry, actor), patience);
  } catch (error) {
    if (error instanceof PaperWithoutSignature) return err({ kind: 'recordRefused', rule: 'paperWithoutSignature' });
    const constraint = violatedConstraint(error);
    if (constraint === undefined) throw error;
    // Two appends met, and whoever comes second finds the first one's lines; or else a rule was broken.
    const again = await database.$transaction((transaction) => whatStands(transaction, entry), patience);
    return again ?? err({ kind: 'recordRefused', rule: constraint.includes(oneSignatureEach) ? 'makerMayNotCheck' : 'duplicate' });
  }
};

/** A try of the activity around it has ten seconds; the wait for a connection and the wait for other appends share them. */
const patience = { timeout: 8_000, maxWait: 8_000 };

/** The constraint by which one person signs a paper once. */
const oneSignatureEach = 'paper_signature_paper_id_signer_key';

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
  const before = await whatStands(transaction, entry);
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

/** What goes from process to process; acts and replies come in through the counter and are sent by it. */
const betweenProcesses = ['report', 'referralReport', 'instruction'];

interface MessageRow {
  readonly id: string;
  readonly recipient: string;
  readonly signal: string;
  readonly at: Date;
  readonly body: unknown;
}

const toMessage = (row: MessageRow): ProcessMessage => ({
  id: row.id,
  to: row.recipient,
  signal: row.signal as ProcessMessage['signal'],
  at: fromDate(row.at),
  body: row.body,
});
