import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { courtNow } from '../../../adapters/postgres/court-clock.ts';
import { toDate } from '../../../adapters/postgres/client.ts';
import { examineRecord } from '../../../adapters/postgres/reconcile.ts';
import { addMs } from '../../../domain/calendar/instant.ts';
import { aPlannedCase, judge, openRecord, type CourtRecord } from './court-record.ts';

const kase = 'case/2026-yun2301-zhi-1';
const request = 'request/2026-yun2301-zhi-1/1';

/** A record of one case that was signed and one that waits, changed behind its back by these statements of its owner. */
const recordWith = async (...statements: readonly string[]): Promise<CourtRecord> => {
  const court = await openRecord(2);
  onTestFinished(court.close);
  const book = await aPlannedCase(court.record, 1);
  await book.put(court.record, book.approval(judge), { act: await court.signed('s-judge:k1', judge) });
  await aPlannedCase(court.record, 2);
  const owner = new pg.Client({ connectionString: court.url });
  await owner.connect();
  const guarded = ['event', 'act', 'audit_line', 'paper', 'paper_signature'];
  for (const table of guarded) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const statement of statements) await owner.query(statement);
  for (const table of guarded) await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  await owner.end();
  return court;
};

const findingsAfter = async (...statements: readonly string[]) =>
  (await examineRecord((await recordWith(...statements)).database)).findings;

describe('a record that nobody has touched', () => {
  it('agrees with itself, and tells how much was looked at', async () => {
    const { database } = await recordWith();
    const lines = await database.auditLine.count();
    expect(await examineRecord(database)).toEqual({
      processes: 4,
      events: lines,
      auditLines: lines,
      known: [kase, 'case/2026-yun2301-zhi-2', request, 'request/2026-yun2301-zhi-1/2'],
      findings: [],
      remarks: [],
    });
  });

  it('agrees with itself at every moment while it is being written', async () => {
    const court = await openRecord(12);
    onTestFinished(court.close);
    const written = Promise.all(
      Array.from({ length: 12 }, async (_none, n) => {
        const book = await aPlannedCase(court.record, n + 1);
        await book.put(court.record, book.approval(judge), { act: await court.signed(`s-judge:${n}`, judge) });
      }),
    );
    const looks = [await examineRecord(court.database), await examineRecord(court.database), await examineRecord(court.database)];
    await written;
    expect(looks.flatMap(({ findings }) => findings)).toEqual([]);
    expect((await examineRecord(court.database)).processes).toBe(36);
  });
});

describe('a read model that was tampered with', () => {
  it.for([
    ['its state', `state = jsonb_set(state, '{filedAt}', '"2026-03-03T09:00:00.000+08:00"')`],
    ['a key added to its state', `state = state || '{"paid": true}'`],
    ['that it has ended', 'ended = true'],
    ['its due instant', `due_at = due_at + interval '1 day'`],
    ['its due instant taken away', 'due_at = NULL'],
  ])('does not show what its events make: %s', async ([, change]) => {
    const findings = await findingsAfter(`UPDATE process SET ${change} WHERE workflow_id = '${kase}'`);
    expect(findings).toEqual([{ kind: 'rowDiffers', process: kase }]);
  });

  it('stands behind its events, or before them', async () => {
    expect(await findingsAfter(`UPDATE process SET line = line - 1 WHERE workflow_id = '${kase}'`)).toEqual([
      { kind: 'rowDiffers', process: kase },
    ]);
    expect(await findingsAfter(`UPDATE process SET line = 3 WHERE workflow_id = '${request}'`)).toEqual([
      { kind: 'eventMissing', process: request, number: 3 },
    ]);
  });

  it('does not know a request that was started', async () => {
    expect(await findingsAfter(`DELETE FROM process WHERE workflow_id = '${request}'`)).toEqual([{ kind: 'rowMissing', process: request }]);
  });

  it('does not know a case that has events', async () => {
    expect(await findingsAfter(`DELETE FROM process WHERE workflow_id = '${kase}'`)).toEqual([{ kind: 'rowMissing', process: kase }]);
  });

  it('knows a request that no case has started', async () => {
    const columns = 'kind, case_id, court, unit, phase, awaiting, details, busy, line, offset_ms, state';
    const findings = await findingsAfter(
      `INSERT INTO process (workflow_id, ${columns}) SELECT 'request/made-up/9', ${columns} FROM process WHERE workflow_id = '${request}'`,
    );
    expect(findings).toEqual([
      { kind: 'eventMissing', process: 'request/made-up/9', number: 1 },
      { kind: 'neverStarted', process: 'request/made-up/9' },
    ]);
  });
});

describe('a record that lost a line', () => {
  it('names the process and the number, and the audit chain names it too', async () => {
    expect(await findingsAfter(`DELETE FROM event WHERE stream = '${kase}' AND number = 4`)).toEqual([
      { kind: 'auditBroken', verdict: expect.objectContaining({ fault: 'eventLost', what: `${kase}#4 ProposalDrawnUp` }) },
      { kind: 'eventMissing', process: kase, number: 4 },
    ]);
  });

  it('names the number also when event and audit line were both taken away and the chain was made anew', async () => {
    const rechain = `DO $$ DECLARE line audit_line; before text := repeat('0', 64); place bigint := 0; BEGIN
      CREATE TEMP TABLE chain AS SELECT * FROM audit_line ORDER BY seq; DELETE FROM audit_line;
      FOR line IN SELECT * FROM chain ORDER BY seq LOOP
        place := place + 1; line.seq := place; line.prev := before;
        line.hash := encode(sha256(convert_to(audit_text(line), 'UTF8')), 'hex'); before := line.hash;
        INSERT INTO audit_line SELECT line.*;
      END LOOP; UPDATE audit_head SET seq = place, hash = before; END $$`;
    const findings = await findingsAfter(
      `DELETE FROM event WHERE stream = '${request}' AND number = 2`,
      `DELETE FROM audit_line WHERE what LIKE '${request}#2 %'`,
      rechain,
    );
    expect(findings).toEqual([{ kind: 'eventMissing', process: request, number: 2 }]);
  });
});

describe('messages', () => {
  const aMessage = async (court: CourtRecord, id: string, minutesAgo: number, more: object) => {
    const now = courtNow(0);
    const at = toDate(addMs(now, -minutesAgo * 60_000));
    await court.database.message.create({ data: { id, recipient: kase, signal: 'report', at, ...more } });
  };

  it('that cannot be delivered, or lie unsent or unread for longer than a minute, are named', async () => {
    const court = await recordWith();
    const earlier = new Date(Date.now() - 120_000);
    await aMessage(court, 'm-1', 5, {});
    await aMessage(court, 'm-2', 4, { sentAt: earlier });
    await aMessage(court, 'm-3', 0, { problem: 'recipientClosed' });
    expect((await examineRecord(court.database)).findings).toEqual([
      { kind: 'unsent', message: 'm-1', recipient: kase },
      { kind: 'unread', message: 'm-2', recipient: kase },
      { kind: 'undeliverable', message: 'm-3', recipient: kase },
    ]);
  });

  it('that are on their way, dated later, or taken in are none of its business', async () => {
    const court = await recordWith();
    await aMessage(court, 'm-1', 0, {});
    await aMessage(court, 'm-2', 60, { sentAt: new Date() });
    await aMessage(court, 'm-3', -600, {});
    await aMessage(court, 'm-4', 60, { consumedAt: new Date() });
    expect(await examineRecord(court.database)).toMatchObject({ findings: [], remarks: [] });
  });

  it('that came for a process after its end are remarked, and no fault', async () => {
    const court = await recordWith();
    const ended = { workflowId: 'case/ended', kind: 'case', caseId: 'ended', court: '云2301', phase: 'closed', awaiting: 'nobody' };
    await court.database.process.create({ data: { ...ended, details: '', ended: true, busy: false, line: 0, offsetMs: 0, state: {} } });
    await aMessage(court, 'm-1', 9, { recipient: 'case/ended', problem: 'recipientClosed' });
    const { findings, remarks } = await examineRecord(court.database);
    expect(remarks).toEqual([{ kind: 'newsAfterEnd', message: 'm-1', recipient: 'case/ended' }]);
    expect(findings.filter(({ kind }) => kind === 'undeliverable')).toEqual([]);
  });
});

describe('papers', () => {
  const sign = (paper: string, level = 'judge') =>
    `INSERT INTO paper_signature VALUES ('2026-yun2301-zhi-2.${paper}', '${level}', 's-${level}', now())`;

  it('that have all signatures and no number are named, but only once what was drawn up with them is signed too', async () => {
    expect(await findingsAfter(sign('p1.1'))).toEqual([]);
    expect(await findingsAfter(sign('p1.1'), sign('p1.2'))).toEqual([
      { kind: 'unnumbered', paper: '2026-yun2301-zhi-2.p1.1' },
      { kind: 'unnumbered', paper: '2026-yun2301-zhi-2.p1.2' },
    ]);
  });

  it('that have a number and lack a signature are named', async () => {
    expect(await findingsAfter(`DELETE FROM paper_signature WHERE paper_id = '2026-yun2301-zhi-1.p2.1'`)).toEqual([
      { kind: 'unsigned', paper: '2026-yun2301-zhi-1.p2.1' },
    ]);
  });

  it('whose numbers have a gap are named by their register', async () => {
    const broken = { kind: 'numbersBroken', court: '云2301', year: 2026, paperKind: 'inquiryAssistanceNotice' };
    expect(await findingsAfter(`UPDATE paper_counter SET last = last + 1 WHERE kind = 'inquiryAssistanceNotice'`)).toEqual([broken]);
    expect(await findingsAfter(`UPDATE paper SET serial = 7 WHERE kind = 'inquiryAssistanceNotice' AND serial = 2`)).toEqual([broken]);
  });
});

describe('a dossier that no workflow has named', () => {
  it('is remarked as inert, and no fault', async () => {
    const court = await openRecord(3);
    onTestFinished(court.close);
    await aPlannedCase(court.record, 1);
    await aPlannedCase(court.record, 3);
    expect(await examineRecord(court.database)).toMatchObject({
      findings: [],
      remarks: [{ kind: 'inertDossier', process: 'case/2026-yun2301-zhi-2' }],
    });
  });
});
