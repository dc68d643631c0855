import { createHash } from 'node:crypto';
import type { AccessLog } from '../../domain/ports/reader.ts';
import type { AuditFault, AuditVerdict, BrokenChain } from '../../domain/ports/reconciliation.ts';
import { contentHash } from '../crypto/content-hash.ts';
import { writeAuditLines } from './audit-lines.ts';
import type { Database, Transaction } from './client.ts';

/** What the API adds to the audit chain by itself: reads, refused acts, failed sign-ins. */
export const accessLog = (database: Database): AccessLog => ({
  note: (entry) => writeAuditLines(database, [entry]),
});

/**
 * Goes through the whole chain from its first line, computing every hash anew, and then holds every event, its body hashed anew,
 * against the line that stands for it. Safe while the court is at work: it looks at one moment of the database.
 */
export const verifyAudit = (database: Database): Promise<AuditVerdict> => database.$transaction(verifyIn, oneMoment);

/** For looking through everything as it stood at one moment, however long that takes. */
export const oneMoment = { isolationLevel: 'RepeatableRead', timeout: 3_600_000, maxWait: 10_000 } as const;

/** The same, as part of a look at more than the chain. */
export const verifyIn = async (transaction: Transaction): Promise<AuditVerdict> => {
  const end = await followChain(transaction);
  if ('kind' in end) return end;
  return (await faultInEvents(transaction)) ?? (await unaudited(transaction)) ?? { kind: 'whole', lines: Number(end.seq) };
};

const broken = (fault: AuditFault, { seq, what }: { readonly seq: bigint; readonly what: string }): BrokenChain => ({
  kind: 'broken',
  fault,
  seq: String(seq),
  what,
});

interface Line {
  readonly seq: bigint;
  readonly prev: string;
  readonly hash: string;
  readonly what: string;
  readonly text: string;
}

type Link = Pick<Line, 'seq' | 'hash' | 'what'>;

const linesAtOnce = 1_000;

const followChain = async (transaction: Transaction): Promise<Link | BrokenChain> => {
  let last: Link = { seq: 0n, hash: '0'.repeat(64), what: '' };
  for (let cursor = -(2n ** 63n); ; cursor = last.seq) {
    const lines = await transaction.$queryRaw<Line[]>`
      SELECT seq, prev, hash, what, audit_text(audit_line) AS text FROM audit_line
       WHERE seq > ${cursor} ORDER BY seq LIMIT ${linesAtOnce}`;
    if (lines.length === 0) return (await faultAtEnd(transaction, last)) ?? last;
    for (const line of lines) {
      const fault = await faultOf(transaction, line, last);
      if (fault !== undefined) return fault;
      last = line;
    }
  }
};

const faultOf = async (transaction: Transaction, line: Line, previous: Link): Promise<BrokenChain | undefined> => {
  const expected = previous.seq + 1n;
  if (line.seq > expected) return broken('missing', { seq: expected, what: '' });
  if (line.seq < expected) return broken('added', line);
  const isSound = createHash('sha256').update(line.text).digest('hex') === line.hash;
  if (line.prev === previous.hash) return isSound ? undefined : broken('altered', line);
  if ((await transaction.auditLine.count({ where: { hash: line.prev } })) > 0) return broken('reordered', line);
  // Nobody bears the hash it names as its predecessor's: that one was altered, and given a hash that fits.
  return broken('altered', isSound && previous.seq > 0n ? previous : line);
};

/** The database keeps number and hash of the last line apart, so that the end of the chain cannot be cut off in silence. */
const faultAtEnd = async (transaction: Transaction, last: Link): Promise<BrokenChain | undefined> => {
  const head = await transaction.auditHead.findUniqueOrThrow({ where: { id: 1 } });
  if (head.seq > last.seq) return broken('missing', { seq: last.seq + 1n, what: '' });
  if (head.seq < last.seq) return broken('added', last);
  return head.hash === last.hash ? undefined : broken('altered', last);
};

interface AuditedEvent {
  readonly seq: bigint;
  readonly what: string;
  readonly said: string | null;
  readonly isSame: boolean | null;
  readonly type: string | null;
  readonly at: Date | null;
  readonly body: unknown;
}

const faultInEvents = async (transaction: Transaction): Promise<BrokenChain | undefined> => {
  for (let cursor = 0n; ;) {
    const lines = await audited(transaction, cursor);
    for (const line of lines) {
      const fault = faultOfEvent(line);
      if (fault !== undefined) return broken(fault, line);
    }
    const last = lines.at(-1);
    if (last === undefined) return undefined;
    cursor = last.seq;
  }
};

/** Each line that stands for an event beside that event, and whether both say the same of who did what in which case. */
const audited = (transaction: Transaction, cursor: bigint): Promise<readonly AuditedEvent[]> => transaction.$queryRaw<AuditedEvent[]>`
  SELECT line.seq, line.what, line.content AS said, event.type, event.at, event.body,
         line.what = event.stream || '#' || event.number || ' ' || event.type AND line.content = event.content_hash
           AND line.case_id = event.case_id AND line.actor = coalesce(act.actor, 'system') AND line.role = coalesce(act.role, 'system')
           AS "isSame"
    FROM audit_line AS line
    LEFT JOIN event ON event.stream = substring(line.what FROM '^(.*)#[0-9]+ [A-Za-z]+$')
                   AND event.number = substring(line.what FROM '#([0-9]+) [A-Za-z]+$')::int
    LEFT JOIN act ON act.id = event.act_id
   WHERE line.kind = 'event' AND line.seq > ${cursor} ORDER BY line.seq LIMIT ${linesAtOnce}`;

const faultOfEvent = ({ said, isSame, type, at, body }: AuditedEvent): 'eventLost' | 'eventAltered' | undefined => {
  if (at === null) return 'eventLost';
  const { type: bodyType, at: bodyAt } = body as { readonly type?: unknown; readonly at?: unknown };
  const isWhole = isSame === true && contentHash(body) === said && bodyType === type && Date.parse(String(bodyAt)) === at.getTime();
  return isWhole ? undefined : 'eventAltered';
};

const unaudited = async (transaction: Transaction): Promise<BrokenChain | undefined> => {
  const [event] = await transaction.$queryRaw<{ what: string }[]>`
    SELECT what FROM (SELECT recorded_at, stream || '#' || number || ' ' || type AS what FROM event) AS recorded
     WHERE NOT EXISTS (SELECT FROM audit_line WHERE kind = 'event' AND audit_line.what = recorded.what)
     ORDER BY recorded_at LIMIT 1`;
  return event === undefined ? undefined : { kind: 'broken', fault: 'eventUnaudited', what: event.what };
};
