import type {
  CaseRow,
  Page,
  PaperRow,
  PaperTrail,
  RecordedEvent,
  RecordReader,
  ReferralRow,
  RequestRow,
} from '../../domain/ports/reader.ts';
import type { Process, Paper, PaperSignature } from '../../generated/prisma/client.ts';
import type { ColumnCipher } from '../crypto/column-cipher.ts';
import { parseInstant } from '../../domain/calendar/instant.ts';
import { fromDate, type Database } from './client.ts';

/** The read model of the record: what was written down, as screens show it. */
export const recordReader = (database: Database, cipher: ColumnCipher): RecordReader & PaperTrail => {
  const byId = (workflowId: string): Promise<Process | null> => database.process.findUnique({ where: { workflowId } });
  const ofCase = (caseId: string, kind: string): Promise<Process[]> =>
    database.process.findMany({ where: { caseId, kind }, orderBy: { workflowId: 'asc' } });

  return {
    case: async (caseId) => toRow<CaseRow>(await byId(`case/${caseId}`)),
    cases: async ({ court, handler }, cursor, limit) => {
      const rows = await database.process.findMany({
        where: { kind: 'case', court, ...(handler !== undefined && { handler }), ...after(cursor) },
        orderBy: { workflowId: 'asc' },
        take: limit + 1,
      });
      return pageOf(rows, limit, toRow<CaseRow>);
    },
    requestsOfCase: async (caseId) => rowsOf<RequestRow>(await ofCase(caseId, 'request')).toSorted(byRunningNumber),
    request: async (requestNo) => toRow<RequestRow>(await byId(`request/${requestNo}`)),
    requestsOfUnit: async (unit, cursor, limit) => {
      const rows = await database.process.findMany({
        where: { kind: 'request', unit, ended: false, ...after(cursor) },
        orderBy: { workflowId: 'asc' },
        take: limit + 1,
      });
      return pageOf(rows, limit, toRow<RequestRow>);
    },
    referralsOfCase: async (caseId) => rowsOf<ReferralRow>(await ofCase(caseId, 'referral')),
    timeline: (caseId, cursor, limit) => timeline(database, caseId, cursor, limit),
    paper: async (id) => {
      const row = await database.paper.findUnique({ where: { id }, include: { signatures: true } });
      return row === null ? undefined : toPaper(row, cipher);
    },
    requestOfPaper: async (paperId) => {
      const [row] = await database.$queryRaw<{ stream: string }[]>`
        SELECT stream FROM event WHERE type = 'StepDecided' AND body->'papers' @> ${JSON.stringify([{ paperId }])}::jsonb LIMIT 1`;
      return row === undefined ? undefined : toRow<RequestRow>(await byId(row.stream));
    },
    papersOfCase: async (caseId) => {
      const rows = await database.paper.findMany({ where: { caseId }, include: { signatures: true }, orderBy: { id: 'asc' } });
      return rows.map(({ sealed: _words, ...row }) => toPaper({ ...row, sealed: null }, cipher));
    },
    officeList: async () => {
      const rows = await database.process.findMany({ where: { kind: 'request', phase: 'reportedToOffice', ended: false } });
      return rows.map(({ workflowId, unit, actionId, updatedAt }) => ({
        requestNo: workflowId.slice('request/'.length),
        unit: unit ?? '',
        actionId: actionId ?? '',
        reportedAt: fromDate(updatedAt),
      }));
    },
  };
};

const after = (cursor: string | undefined) => (cursor === undefined ? {} : { workflowId: { gt: cursor } });

const toRow = <Row extends CaseRow | RequestRow | ReferralRow>(row: Process | null): Row | undefined => {
  if (row === null) return undefined;
  const { dueAt, offsetMs: _offset, unit, actionId, handler, ...rest } = row;
  return {
    ...rest,
    ...(unit !== null && { unit }),
    ...(actionId !== null && { actionId }),
    ...(handler !== null && { handler }),
    ...(dueAt !== null && { dueAt: fromDate(dueAt) }),
  } as unknown as Row;
};

const rowsOf = <Row extends CaseRow | RequestRow | ReferralRow>(rows: readonly Process[]): readonly Row[] =>
  rows.map((row) => toRow<Row>(row)).filter((row) => row !== undefined);

const byRunningNumber = (one: RequestRow, other: RequestRow): number => runningNumber(one) - runningNumber(other);

const runningNumber = ({ workflowId }: RequestRow): number => Number(workflowId.slice(workflowId.lastIndexOf('/') + 1));

const pageOf = <Row extends CaseRow | RequestRow>(
  rows: readonly Process[],
  limit: number,
  convert: (row: Process) => Row | undefined,
): Page<Row> => {
  const items = rows
    .slice(0, limit)
    .map(convert)
    .filter((row) => row !== undefined);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: last.workflowId } : { items };
};

/** In the order of what happened; what happened in one moment, in the order of recording. The cursor is the place of the last one shown. */
const timeline = async (database: Database, caseId: string, cursor: string | undefined, limit: number): Promise<Page<RecordedEvent>> => {
  const [, at = '-infinity', stream = '', number = '0'] = timelineCursor.exec(cursor ?? '') ?? [];
  if (cursor !== undefined && !parseInstant(at).ok) return { items: [] };
  const rows = await database.$queryRaw<EventRow[]>`
    SELECT event.stream, event.number, event.type, event.at, event.recorded_at, event.body, act.actor
      FROM event LEFT JOIN act ON act.id = event.act_id
     WHERE event.case_id = ${caseId} AND (event.at, event.stream, event.number) > (${at}::timestamptz, ${stream}, ${Number(number)})
     ORDER BY event.at, event.stream, event.number LIMIT ${limit + 1}`;
  const items = rows.slice(0, limit).map(toEvent);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: `${last.at}|${last.stream}|${last.number}` } : { items };
};

/** The instant, stream and number of the last event shown; a text of another form was never given as a cursor. */
const timelineCursor = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+08:00)\|([a-z0-9/-]{1,120})\|(\d{1,9})$/;

interface EventRow {
  readonly stream: string;
  readonly number: number;
  readonly type: string;
  readonly at: Date;
  readonly recorded_at: Date;
  readonly body: unknown;
  readonly actor: string | null;
}

const toEvent = ({ stream, number, type, at, recorded_at, body, actor }: EventRow): RecordedEvent => ({
  stream,
  number,
  type,
  at: fromDate(at),
  recordedAt: fromDate(recorded_at),
  body,
  ...(actor !== null && { actor }),
});

const toPaper = (row: Paper & { readonly signatures: readonly PaperSignature[] }, cipher: ColumnCipher): PaperRow => {
  const { id, caseId, kind, number, contentHash, issuedAt, sealed, signatures } = row;
  const content = sealed === null ? undefined : cipher.open({ table: 'paper', column: 'sealed', rowId: id }, sealed);
  return {
    paperId: id,
    caseId,
    kind,
    ...(number !== null && { number }),
    ...(contentHash !== null && { contentHash }),
    ...(issuedAt !== null && { issuedAt: fromDate(issuedAt) }),
    signatures: signatures.map(({ level, signer, at }) => ({ level, by: signer, at: fromDate(at) })),
    ...(content?.ok === true && { content: JSON.parse(content.value) as unknown }),
  };
};
