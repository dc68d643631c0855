import { createHash } from 'node:crypto';
import type { AccessLog } from '../../domain/ports/reader.ts';
import { writeAuditLines } from './audit-lines.ts';
import type { Database } from './client.ts';

/** What the API adds to the audit chain by itself: reads, refused acts, failed sign-ins. */
export const accessLog = (database: Database): AccessLog => ({
  note: (entry) => writeAuditLines(database, [entry]),
});

export type AuditVerdict =
  | { readonly kind: 'whole'; readonly lines: number }
  /** The first line at which the chain, or the record it stands for, does not hold. */
  | {
      readonly kind: 'broken';
      readonly seq: string;
      readonly fault: 'altered' | 'missing' | 'reordered' | 'eventAltered' | 'eventUnaudited';
      readonly what: string;
    };

interface Line {
  readonly seq: bigint;
  readonly prev: string;
  readonly hash: string;
  readonly what: string;
  readonly text: string;
}

/**
 * Goes through the whole chain from its first line, computing every hash anew, and then holds the events against the lines that
 * stand for them. Names the first altered, missing or reordered line.
 */
export const verifyAudit = async (database: Database): Promise<AuditVerdict> => {
  let previous = { seq: 0n, hash: '0'.repeat(64) };
  for (;;) {
    const lines = await database.$queryRaw<Line[]>`
      SELECT seq, prev, hash, what, audit_text(audit_line) AS text FROM audit_line WHERE seq > ${previous.seq} ORDER BY seq LIMIT 2000`;
    if (lines.length === 0) break;
    for (const line of lines) {
      const fault = faultOf(line, previous);
      if (fault !== undefined)
        return { kind: 'broken', seq: String(fault === 'missing' ? previous.seq + 1n : line.seq), fault, what: line.what };
      previous = line;
    }
  }
  return (await faultAtEnd(database, previous)) ?? (await faultInEvents(database)) ?? { kind: 'whole', lines: Number(previous.seq) };
};

const faultOf = (
  line: Line,
  previous: { readonly seq: bigint; readonly hash: string },
): 'altered' | 'missing' | 'reordered' | undefined => {
  if (line.seq !== previous.seq + 1n) return 'missing';
  if (createHash('sha256').update(line.text).digest('hex') !== line.hash) return line.prev === previous.hash ? 'altered' : 'reordered';
  return line.prev === previous.hash ? undefined : 'reordered';
};

const faultAtEnd = async (database: Database, last: { readonly seq: bigint; readonly hash: string }): Promise<AuditVerdict | undefined> => {
  const head = await database.auditHead.findUniqueOrThrow({ where: { id: 1 } });
  if (head.seq === last.seq && (head.hash === last.hash || last.seq === 0n)) return undefined;
  const seq = String(last.seq + 1n);
  return { kind: 'broken', seq, fault: 'missing', what: `the chain ends at line ${head.seq}` };
};

const faultInEvents = async (database: Database): Promise<AuditVerdict | undefined> => {
  const [unaudited] = await database.$queryRaw<{ what: string }[]>`
    SELECT event.stream || '#' || event.number || ' ' || event.type AS what FROM event
     WHERE NOT EXISTS (SELECT FROM audit_line WHERE what = event.stream || '#' || event.number || ' ' || event.type
                         AND content = event.content_hash)
     ORDER BY event.recorded_at LIMIT 1`;
  if (unaudited !== undefined) return { kind: 'broken', seq: '', fault: 'eventUnaudited', what: unaudited.what };
  const [lost] = await database.$queryRaw<{ seq: bigint; what: string }[]>`
    SELECT seq, what FROM audit_line
     WHERE kind = 'event' AND NOT EXISTS (SELECT FROM event WHERE event.stream || '#' || event.number || ' ' || event.type = what)
     ORDER BY seq LIMIT 1`;
  return lost === undefined ? undefined : { kind: 'broken', seq: String(lost.seq), fault: 'eventAltered', what: lost.what };
};
