import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresAdmissions } from '../../../adapters/postgres/admissions.ts';
import type { ProcessMessage } from '../../../domain/process/process.ts';
import { aCase, aPlannedCase, filedAt, judge, openRecord, type CourtRecord } from './court-record.ts';

let court: CourtRecord;
beforeAll(async () => {
  court = await openRecord();
});
afterAll(() => court.close());

let cases = 0;
const nextCase = () => (cases += 1);

const anInstruction = (id: string): ProcessMessage => ({
  id,
  to: 'request/2026-yun2301-zhi-9/1',
  signal: 'instruction',
  at: filedAt,
  body: { kind: 'withdraw' },
});

const rowOf = (id: string) => court.database.message.findUnique({ where: { id } });

/** Lets something into a process as the counter does: it is noted that it is on its way once the engine holds it. */
const admit = (id: string) =>
  postgresAdmissions(court.database).admit({ id, recipient: 'case/c', signal: 'act' }, () =>
    Promise.resolve({ admitted: true, value: id }),
  );

describe('a message from one process to another', () => {
  it('is recorded with the entry that says it, and lies there to be sent word for word', async () => {
    const book = aCase(nextCase());
    const message = anInstruction('m-1');
    await book.put(court.record, book.opening(), { messages: [message] });
    expect(await court.record.unsent(10, 0)).toEqual([message]);
  });

  it('is not sent again once it is marked as sent, nor when it cannot be delivered; that it cannot is shown', async () => {
    const book = aCase(nextCase());
    await book.put(court.record, book.opening(), { messages: [anInstruction('m-2'), anInstruction('m-3')] });
    await court.record.markSent('m-2');
    await court.record.markUndeliverable('m-3', 'recipientClosed');
    const unsent = await court.record.unsent(10, 0);
    expect(unsent.map(({ id }) => id)).not.toContain('m-2');
    expect(unsent.map(({ id }) => id)).not.toContain('m-3');
    expect(await rowOf('m-3')).toMatchObject({ problem: 'recipientClosed', sentAt: null });
  });

  it('does not exist when the entry that says it is refused', async () => {
    const book = await aPlannedCase(court.record, nextCase());
    const [first] = book.approval(judge);
    const refused = await court.record.append(book.entry(first === undefined ? [] : [first, first], { messages: [anInstruction('m-4')] }));
    expect(refused.ok).toBe(false);
    expect(await rowOf('m-4')).toBeNull();
  });

  it('is recorded once when its entry comes again', async () => {
    const book = aCase(nextCase());
    const entry = book.entry(book.opening(), { messages: [anInstruction('m-5')] });
    await court.record.append(entry);
    await court.record.markSent('m-5');
    await court.record.append(entry);
    expect((await rowOf('m-5'))?.sentAt).toBeInstanceOf(Date);
  });

  it('is the only thing that is sent: acts and replies on their way into a process are not', async () => {
    await admit('act-1');
    expect((await court.record.unsent(100, 0)).map(({ id }) => id)).not.toContain('act-1');
  });
});

describe('what was taken in', () => {
  it('counts as taken in when it was noted on its way before', async () => {
    await admit('act-2');
    expect(await rowOf('act-2')).toMatchObject({ recipient: 'case/c', consumedAt: null });
    const book = aCase(nextCase());
    await book.put(court.record, book.opening(), { consumes: ['act-2'] });
    expect(await rowOf('act-2')).toMatchObject({ recipient: 'case/c', consumedAt: expect.any(Date) });
  });

  it('counts as taken in when the note that it is on its way comes only afterwards', async () => {
    const book = aCase(nextCase());
    await book.put(court.record, book.opening(), { consumes: ['act-3'] });
    await admit('act-3');
    expect(await rowOf('act-3')).toMatchObject({ consumedAt: expect.any(Date) });
  });

  it('counts as taken in also by an entry without events, for what changes nothing was read all the same', async () => {
    const book = aCase(nextCase());
    await book.put(court.record, book.opening());
    await admit('act-4');
    await book.put(court.record, [], { consumes: ['act-4'] });
    expect(await rowOf('act-4')).toMatchObject({ consumedAt: expect.any(Date) });
  });
});
