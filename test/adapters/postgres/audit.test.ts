import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessLog, verifyAudit } from '../../../adapters/postgres/audit.ts';
import { aCase, aPlannedCase, judge, openRecord, type CourtRecord } from './court-record.ts';

let court: CourtRecord;
let owner: pg.Client;
let lines: number;
beforeAll(async () => {
  court = await openRecord();
  owner = new pg.Client({ connectionString: court.url });
  await owner.connect();
  const book = await aPlannedCase(court.record, 1);
  await book.put(court.record, book.approval(judge), { act: await court.signed('s-judge:k1', judge) });
  await accessLog(court.database).note({ kind: 'read', actor: 's-judge', role: 'judge', what: 'GET /cases/1', client: '127.0.0.1' });
  await aPlannedCase(court.record, 2);
  lines = await court.database.auditLine.count();
  for (const table of guarded) await owner.query(`CREATE TABLE kept_${table} AS TABLE ${table}`);
});
afterEach(async () => {
  await tamper(...guarded.toReversed().map((table) => `DELETE FROM ${table}`), ...guarded.map(putBack));
});
afterAll(async () => {
  await owner.end();
  await court.close();
});

const guarded = ['audit_line', 'audit_head', 'act', 'event'] as const;
const putBack = (table: string) => `INSERT INTO ${table} SELECT * FROM kept_${table}`;

/** What only the owner of the tables can do: to change the record behind its own back. */
const tamper = async (...statements: readonly string[]): Promise<void> => {
  for (const table of guarded) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const statement of statements) await owner.query(statement);
  for (const table of guarded) await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
};

const verdict = () => verifyAudit(court.database);

/** Number and words of the line that stands for an event. */
const lineOf = async (number: number, type: string) => {
  const what = `case/2026-yun2301-zhi-1#${number} ${type}`;
  const { seq } = await court.database.auditLine.findFirstOrThrow({ where: { what } });
  return { seq: String(seq), what };
};

const rehash = (seq: number) =>
  `UPDATE audit_line SET hash = encode(sha256(convert_to(audit_text(audit_line), 'UTF8')), 'hex') WHERE seq = ${seq}`;

describe('the audit chain', () => {
  it('is whole as the record has written it, and tells how many lines it has', async () => {
    expect(lines).toBeGreaterThan(20);
    expect(await verdict()).toEqual({ kind: 'whole', lines });
  });

  it('is whole before the first line', async () => {
    const empty = await openRecord();
    expect(await verifyAudit(empty.database)).toEqual({ kind: 'whole', lines: 0 });
    await empty.close();
  });

  it('is whole over two hundred appends at once, and at every moment in between', async () => {
    const busy = await openRecord();
    const books = Array.from({ length: 200 }, (_none, n) => aCase(n + 1));
    const appends = Promise.all(books.map((book) => busy.record.append(book.entry(book.opening()))));
    const reads = Promise.all(
      Array.from({ length: 20 }, (_none, n) =>
        accessLog(busy.database).note({ kind: 'read', actor: `s-${n}`, role: 'judge', what: 'GET /cases', client: '127.0.0.1' }),
      ),
    );
    const meanwhile = [await verifyAudit(busy.database), await verifyAudit(busy.database)];
    expect(meanwhile.map(({ kind }) => kind)).toEqual(['whole', 'whole']);
    expect((await appends).filter(({ ok }) => !ok)).toEqual([]);
    await reads;
    expect(await verifyAudit(busy.database)).toEqual({ kind: 'whole', lines: (await busy.database.event.count()) + 20 });
    await busy.close();
  });
});

describe('a line that was tampered with', () => {
  it.for([
    ['its words', `what = 'case/other#1 CaseFiled'`],
    ['its actor', `actor = 's-other'`],
    ['its time', `at = at + interval '1 millisecond'`],
    ['its hash', `hash = repeat('0', 63) || '1'`],
  ])('is named when it was changed: %s', async ([, change]) => {
    await tamper(`UPDATE audit_line SET ${change} WHERE seq = 5`, `UPDATE audit_line SET actor = 'x' WHERE seq = 9`);
    expect(await verdict()).toMatchObject({ kind: 'broken', seq: '5', fault: 'altered' });
  });

  it('is named also when it was given a hash that fits', async () => {
    await tamper(`UPDATE audit_line SET actor = 's-other' WHERE seq = 5`, rehash(5));
    expect(await verdict()).toMatchObject({ seq: '5', fault: 'altered' });
  });

  it('is named also at the very end of the chain, with a hash that fits', async () => {
    await tamper(`UPDATE audit_line SET actor = 's-other' WHERE seq = ${lines}`, rehash(lines));
    expect(await verdict()).toMatchObject({ seq: String(lines), fault: 'altered' });
  });

  it('is missed in the middle', async () => {
    await tamper('DELETE FROM audit_line WHERE seq IN (7, 8)');
    expect(await verdict()).toMatchObject({ seq: '7', fault: 'missing' });
  });

  it('is missed at the beginning', async () => {
    await tamper('DELETE FROM audit_line WHERE seq = 1');
    expect(await verdict()).toMatchObject({ seq: '1', fault: 'missing' });
  });

  it('is missed at the end', async () => {
    await tamper(`DELETE FROM audit_line WHERE seq > ${lines - 3}`);
    expect(await verdict()).toMatchObject({ seq: String(lines - 2), fault: 'missing' });
  });

  it('is named when two have changed places', async () => {
    await tamper(
      'UPDATE audit_line SET seq = -1 WHERE seq = 5',
      'UPDATE audit_line SET seq = 5 WHERE seq = 6',
      'UPDATE audit_line SET seq = 6 WHERE seq = -1',
    );
    expect(await verdict()).toMatchObject({ seq: '5', fault: 'reordered' });
  });

  it('is named when those behind it were moved up into its place', async () => {
    await tamper('DELETE FROM audit_line WHERE seq = 5', ...Array.from({ length: lines - 5 }, (_none, n) => moveUp(n + 6)));
    expect(await verdict()).toMatchObject({ kind: 'broken', seq: '5' });
  });
  const moveUp = (seq: number) => `UPDATE audit_line SET seq = ${seq - 1} WHERE seq = ${seq}`;

  it.for([['0'], [String(9_999)]])('is named when it was put in without the chain, as number %s', async ([seq]) => {
    const copy = `SELECT ${seq}, at, kind, actor, role, what, case_id, purpose, client, content, prev, 'made-up' FROM audit_line WHERE seq = 3`;
    await tamper(`INSERT INTO audit_line ${copy}`);
    expect(await verdict()).toMatchObject({ kind: 'broken', fault: seq === '0' ? 'added' : 'missing' });
  });

  it('is named when it was chained on behind the end that the database knows', async () => {
    await tamper(
      `INSERT INTO audit_line SELECT seq + 1, at, kind, actor, role, what, case_id, purpose, client, content, hash, 'x'
         FROM audit_line WHERE seq = ${lines}`,
      rehash(lines + 1),
    );
    expect(await verdict()).toMatchObject({ seq: String(lines + 1), fault: 'added' });
  });
});

describe('an event that was tampered with', () => {
  it.for([
    ['its body', `body = jsonb_set(body, '{proposalId}', '"2026-yun2301-zhi-1.p9"')`],
    ['a key added to its body', `body = body || '{"note": 1}'`],
    ['its body and the hash beside it', `body = jsonb_set(body, '{proposalId}', '"p9"'), content_hash = repeat('a', 64)`],
    ['its instant', `at = at - interval '1 day'`],
    ['the case it belongs to', `case_id = '2026-yun2301-zhi-2'`],
    ['the act it came from', `act_id = NULL`],
  ])('is named by its line when it was changed: %s', async ([, change]) => {
    await tamper(`UPDATE event SET ${change} WHERE stream = 'case/2026-yun2301-zhi-1' AND type = 'PaperSigned' AND number = 6`);
    expect(await verdict()).toEqual({ kind: 'broken', fault: 'eventAltered', ...(await lineOf(6, 'PaperSigned')) });
  });

  it('is named when it is said to be the act of another person', async () => {
    await tamper(`UPDATE act SET actor = 's-other'`);
    expect(await verdict()).toEqual({ kind: 'broken', fault: 'eventAltered', ...(await lineOf(6, 'PaperSigned')) });
  });

  it('is named when its line stands and it is gone', async () => {
    await tamper(`DELETE FROM event WHERE stream = 'case/2026-yun2301-zhi-1' AND number = 3`);
    expect(await verdict()).toEqual({ kind: 'broken', fault: 'eventLost', ...(await lineOf(3, 'PlanDrawnUp')) });
  });

  it('is named when it was put in without a line', async () => {
    await tamper(`INSERT INTO event SELECT stream, 99, type, at, recorded_at, content_hash, body, act_id, case_id FROM event
                   WHERE stream = 'case/2026-yun2301-zhi-1' AND number = 1`);
    expect(await verdict()).toEqual({ kind: 'broken', fault: 'eventUnaudited', what: 'case/2026-yun2301-zhi-1#99 CaseFiled' });
  });
});
