import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { CaseFiling } from '../../api/contract/filing.ts';
import { faultsOfFiling, type Surroundings } from '../../api/filing/examine.ts';
import { partiesOf } from '../../api/filing/parties.ts';
import { parseUnits } from '../../adapters/postgres/registry.ts';
import { civilDate } from '../../domain/calendar/instant.ts';
import { filingsIn, freshDocket, readDocket } from '../../examples/demo/docket.ts';
import { traitsIn } from '../../examples/demo/persons.ts';
import { stories } from '../../examples/demo/stories.ts';
import { Script } from '../../simulator/script.ts';
import { residentIdentityFor, unifiedCreditCodeFor } from '../support/identifiers.ts';

const docket = readDocket();
const filings = filingsIn(docket);
const traits = traitsIn(docket);
const ofKind = (kind: (typeof traits)[number]['kind']): readonly string[] =>
  traits.filter((trait) => trait.kind === kind).map(({ text }) => text);

it('holds five cases in the form in which the counter takes them', () => {
  expect(filings.map(({ caseNumber }) => caseNumber)).toEqual(
    [1101, 1102, 1103, 1104, 1105].map((serial) => `（2026）云2301执${serial}号`),
  );
});

it('would be refused nothing by the court of the demo, on the day it was written or at any later time', () => {
  const everything = filings.flatMap((filing) => ['2026-11-24', '2029-02-28'].flatMap((today) => faultsOn(filing, today)));

  expect(everything).toEqual([]);
});

it('pairs invented names with numbers that prove right by the arithmetic of the standards', () => {
  expect(ofKind('name').filter((name) => !/^.试例$|^楚演示.+有限公司$/u.test(name))).toEqual([]);
  expect(ofKind('number').filter((number) => number !== provenAnew(number))).toEqual([]);
  expect(ofKind('address').filter((address) => !/虚拟.+演示/.test(address))).toEqual([]);
});

it('holds what a court must bear: a rare character, half-width brackets, amounts in yuan and in fen, a deputy and a company', () => {
  const written = readFileSync('examples/docket-2026.json', 'utf8');
  const debtors = filings.flatMap((filing) => filing.debtors);

  expect(ofKind('name')).toContain('𠮷试例');
  expect(written).toContain('(2026)云2301执1103号');
  expect([/"amountYuan"/.test(written), /"amountFen"/.test(written)]).toEqual([true, true]);
  expect(debtors.map(({ deputy }) => deputy?.unit).filter((unit) => unit !== undefined)).toEqual(['cxs-congress']);
  expect(debtors.map(({ legalRepresentative }) => legalRepresentative?.name).filter((name) => name !== undefined)).toEqual(['庚试例']);
});

it('keeps its numbers on a system that has none of them', () => {
  expect(freshDocket(docket, ['2026-yun2301-zhi-7'])).toEqual({
    docket,
    caseNumbers: filings.map(({ caseNumber }) => caseNumber),
    renumbered: false,
  });
});

it('moves as a whole behind the highest serial of its court and year when one of its numbers is taken', () => {
  const taken = ['2026-yun2301-zhi-1103', '2026-yun2301-zhi-1250', '2026-yun2322-zhi-9000', '2025-yun2301-zhi-8000'];
  const fresh = freshDocket(docket, taken);

  expect(fresh.renumbered).toBe(true);
  expect(fresh.caseNumbers).toEqual([1251, 1252, 1253, 1254, 1255].map((serial) => `（2026）云2301执${serial}号`));
  expect(filingsIn(fresh.docket).map(({ caseNumber }) => caseNumber)).toEqual(fresh.caseNumbers);
  expect(traitsIn(fresh.docket)).toEqual(traits);
});

it('has a story for each of its cases, whose units speak in the words of the simulator', () => {
  const rules = stories.flatMap((story) => story.units('（2026）云2301执1101号'));

  expect(stories).toHaveLength(filings.length);
  expect(Script.parse({ rules }).rules).toEqual(rules);
});

/** What the counter of the demo's court would object to, were the filing handed in that day. */
const faultsOn = (filing: CaseFiling, day: string) => {
  const today = civilDate(day);
  const units = parseUnits(JSON.parse(readFileSync('examples/units.json', 'utf8')));
  const accounts = JSON.parse(readFileSync('examples/demo-accounts.json', 'utf8')) as readonly Surroundings['handler'][];
  const handler = accounts.find((account) => account?.id === filing.handler);
  const { parties, faults } = partiesOf(filing, today);
  const unit = (code: string) => units.find((known) => known.code === code);
  return [...faults, ...faultsOfFiling(filing, parties, { today, court: '云2301', handler, unit, knownAs: () => undefined })];
};

const provenAnew = (number: string): string => {
  if (number.startsWith('91')) return unifiedCreditCodeFor(number.slice(8, 16), number.slice(2, 8));
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const order = Number(number.slice(14, 17));
  return residentIdentityFor(birth, number.slice(0, 6), Math.floor(order / 2), order % 2 === 1 ? 'male' : 'female');
};
