import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signAssertion } from '../../../adapters/crypto/actor-assertion.ts';
import type { CaseEvent } from '../../../domain/enforcement-case/events.ts';
import type { StaffId } from '../../../domain/enforcement-case/proposal.ts';
import type { SignedAct } from '../../../domain/ports/record.ts';
import { aCase, aPlannedCase, filedAt, head, judge, openRecord, type CourtRecord } from './court-record.ts';

let court: CourtRecord;
beforeAll(async () => {
  court = await openRecord();
});
afterAll(() => court.close());

let cases = 0;
const nextCase = () => (cases += 1);

/** Everything that an append may leave behind, counted. */
const size = async () => {
  const { event, act, auditLine, paper, paperSignature, message, process } = court.database;
  return Promise.all([event, act, auditLine, paper, paperSignature, message, process].map((table) => (table as typeof event).count()));
};

const streamOf = async (stream: string) =>
  (await court.database.event.findMany({ where: { stream }, orderBy: { number: 'asc' } })).map(({ number, type }) => `${number} ${type}`);

describe('an entry of the record', () => {
  it('is written once however often it is handed over, and answers the same each time', async () => {
    const book = await aPlannedCase(court.record, nextCase());
    const act = await court.signed('s-judge:k1', judge);
    const entry = book.entry(book.approval(judge), { act });
    const first = await court.record.append(entry);
    const before = await size();
    expect(await court.record.append(entry)).toEqual(first);
    expect(first).toMatchObject({ ok: true, value: { papers: { length: 4 } } });
    expect(await size()).toEqual(before);
  });

  it('is written once when many hand it over at the same moment, and all hear the same', async () => {
    const book = await aPlannedCase(court.record, nextCase());
    const act = await court.signed('s-judge:k2', judge);
    const entry = book.entry(book.approval(judge), { act });
    const answers = await Promise.all(Array.from({ length: 8 }, () => court.record.append(entry)));
    expect(answers[0]).toMatchObject({ ok: true, value: { papers: { length: 4 } } });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await streamOf(book.stream)).toHaveLength(book.line() + entry.events.length);
  });

  it('is a fork when other events stand under its numbers, and nothing of it is written', async () => {
    const book = aCase(nextCase());
    await court.record.append(book.entry(book.opening()));
    const before = await size();
    const [filed, ...drawnUp] = book.opening();
    const otherwise = [filed, { ...drawnUp[0], at: '2026-03-02T09:00:00.001+08:00' }, ...drawnUp.slice(1)] as CaseEvent[];
    expect(await court.record.append(book.entry(otherwise))).toEqual({
      ok: false,
      error: { kind: 'recordForked', stream: book.stream, number: 2 },
    });
    expect(await size()).toEqual(before);
  });

  it('is a fork when it says nothing and another history has gone on already', async () => {
    const book = aCase(nextCase());
    await court.record.append(book.entry(book.opening()));
    const empty = await court.record.append(book.entry([]));
    expect(empty).toEqual({ ok: false, error: { kind: 'recordForked', stream: book.stream, number: 1 } });
  });

  it('is a fork when it holds more lines than the history that stands', async () => {
    const book = await aPlannedCase(court.record, nextCase());
    const approval = book.approval(judge);
    await court.record.append(book.entry(approval.slice(0, 3)));
    const longer = await court.record.append(book.entry(approval.slice(0, 5)));
    expect(longer).toEqual({ ok: false, error: { kind: 'recordForked', stream: book.stream, number: book.line() + 4 } });
  });

  it('brings the first lines of the requests it starts, in the same transaction', async () => {
    const book = await aPlannedCase(court.record, nextCase());
    await book.put(court.record, book.approval(judge), { act: await court.signed('s-judge:k3', judge) });
    for (const running of [1, 2]) {
      const request = `request/${book.file.caseId}/${running}`;
      expect(await streamOf(request)).toEqual(['1 RequestOpened', '2 StepDecided']);
      const row = await court.database.process.findUnique({ where: { workflowId: request } });
      expect(row).toMatchObject({ line: 2, busy: true, ended: false });
    }
  });
});

describe('an act', () => {
  it('that comes again in another entry is answered with what came of it first', async () => {
    const book = await aPlannedCase(court.record, nextCase());
    const act = await court.signed('s-judge:k4', judge);
    const { papers } = await book.put(court.record, book.approval(judge), { act });
    const before = await size();
    const again = await court.record.append(book.entry([], { act }));
    expect(again).toMatchObject({ ok: true, value: { repeated: { line: book.line(), papers } } });
    expect(await size()).toEqual(before);
  });

  it('under a key that was used for another body is refused', async () => {
    const book = await aPlannedCase(court.record, nextCase());
    await book.put(court.record, book.approval(judge), { act: await court.signed('s-judge:k5', judge) });
    const other = await court.signed('s-judge:k5', judge, 'b'.repeat(64));
    expect(await court.record.append(book.entry([], { act: other }))).toEqual({
      ok: false,
      error: { kind: 'recordRefused', rule: 'duplicate' },
    });
  });

  const forger = generateKeyPairSync('ed25519').privateKey;
  const actor = { id: 's-judge', role: 'judge', court: '云2301' };
  const badlySigned: Readonly<Record<string, () => Promise<SignedAct>>> = {
    'with another key than the API’s': async () => {
      const said = { actId: 's-judge:k6', bodyHash: 'a'.repeat(64) };
      return { ...said, assertion: await signAssertion(forger, { ...said, actor, at: filedAt }) };
    },
    'as another act': async () => ({ ...(await court.signed('s-judge:other', judge)), actId: 's-judge:k6' }),
    'with another body': async () => ({ ...(await court.signed('s-judge:k6', judge)), bodyHash: 'b'.repeat(64) }),
    'not at all': () => Promise.resolve({ actId: 's-judge:k6', bodyHash: 'a'.repeat(64), assertion: '' }),
  };
  it.for(Object.entries(badlySigned))('that is vouched %s is refused and leaves nothing', async ([_how, sign]) => {
    const book = await aPlannedCase(court.record, nextCase());
    const before = await size();
    expect(await court.record.append(book.entry(book.approval(judge), { act: await sign() }))).toEqual({
      ok: false,
      error: { kind: 'recordRefused', rule: 'badAssertion' },
    });
    expect(await size()).toEqual(before);
  });

  it('stands in the audit chain under the name of the person who did it, everything else under the system’s', async () => {
    const book = await aPlannedCase(court.record, nextCase());
    await book.put(court.record, book.approval(judge), { act: await court.signed('s-judge:k7', judge) });
    const lines = await court.database.auditLine.findMany({ where: { caseId: book.file.caseId }, orderBy: { seq: 'asc' } });
    expect([...new Set(lines.map(({ actor: who, role }) => `${who} ${role}`))]).toEqual(['system system', 's-judge judge']);
    expect(lines[0]).toMatchObject({ kind: 'event', what: `${book.stream}#1 CaseFiled` });
  });
});

describe('a paper', () => {
  it('is not signed by its maker as its checker, and nothing of the attempt is written', async () => {
    const book = await aPlannedCase(court.record, nextCase());
    const [first] = book.approval(judge);
    if (first?.type !== 'PaperSigned') throw new Error('An approval begins with a signature');
    const twice = { ...first, signature: { ...first.signature, level: 'bureauHead' as const } };
    const before = await size();
    expect(await court.record.append(book.entry([first, twice]))).toEqual({
      ok: false,
      error: { kind: 'recordRefused', rule: 'makerMayNotCheck' },
    });
    expect(await size()).toEqual(before);
  });

  it('is not signed twice on one level by two persons', async () => {
    const book = await aPlannedCase(court.record, nextCase());
    const [first] = book.approval(judge);
    if (first?.type !== 'PaperSigned') throw new Error('An approval begins with a signature');
    const other = { ...first, signature: { ...first.signature, by: 's-other' as StaffId } };
    expect(await court.record.append(book.entry([first, other]))).toEqual({
      ok: false,
      error: { kind: 'recordRefused', rule: 'duplicate' },
    });
  });

  it('is not issued while a signature is missing, whatever the process says', async () => {
    const book = await aPlannedCase(court.record, nextCase());
    const unsigned = book.approval(judge).filter(({ type }) => type !== 'PaperSigned');
    const before = await size();
    expect(await court.record.append(book.entry(unsigned))).toEqual({
      ok: false,
      error: { kind: 'recordRefused', rule: 'paperWithoutSignature' },
    });
    expect(await size()).toEqual(before);
    expect(() => book.approval(head)).toThrow('nothingToSign');
  });
});

describe('a snapshot', () => {
  it('that is older than what stands changes nothing', async () => {
    const book = aCase(nextCase());
    const opening = book.entry(book.opening());
    await book.put(court.record, book.opening());
    await book.put(court.record, book.plan());
    const where = { workflowId: book.stream };
    const stands = await court.database.process.findUnique({ where });
    await court.record.append(opening);
    const late = book.entry([], { after: 1, events: [], stream: `${book.stream}-late`, snapshot: opening.snapshot });
    await court.record.append(late);
    expect(await court.database.process.findUnique({ where })).toEqual(stands);
    expect(stands).toMatchObject({ line: book.line() });
  });
});
