import { inject } from 'vitest';
import { composePaperOf } from '../../../activities/papers.ts';
import { processNamed } from '../../../activities/process-kinds.ts';
import { signAssertion } from '../../../adapters/crypto/actor-assertion.ts';
import { createColumnCipher, type ColumnCipher } from '../../../adapters/crypto/column-cipher.ts';
import { readSecrets } from '../../../adapters/crypto/secrets.ts';
import { openDatabase, type Database } from '../../../adapters/postgres/client.ts';
import { postgresRecord } from '../../../adapters/postgres/record.ts';
import { importUnits } from '../../../adapters/postgres/registry.ts';
import type { CaseFile, CaseId, EnforcementCase } from '../../../domain/enforcement-case/case.ts';
import type { Actor } from '../../../domain/enforcement-case/acts.ts';
import type { CaseEvent } from '../../../domain/enforcement-case/events.ts';
import { openCase } from '../../../domain/enforcement-case/evolve.ts';
import { fileCase } from '../../../domain/enforcement-case/file-case.ts';
import { caseAddress } from '../../../domain/enforcement-case/plan.ts';
import { caseProcess } from '../../../domain/enforcement-case/process.ts';
import type { CaseRecord, Entry, SignedAct } from '../../../domain/ports/record.ts';
import { aCaseFile, head, judge, units } from '../../domain/enforcement-case/court-of-chuxiong.ts';
import { applicant, debtor, instrument, staff, unitsAt } from '../../support/court-register.ts';
import { createDatabase } from '../../support/database.ts';
import { moment } from '../../support/story.ts';

const keyNames = ['dossierKeys', 'blindIndexKey', 'assertionPublicKey', 'assertionPrivateKey'] as const;

/** The record on a PostgreSQL of the test file's own, with the persons, units and things that the papers of so many cases name. */
export const openRecord = async (cases = 250) => {
  const { url, drop } = await createDatabase();
  const secrets = readSecrets(inject('secrets'), keyNames);
  if (!secrets.ok) throw new Error('The secrets of the run are not readable');
  const { dossierKeys, blindIndexKey, assertionPublicKey, assertionPrivateKey } = secrets.value;
  const database = openDatabase(url);
  const cipher = createColumnCipher(dossierKeys, blindIndexKey);
  await seal(database, cipher, cases);
  return {
    url,
    database,
    cipher,
    record: postgresRecord(database, { assertionKey: assertionPublicKey }, { cipher, compose: composePaperOf }),
    /** The API's word for an act, as a workflow hands it on. */
    signed: async (actId: string, { id, level }: Actor, bodyHash = 'a'.repeat(64)): Promise<SignedAct> => {
      const actor = { id, role: level ?? 'clerk', court: '云2301' };
      return { actId, bodyHash, assertion: await signAssertion(assertionPrivateKey, { actId, actor, bodyHash, at: filedAt }) };
    },
    close: async () => {
      await database.$disconnect();
      await drop();
    },
  };
};

export type CourtRecord = Awaited<ReturnType<typeof openRecord>>;

/** Puts the people and the house of `court-of-chuxiong.ts` where papers look for them. */
const seal = async (database: Database, cipher: ColumnCipher, count: number): Promise<void> => {
  const sealed = (table: string, rowId: string, content: unknown) =>
    cipher.seal({ table, column: 'sealed', rowId }, JSON.stringify(content));
  const persons = { 'p-debtor': debtor, 'p-applicant': applicant };
  await database.party.createMany({
    data: Object.entries(persons).map(([id, person]) => {
      const { kind, idType } = person;
      return { id, court: '云2301', kind, idType, idIndex: id, sealed: sealed('party', id, person) };
    }),
  });
  await database.staff.createMany({
    data: Object.values(staff).map(({ id, court, role, name, phone }) => ({
      id,
      court,
      role,
      sealed: sealed('staff', id, { name, phone }),
    })),
  });
  const house = { propertyNo: '532301演示000001', location: '演示市演示路10号' };
  await database.property.create({ data: { id: 'w-1', index: 'w-1', sealed: sealed('property', 'w-1', house) } });
  await importUnits(database, unitsAt('http://127.0.0.1:9'));
  const cases = Array.from({ length: count }, (_none, index) => index + 1);
  await database.caseDossier.createMany({
    data: cases.map((n) => {
      const caseId = caseIdOf(n);
      const row = { caseId, caseNumber: `（2026）云2301执${n}号`, court: '云2301', handler: 's-judge', contentHash: `${n}` };
      return { ...row, sealed: sealed('case_dossier', caseId, instrument) };
    }),
  });
};

const caseIdOf = (n: number): CaseId => `2026-yun2301-zhi-${n}` as CaseId;

export const filedAt = moment('2026-03-02 09:00');

/** Case n as its process decides it, entry by entry: what is handed to the record, and no engine. */
export const aCase = (n: number) => {
  const file: CaseFile = { ...aCaseFile(), caseId: caseIdOf(n) };
  const process = processNamed('case');
  const stream: string = caseAddress(file.caseId);
  let state: EnforcementCase = openCase({ type: 'CaseFiled', at: filedAt, file, duties: [], planning: [] });
  let line = 0;

  const book = {
    file,
    stream,
    line: () => line,
    /** What is decided now, as an entry behind what is recorded. */
    entry: (events: readonly CaseEvent[], more: Partial<Entry> = {}): Entry => {
      const after = process.after(state, events);
      return {
        stream,
        after: line,
        events,
        consumes: [],
        before: state,
        snapshot: process.snapshot(after, false),
        births: process.birthsOf(after, events),
        messages: process.messagesOf(state, events, line + 1),
        offsetMs: 0,
        ...more,
      };
    },
    opening: () => fileCase(file, filedAt),
    plan: () => decided({ type: 'units', at: filedAt, units }),
    approval: (actor: Actor) => decided({ type: 'act', at: filedAt, actor, act: { kind: 'approve', proposals: 'all' } }),
    /** Records it and goes on behind it. */
    put: async (record: CaseRecord, events: readonly CaseEvent[], more: Partial<Entry> = {}) => {
      const appended = await record.append(book.entry(events, more));
      if (!appended.ok) throw new Error(`The record refuses: ${JSON.stringify(appended.error)}`);
      state = events.reduce(caseProcess.evolve, state);
      line += events.length;
      return appended.value;
    },
  };
  const decided = (occurrence: Parameters<typeof caseProcess.decide>[1]): readonly CaseEvent[] => {
    const events = caseProcess.decide(state, occurrence);
    if (!events.ok) throw new Error(`Refused: ${events.error.kind}`);
    return events.value;
  };
  return book;
};

export type CaseBook = ReturnType<typeof aCase>;

/** A case that is filed and whose plan waits for the judge: two papers to the debtor, two inquiries. */
export const aPlannedCase = async (record: CaseRecord, n: number): Promise<CaseBook> => {
  const book = aCase(n);
  await book.put(record, book.opening());
  await book.put(record, book.plan());
  return book;
};

export { head, judge };
