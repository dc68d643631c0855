import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPlannedCase, judge, openRecord, type CourtRecord } from './court-record.ts';

let court: CourtRecord;
let owner: pg.Client;
beforeAll(async () => {
  court = await openRecord();
  const book = await aPlannedCase(court.record, 1);
  await book.put(court.record, book.approval(judge), { act: await court.signed('s-judge:k', judge) });
  await aPlannedCase(court.record, 2);
  const reply = { unit: 'cx-police', replyNo: 'hf-1', requestNo: 'r', bodyHash: 'h', sealed: 'v1.k1.x', propertyIds: [] };
  await court.database.reply.create({ data: reply });
  owner = new pg.Client({ connectionString: court.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await court.close();
});

/** A part of the record, one of its columns, and how all its rows are named. */
const parts = [
  { part: 'an event', table: 'event', column: 'type', rows: '' },
  { part: 'an act', table: 'act', column: 'actor', rows: '' },
  { part: 'a line of the audit chain', table: 'audit_line', column: 'what', rows: '' },
  { part: 'a signature', table: 'paper_signature', column: 'signer', rows: '' },
  { part: 'an issued paper', table: 'paper', column: 'sealed', rows: 'WHERE number IS NOT NULL' },
  { part: 'a unit’s reply', table: 'reply', column: 'sealed', rows: '' },
] as const;

const rowsOf = async (table: string) => (await owner.query(`SELECT * FROM ${table} ORDER BY 1, 2`)).rows;

describe.for(parts)('$part', ({ table, column, rows }) => {
  it.for([
    ['changed', `UPDATE ${table} SET ${column} = 'x' ${rows}`],
    ['given back the same', `UPDATE ${table} SET ${column} = ${column} ${rows}`],
    ['deleted', `DELETE FROM ${table} ${rows}`],
    ['emptied with all others', `TRUNCATE ${table} CASCADE`],
  ])('cannot be %s, not even by the owner of the table', async ([, statement]) => {
    const before = await rowsOf(table);
    expect(before.length).toBeGreaterThan(0);
    await expect(owner.query(statement ?? '')).rejects.toMatchObject({ code: '23001' });
    expect(await rowsOf(table)).toEqual(before);
  });
});

describe('a draft', () => {
  it('may be changed and thrown away, for it is no paper yet', async () => {
    const drafts = `FROM paper WHERE number IS NULL AND case_id = '2026-yun2301-zhi-2'`;
    expect((await owner.query(`UPDATE paper SET kind = kind WHERE id IN (SELECT id ${drafts})`)).rowCount).toBe(4);
    expect((await owner.query(`DELETE ${drafts}`)).rowCount).toBe(4);
    expect((await owner.query(`SELECT ${drafts}`)).rowCount).toBe(0);
  });
});

describe('the chain', () => {
  it('gives a line its number, its predecessor and its hash itself, whatever the writer says of them', async () => {
    const [last] = (await owner.query<{ seq: string; hash: string }>('SELECT seq, hash FROM audit_line ORDER BY seq DESC LIMIT 1')).rows;
    await owner.query(
      `INSERT INTO audit_line (seq, at, kind, actor, role, what, prev, hash) VALUES (7, '2018-01-01', 'read', 'a', 'b', 'c', 'p', 'h')`,
    );
    const [written] = (await owner.query(`SELECT seq, prev, at > '2018-01-02' AS dated FROM audit_line ORDER BY seq DESC LIMIT 1`)).rows;
    expect(written).toEqual({ seq: String(Number(last?.seq) + 1), prev: last?.hash, dated: true });
  });
});
