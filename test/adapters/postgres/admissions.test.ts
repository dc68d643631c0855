import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresAdmissions, type Admissions } from '../../../adapters/postgres/admissions.ts';
import { openDatabase } from '../../../adapters/postgres/client.ts';
import { readOffset } from '../../../adapters/postgres/court-clock.ts';
import type { AcceptedReply } from '../../../domain/ports/desk.ts';
import type { StepNo } from '../../../domain/assistance/request.ts';
import type { UnitCode } from '../../../domain/unit/unit.ts';
import { aPlannedCase, filedAt, judge, openRecord, type CourtRecord } from './court-record.ts';

let court: CourtRecord;
let admissions: Admissions;
beforeAll(async () => {
  court = await openRecord();
  admissions = postgresAdmissions(court.database);
});
afterAll(() => court.close());

const anAct = (id: string) => ({ id, recipient: 'case/c', signal: 'act' });

describe('whatever is admitted', () => {
  it('is noted as on its way when the engine holds it', async () => {
    const value = await admissions.admit(anAct('a-1'), () => Promise.resolve({ admitted: true, value: 'held' }));
    expect(value).toBe('held');
    expect(await admissions.isKnown('a-1')).toBe(true);
    expect(await court.database.message.findUnique({ where: { id: 'a-1' } })).toMatchObject({ sentAt: expect.any(Date), consumedAt: null });
  });

  it('is not noted when the engine does not hold it, so that the clock waits for nothing', async () => {
    const value = await admissions.admit(anAct('a-2'), () => Promise.resolve({ admitted: false, value: 'refused' }));
    expect(value).toBe('refused');
    expect(await admissions.isKnown('a-2')).toBe(false);
  });

  it('bears the instant and the offset of the court clock', async () => {
    const leap = 40 * 86_400_000;
    await court.database.$executeRaw`UPDATE court_clock SET offset_ms = offset_ms + ${leap}`;
    const offset = await readOffset(court.database);
    const admission = await admissions.admit(anAct('a-3'), (given) => Promise.resolve({ admitted: false, value: given }));
    expect(admission?.offsetMs).toBe(offset);
    expect(Math.abs(Date.parse(admission?.at ?? '') - Date.now() - offset)).toBeLessThan(5_000);
  });

  it('is answered as the engine answered, though the record went away before the note was made', async () => {
    const value = await admissions.admit(anAct('a-4'), async () => {
      const other = openDatabase(court.url, 1);
      await other.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
      await other.$disconnect();
      return { admitted: true, value: 'held' };
    });
    expect(value).toBe('held');
    expect(await admissions.isKnown('a-4')).toBe(false);
  });

  it('is not brought to the engine at all while the record is away', async () => {
    const nowhere = openDatabase('postgresql://nobody@127.0.0.1:1/nothing');
    let entered = false;
    const value = await postgresAdmissions(nowhere).admit(anAct('a-5'), () => {
      entered = true;
      return Promise.resolve({ admitted: true, value: 'held' });
    });
    expect(value).toBeUndefined();
    expect(entered).toBe(false);
  });
});

describe('what was done before', () => {
  it('is known by its key for ever, with the body it was done under', async () => {
    const book = await aPlannedCase(court.record, 1);
    const { papers } = await book.put(court.record, book.approval(judge), { act: await court.signed('s-judge:k1', judge) });
    expect(await admissions.actDone('s-judge:k1')).toMatchObject({ bodyHash: 'a'.repeat(64), result: { line: book.line(), papers } });
    expect(await admissions.actDone('s-judge:never')).toBeUndefined();
    expect(await admissions.unitOfRequest(`${book.file.caseId}/1`)).toMatch(/^cx-/);
    expect(await admissions.unitOfRequest(`${book.file.caseId}/99`)).toBeUndefined();
  });
});

describe('a reply to a request that has ended', () => {
  it('is kept on file with one line in the audit chain, however often it comes', async () => {
    const reply: AcceptedReply = {
      unit: 'cx-police' as UnitCode,
      replyNo: 'hf-1',
      requestNo: '2026-yun2301-zhi-1/1',
      stepNo: '2026-yun2301-zhi-1/1/1' as StepNo,
      answer: { kind: 'noRecord' },
    };
    await admissions.keepOnFile(reply, filedAt);
    await admissions.keepOnFile(reply, filedAt);
    const lines = await court.database.auditLine.findMany({ where: { kind: 'keptOnFile' } });
    expect(lines).toMatchObject([{ actor: 'cx-police', role: 'unit', what: expect.stringContaining('reply:cx-police:hf-1') }]);
    expect(await court.database.message.findUnique({ where: { id: 'reply:cx-police:hf-1' } })).toMatchObject({
      consumedAt: expect.any(Date),
    });
  });
});
