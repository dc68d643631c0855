import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createColumnCipher } from '../../../adapters/crypto/column-cipher.ts';
import { postgresDossier } from '../../../adapters/postgres/dossier-reader.ts';
import { dossierWriter } from '../../../adapters/postgres/dossier-writer.ts';
import { civilDate } from '../../../domain/calendar/instant.ts';
import type { DossierReader, DossierWriter, PartyIndex } from '../../../domain/ports/dossier.ts';
import { residentIdentityFor } from '../../support/identifiers.ts';
import { freshKeys, keyRingOf } from '../../support/key-rings.ts';
import { createDatabase } from '../../support/database.ts';
import { openDatabase, type Database } from '../../../adapters/postgres/client.ts';
import { createSecretKey, randomBytes } from 'node:crypto';

let url: string;
let drop: () => Promise<void>;
let database: Database;
let writer: DossierWriter;
let dossier: DossierReader & PartyIndex;
beforeAll(async () => {
  ({ url, drop } = await createDatabase());
  database = openDatabase(url);
  const cipher = createColumnCipher(keyRingOf(freshKeys('k1'), 'k1'), createSecretKey(randomBytes(32)));
  writer = dossierWriter(database, cipher);
  dossier = postgresDossier(database, cipher);
});
afterAll(async () => {
  await database.$disconnect();
  await drop();
});

const chuxiong = '云2301';
const kunming = '云0102';

const aPerson = (seq: number) =>
  ({
    kind: 'naturalPerson',
    name: '庚试例𠮷',
    idType: 'residentIdentity',
    idNo: residentIdentityFor('1979-12-31', '532301', seq),
    address: '虚构县虚构街7号',
  }) as const;

const aDossier = (n: number, more: { contentHash?: string; caseNumber?: string } = {}) => ({
  caseId: `2026-yun2301-zhi-${n}`,
  caseNumber: `（2026）云2301执${n}号`,
  court: chuxiong,
  handler: 's-judge',
  contentHash: `hash-${n}`,
  instrument: {
    title: '（2025）云2301民初77号民事判决书',
    issuedBy: '楚雄市人民法院',
    effectiveOn: civilDate('2025-11-20'),
    performanceEndsOn: civilDate('2025-12-20'),
  },
  ...more,
});

const aReply = (replyNo: string, more: { bodyHash?: string; unit?: string } = {}) => ({
  unit: 'cx-natural-resources',
  replyNo,
  requestNo: '2026-yun2301-zhi-1/2',
  bodyHash: 'b-1',
  content: { note: '登记权利人庚试例𠮷' },
  properties: [{ propertyNo: '532301虚构000042', location: '虚构县虚构街7号1幢' }],
  ...more,
});

describe('a person', () => {
  it('is one row per court however often he is filed, also at once, and is found again by his number', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => writer.party(chuxiong, aPerson(1))));
    expect(new Set(ids).size).toBe(1);
    expect(await database.party.count({ where: { court: chuxiong } })).toBe(1);
    const [partyId] = ids;
    expect(await dossier.partyWithNumber(chuxiong, 'residentIdentity', aPerson(1).idNo)).toEqual({ ...aPerson(1), partyId });
    expect(await dossier.party(partyId ?? '')).toEqual({ ...aPerson(1), partyId });
  });

  it('is another row in another court, and neither can be told from the other to be the same person', async () => {
    const [here, there] = await Promise.all([writer.party(chuxiong, aPerson(2)), writer.party(kunming, aPerson(2))]);
    expect(there).not.toBe(here);
    const rows = await database.party.findMany({ where: { id: { in: [here, there] } } });
    expect(new Set(rows.map(({ idIndex }) => idIndex)).size).toBe(2);
    expect(new Set(rows.map(({ sealed }) => sealed)).size).toBe(2);
    expect(await dossier.partyWithNumber(kunming, 'unifiedCreditCode', aPerson(2).idNo)).toBeUndefined();
  });

  it('does not open from the row of another', async () => {
    const [one, other] = [await writer.party(chuxiong, aPerson(3)), await writer.party(chuxiong, aPerson(4))];
    const { sealed } = await database.party.findUniqueOrThrow({ where: { id: one } });
    await database.party.update({ where: { id: other }, data: { sealed } });
    await expect(dossier.party(other)).rejects.toThrow('doesNotOpen');
  });
});

describe('a case', () => {
  it('is filed once; the same again is the same, and another content under its number is told apart', async () => {
    expect(await writer.caseDossier(aDossier(1))).toBe('filed');
    expect(await writer.caseDossier(aDossier(1))).toBe('same');
    expect(await writer.caseDossier(aDossier(1, { contentHash: 'other' }))).toBe('otherContent');
    expect((await dossier.caseDossier(aDossier(1).caseId))?.instrument).toEqual(aDossier(1).instrument);
  });

  it('does not take the case number of another', async () => {
    await writer.caseDossier(aDossier(2));
    expect(await writer.caseDossier(aDossier(3, { caseNumber: aDossier(2).caseNumber }))).toBe('otherContent');
    expect(await dossier.caseDossier(aDossier(3).caseId)).toBeUndefined();
  });

  it('is filed by one of those who file it at the same moment', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => writer.caseDossier(aDossier(4))));
    expect(outcomes.toSorted()).toEqual(['filed', ...Array.from({ length: 7 }, () => 'same')]);
  });
});

describe('a reply', () => {
  it('is kept once, and each thing it names has one id in that register for ever', async () => {
    const kept = await writer.reply(aReply('hf-1'));
    expect(kept).toMatchObject({ kind: 'kept', propertyIds: { length: 1 } });
    const ids = kept.kind === 'kept' ? kept.propertyIds : [];
    expect(await writer.reply(aReply('hf-1'))).toEqual({ kind: 'same', propertyIds: ids });
    expect(await writer.reply(aReply('hf-2'))).toEqual({ kind: 'kept', propertyIds: ids });
    expect(await dossier.property(ids[0] ?? '')).toEqual({ ...aReply('hf-1').properties[0], propertyId: ids[0] });
  });

  it('with another content under its number is told apart, and what was kept stays', async () => {
    await writer.reply(aReply('hf-3'));
    expect(await writer.reply(aReply('hf-3', { bodyHash: 'b-2' }))).toEqual({ kind: 'otherContent' });
    expect(await database.reply.count({ where: { replyNo: 'hf-3' } })).toBe(1);
  });

  it('of another unit may bear the same number, and its things are of another register', async () => {
    const [ours, theirs] = [await writer.reply(aReply('hf-4')), await writer.reply(aReply('hf-4', { unit: 'cx-housing' }))];
    expect(theirs.kind).toBe('kept');
    expect(theirs).not.toEqual(ours);
  });
});

describe('words given with an act, and evidence', () => {
  it('are read again as they were given', async () => {
    await writer.note('n-1', '被执行人庚试例𠮷隐匿车辆');
    await writer.evidence({
      evidenceId: 'e-1',
      caseId: 'c',
      group: 'ability',
      title: '庚试例𠮷名下账户流水',
      content: bytes('流水：壬试例收款'),
    });
    expect(await dossier.note('n-1')).toBe('被执行人庚试例𠮷隐匿车辆');
    expect(await dossier.evidenceTitles(['e-1'])).toEqual(['庚试例𠮷名下账户流水']);
  });
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Every row of every table as text, and what lies in it as bytes read as text too. */
const dump = async (): Promise<string> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<Record<string, unknown>>(`SELECT * FROM ${name}`);
    for (const row of rows)
      parts.push(...Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString() : (JSON.stringify(value) ?? ''))));
  }
  await client.end();
  return parts.join('\n');
};

/** A text as it stands, and as it would stand in the usual disguises. */
const guises = (text: string): readonly string[] => [
  text,
  JSON.stringify(text).slice(1, -1),
  Array.from({ length: text.length }, (_none, place) => `\\u${text.charCodeAt(place).toString(16).padStart(4, '0')}`).join(''),
  Buffer.from(text).toString('hex'),
  ...[0, 1, 2].map((shift) =>
    Buffer.from(' '.repeat(shift) + text)
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  ),
];

describe('a dump of the database', () => {
  it('holds none of it in any column, in no usual disguise', async () => {
    const { name, idNo, address } = aPerson(1);
    const said = [name, idNo, address, '民初77号', '532301虚构000042', '虚构街7号1幢', '登记权利人', '隐匿车辆', '账户流水', '壬试例'];
    const text = await dump();
    expect(text.length).toBeGreaterThan(2_000);
    expect(said.flatMap(guises).filter((guise) => text.includes(guise))).toEqual([]);
  });

  it('would be caught if it did', async () => {
    await database.note.create({ data: { id: 'n-plain', sealed: Buffer.from('证人：庚试例𠮷，住虚构县').toString('base64') } });
    const text = await dump();
    expect(guises('庚试例𠮷').filter((guise) => text.includes(guise))).not.toEqual([]);
  });
});
