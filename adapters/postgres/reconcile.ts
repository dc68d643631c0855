import { epochMsOf } from '../../domain/calendar/instant.ts';
import { caseAddress } from '../../domain/enforcement-case/plan.ts';
import { missingSignature, paperKinds, type PaperKind, type SigningLevel } from '../../domain/paper/paper.ts';
import type { RecordExamination, RecordFinding, Remark } from '../../domain/ports/reconciliation.ts';
import { oneMoment, verifyIn } from './audit.ts';
import type { Database, Transaction } from './client.ts';
import { courtNow, readOffset } from './court-clock.ts';
import { rowsAgainstEvents } from './rows-against-events.ts';

/**
 * Looks through the whole record as it stands at one moment: read model against events, messages, papers, the audit chain. Changes
 * nothing, and may be done while the court is at work.
 */
export const examineRecord = (database: Database): Promise<RecordExamination> => database.$transaction(examineIn, oneMoment);

const examineIn = async (transaction: Transaction): Promise<RecordExamination> => {
  const audit = await verifyIn(transaction);
  const rows = await rowsAgainstEvents(transaction);
  const orphans = await orphansIn(transaction);
  const messages = await messagesIn(transaction);
  return {
    processes: rows.processes.length,
    events: await transaction.event.count(),
    auditLines: await transaction.auditLine.count(),
    known: [...new Set([...rows.processes, ...orphans.flatMap((found) => ('process' in found ? [found.process] : []))])],
    findings: [
      ...(audit.kind === 'broken' ? [{ kind: 'auditBroken', verdict: audit } as const] : []),
      ...rows.findings,
      ...orphans,
      ...messages.findings,
      ...(await papersIn(transaction)),
      ...(await registersIn(transaction)),
    ],
    remarks: [...messages.remarks, ...(await inertDossiers(transaction))],
  };
};

const atOnce = 200;

/** Processes that events speak of and the read model does not know, and those that no case has started. */
const orphansIn = (transaction: Transaction): Promise<readonly RecordFinding[]> => transaction.$queryRaw<RecordFinding[]>`
  WITH started AS (
    SELECT 'request/' || (body->'file'->>'requestNo') AS process FROM event WHERE type = 'RequestStarted'
    UNION SELECT 'referral/' || (body->>'referralNo') FROM event WHERE type = 'ReferralStarted'
  ), spoken_of AS (SELECT process FROM started UNION SELECT stream FROM event)
  SELECT 'rowMissing' AS kind, process FROM spoken_of WHERE NOT EXISTS (SELECT FROM process AS row WHERE row.workflow_id = process)
  UNION ALL
  SELECT 'neverStarted', workflow_id FROM process AS row
   WHERE kind <> 'case' AND NOT EXISTS (SELECT FROM started WHERE started.process = row.workflow_id)
  ORDER BY 2`;

/** A message lies for a minute at most; then it is asked after. One that is dated later waits for its day. */
const messagesIn = async (transaction: Transaction) => {
  const before = new Date(epochMsOf(courtNow(await readOffset(transaction))) - minuteMs);
  const rows = await transaction.$queryRaw<LyingMessage[]>`
    SELECT message.id AS message, recipient, problem IS NOT NULL AS "isReturned", sent_at IS NOT NULL AS "isSent", row.ended
      FROM message LEFT JOIN process AS row ON row.workflow_id = recipient
     WHERE consumed_at IS NULL
       AND (problem IS NOT NULL OR message.at < ${before} AND coalesce(sent_at, '-infinity') < ${new Date(Date.now() - minuteMs)})
     ORDER BY message.at, message.id`;
  const remarks: Remark[] = [];
  const findings: RecordFinding[] = [];
  for (const { message, recipient, isReturned, isSent, ended } of rows)
    if (isReturned && ended === true) remarks.push({ kind: 'newsAfterEnd', message, recipient });
    else findings.push({ kind: isReturned ? 'undeliverable' : isSent ? 'unread' : 'unsent', message, recipient });
  return { findings, remarks };
};

interface LyingMessage {
  readonly message: string;
  readonly recipient: string;
  readonly isReturned: boolean;
  readonly isSent: boolean;
  readonly ended: boolean | null;
}

const minuteMs = 60_000;

const papersIn = async (transaction: Transaction): Promise<readonly RecordFinding[]> => {
  const findings: RecordFinding[] = [];
  for (let after = ''; ;) {
    const papers = await transaction.paper.findMany({ where: { id: { gt: after } }, orderBy: { id: 'asc' }, take: atOnce, select: signed });
    const last = papers.at(-1);
    if (last === undefined) return findings;
    after = last.id;
    for (const paper of papers) {
      const isSigned = isComplete(paper);
      if (!isSigned && paper.number !== null) findings.push({ kind: 'unsigned', paper: paper.id });
      if (isSigned && paper.number === null && (await isAllSigned(transaction, paper)))
        findings.push({ kind: 'unnumbered', paper: paper.id });
    }
  }
};

const signed = { id: true, kind: true, number: true, proposalId: true, signatures: { select: { level: true } } } as const;

/** What was drawn up together is issued together. */
const isAllSigned = async (transaction: Transaction, { proposalId }: { readonly proposalId: string | null }): Promise<boolean> =>
  proposalId === null || (await transaction.paper.findMany({ where: { proposalId }, select: signed })).every(isComplete);

const isComplete = ({
  kind,
  signatures,
}: {
  readonly kind: string;
  readonly signatures: readonly { readonly level: string }[];
}): boolean => {
  const given = signatures.map(({ level }) => level as SigningLevel);
  return kind in paperKinds && missingSignature(kind as PaperKind, given) === undefined;
};

const registersIn = (transaction: Transaction): Promise<readonly RecordFinding[]> => transaction.$queryRaw<RecordFinding[]>`
  SELECT 'numbersBroken' AS kind, counter.court, counter.year, counter.kind AS "paperKind"
    FROM paper_counter AS counter
    LEFT JOIN paper ON paper.court = counter.court AND paper.year = counter.year AND paper.kind = counter.kind
   WHERE counter.scope = ''
   GROUP BY counter.court, counter.year, counter.kind, counter.last
  HAVING count(paper.serial) <> counter.last OR max(paper.serial) <> counter.last
   ORDER BY 2, 3, 4`;

const inertDossiers = async (transaction: Transaction): Promise<readonly Remark[]> => {
  const rows = await transaction.$queryRaw<{ case_id: string }[]>`
    SELECT case_id FROM case_dossier
     WHERE NOT EXISTS (SELECT FROM event WHERE event.stream = 'case/' || case_dossier.case_id) ORDER BY case_id`;
  return rows.map(({ case_id }) => ({ kind: 'inertDossier', process: caseAddress(case_id) }));
};
