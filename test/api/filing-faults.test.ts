import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { residentIdentityFor } from '../support/identifiers.ts';
import { openCounter, type Counter } from './counter.ts';
import { aFiling, people, withPlace } from './filings.ts';

let counter: Counter;

beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => counter.close());

const debtor = '/debtors/0';
const principal = '/claim/principals/0';
const someone = { ...people.applicant, name: '己试例', idNo: residentIdentityFor('1977-07-07') };

/** Each way in which a filing can be wrong: what is changed, and the field and the rule that the answer names. */
const bad: readonly (readonly [what: string, pointer: string, value: unknown, fault: readonly [pointer: string, rule: string]])[] = [
  ['no case number', '/caseNumber', undefined, ['/caseNumber', 'required']],
  ['a case number that is none', '/caseNumber', '2026-123', ['/caseNumber', 'malformed']],
  ['a court code nobody has', '/caseNumber', '（2026）云9999执1号', ['/caseNumber', 'unknownCourt']],
  ['a kind of case that is no enforcement', '/caseNumber', '（2026）云2301民初1号', ['/caseNumber', 'unknownType']],
  ['a serial that begins with zero', '/caseNumber', '（2026）云2301执0123号', ['/caseNumber', 'serialOutOfRange']],
  ['a year before the codes', '/caseNumber', '（2012）云2301执1号', ['/caseNumber', 'yearOutOfRange']],
  ['a year that has not come', '/caseNumber', '（2027）云2301执1号', ['/caseNumber', 'caseYearInFuture']],
  ['a number where text belongs', '/caseNumber', 123, ['/caseNumber', 'wrongType']],
  ['an unknown court', '/court', '京01', ['/court', 'unknownCourt']],
  ['another court than the case number names', '/court', '云2322', ['/court', 'otherCourt']],
  ['an unknown handler', '/handler', 'nobody-77', ['/handler', 'unknownHandler']],
  ['a handler known by an identity number', '/handler', people.debtor.idNo, ['/handler', 'wrongForm']],
  ['a day that does not exist', '/appliedOn', '2026-02-30', ['/appliedOn', 'invalidDate']],
  ['a day in the future', '/appliedOn', '2026-03-03', ['/appliedOn', 'dayInFuture']],
  ['a day in another age', '/appliedOn', '0026-02-27', ['/appliedOn', 'dateOutOfRange']],
  ['an application before the instrument took effect', '/appliedOn', '2025-11-19', ['/appliedOn', 'appliedBeforeEffect']],
  ['an instrument that takes effect tomorrow', '/instrument/effectiveOn', '2026-03-03', ['/instrument/effectiveOn', 'dayInFuture']],
  [
    'a term that ends before it begins',
    '/instrument/performanceEndsOn',
    '2025-11-19',
    ['/instrument/performanceEndsOn', 'performanceBeforeEffect'],
  ],
  ['an instrument without a name', '/instrument/title', ' ', ['/instrument/title', 'emptyText']],
  ['a name too long', '/instrument/issuedBy', '院'.repeat(101), ['/instrument/issuedBy', 'tooLong']],
  ['direction marks in a text', '/instrument/title', '判决\u202e书', ['/instrument/title', 'invisibleCharacter']],
  ['no applicant', '/applicants', [], ['/applicants', 'tooShort']],
  ['no debtor', '/debtors', [], ['/debtors', 'tooShort']],
  ['debtors that are no list', '/debtors', 'all', ['/debtors', 'wrongType']],
  ['a field nobody knows', `${debtor}/nickname`, '小乙', [`${debtor}/nickname`, 'unknownField']],
  ['a blank name', `${debtor}/name`, '  ', [`${debtor}/name`, 'emptyName']],
  ['a zero-width sign in a name', `${debtor}/name`, '乙\u200b试例', [`${debtor}/name`, 'controlCharacter']],
  [
    'a wrong check digit',
    `${debtor}/idNo`,
    residentIdentityFor('1985-01-01').replace(/.$/, (last) => (last === '1' ? '2' : '1')),
    [`${debtor}/idNo`, 'wrongCheckDigit'],
  ],
  ['a birth on 30 February', `${debtor}/idNo`, residentIdentityFor('1985-02-30'), [`${debtor}/idNo`, 'impossibleDate']],
  ['a birth in the future', `${debtor}/idNo`, residentIdentityFor('2026-03-03'), [`${debtor}/idNo`, 'impossibleDate']],
  ['an area that is none', `${debtor}/idNo`, residentIdentityFor('1985-01-01', '992301'), [`${debtor}/idNo`, 'unknownArea']],
  ['a number of 15 digits', `${debtor}/idNo`, '532301850101001', [`${debtor}/idNo`, 'wrongLength']],
  ['a letter in a number', `${debtor}/idNo`, '53230119850101O01X', [`${debtor}/idNo`, 'forbiddenCharacter']],
  ['a company number for a person', `${debtor}/idType`, 'unifiedCreditCode', [`${debtor}/idType`, 'numberOfOtherKind']],
  [
    'a credit code with a wrong check character',
    debtor,
    { ...people.company, idNo: people.company.idNo.replace(/.$/, (last) => (last === '0' ? '1' : '0')) },
    [`${debtor}/idNo`, 'wrongCheckCharacter'],
  ],
  [
    'a representative of a person',
    `${debtor}/legalRepresentative`,
    people.representative,
    [`${debtor}/legalRepresentative`, 'onlyForOrganisation'],
  ],
  [
    'a company in a congress',
    debtor,
    { ...people.company, deputy: { level: 'county', unit: 'cx-congress' } },
    [`${debtor}/deputy`, 'onlyForNaturalPerson'],
  ],
  ['a deputy without a congress', `${debtor}/deputy`, { level: 'county' }, [`${debtor}/deputy/unit`, 'unitRequired']],
  ['a congress nobody knows', `${debtor}/deputy`, { level: 'county', unit: 'cx-none' }, [`${debtor}/deputy/unit`, 'unknownUnit']],
  [
    'a congress that was dissolved',
    `${debtor}/deputy`,
    { level: 'county', unit: 'cx-dissolved' },
    [`${debtor}/deputy/unit`, 'unknownUnit'],
  ],
  ['a unit without the duty', `${debtor}/deputy`, { level: 'county', unit: 'cx-police' }, [`${debtor}/deputy/unit`, 'unitWithoutDuty']],
  [
    'a congress of another level',
    `${debtor}/deputy`,
    { level: 'prefecture', unit: 'cx-congress' },
    [`${debtor}/deputy/unit`, 'unitOfOtherLevel'],
  ],
  [
    'a congress for a level that has none here',
    `${debtor}/deputy`,
    { level: 'other', unit: 'cx-congress' },
    [`${debtor}/deputy/unit`, 'unitNotAllowed'],
  ],
  ['a level that is none', `${debtor}/deputy`, { level: 'village' }, [`${debtor}/deputy/level`, 'notOffered']],
  ['a debtor named twice', '/debtors/1', people.debtor, ['/debtors/1/idNo', 'duplicateParty']],
  ['a debtor who is the applicant', '/debtors/1', people.applicant, ['/debtors/1/idNo', 'bothSides']],
  ['one number under two names', '/debtors/1', { ...people.debtor, name: '戊试例' }, ['/debtors/1/name', 'otherNameSameNumber']],
  [
    'two different seats of one person',
    '/debtors',
    [
      { ...someone, deputy: { level: 'county', unit: 'cx-congress' } },
      {
        ...people.company,
        legalRepresentative: { name: someone.name, idNo: someone.idNo, deputy: { level: 'prefecture', unit: 'cxz-congress' } },
      },
    ],
    ['/debtors/1/legalRepresentative/deputy', 'contradictsEarlier'],
  ],
  ['nothing claimed', '/claim', { principals: [], doubledInterest: true }, ['/claim', 'nothingClaimed']],
  ['a part of a fen', principal, { amountFen: 100.5 }, [`${principal}/amountFen`, 'amountNotWholeFen']],
  ['three decimals of a yuan', principal, { amountYuan: '1.005' }, [`${principal}/amountYuan`, 'amountNotWholeFen']],
  ['separators in an amount', principal, { amountYuan: '1,000.00' }, [`${principal}/amountYuan`, 'amountUnreadable']],
  ['a negative amount', principal, { amountFen: -1 }, [`${principal}/amountFen`, 'amountNegative']],
  ['a negative amount in yuan', principal, { amountYuan: '-1' }, [`${principal}/amountYuan`, 'amountNegative']],
  ['an absurd amount', principal, { amountFen: 1e15 }, [`${principal}/amountFen`, 'amountTooLarge']],
  ['no money', principal, { amountFen: 0 }, [`${principal}/amountFen`, 'amountZero']],
  ['fen written as a text', principal, { amountFen: '100' }, [`${principal}/amountFen`, 'wrongType']],
  ['both ways to write an amount', principal, { amountFen: 100, amountYuan: '1' }, [`${principal}/amountYuan`, 'amountTwice']],
  ['no amount', principal, {}, [`${principal}/amountFen`, 'amountMissing']],
  ['an absurd total', '/claim/principals', Array.from({ length: 3 }, () => ({ amountFen: 9e13 })), ['/claim', 'totalTooLarge']],
  ['a cost of tomorrow', '/claim/costs/0/incurredOn', '2026-03-03', ['/claim/costs/0/incurredOn', 'dayInFuture']],
  ['an instalment before the instrument', `${principal}/performBy`, '2025-11-19', [`${principal}/performBy`, 'performanceBeforeEffect']],
  [
    'interest that ends before it begins',
    `${principal}/interest`,
    { rate: { percent: '3.45', per: 'yearOf365Days' }, from: '2025-02-01', until: '2025-01-01' },
    [`${principal}/interest/until`, 'endsBeforeItBegins'],
  ],
  [
    'a rate of five percent a day',
    `${principal}/interest`,
    { rate: { percent: '5', per: 'day' }, from: '2025-01-01' },
    [`${principal}/interest/rate/percent`, 'rateAbsurd'],
  ],
  [
    'a rate with five decimals',
    `${principal}/interest`,
    { rate: { percent: '3.45678', per: 'yearOf360Days' }, from: '2025-01-01' },
    [`${principal}/interest/rate/percent`, 'rateUnreadable'],
  ],
  ['a yes that is no truth value', '/claim/doubledInterest', 'yes', ['/claim/doubledInterest', 'wrongType']],
];

describe('a filing that is wrong', () => {
  it.each(bad)('is refused by field and rule and stores nothing: %s', async (_what, pointer, value, fault) => {
    const heard = await counter.as('court-system').post('/cases', withPlace(aFiling(), pointer, value));
    expect([heard.status, heard.body['type']]).toEqual([422, '/problems/invalidBody']);
    const [at, rule] = fault;
    expect(heard.body['errors']).toContainEqual({ pointer: at, rule, message: expect.stringMatching(/[\u4e00-\u9fff].*。$/) });
    expect(counter.dossier.stored()).toBe(0);
  });

  it('is refused when the application came years before the case', async () => {
    const old = { ...aFiling().instrument, effectiveOn: '2023-01-10', performanceEndsOn: '2023-02-10' };
    const heard = await counter.as('court-system').post('/cases', aFiling({ instrument: old, appliedOn: '2023-03-01' }));
    expect(heard.body['errors']).toMatchObject([{ pointer: '/appliedOn', rule: 'appliedOutsideCaseYear' }]);
  });

  it('is refused for all its faults at once', async () => {
    const wrong = withPlace(withPlace(aFiling(), '/handler', 'nobody-77'), `${debtor}/idNo`, residentIdentityFor('1985-02-30'));
    const { body } = await counter.as('court-system').post('/cases', wrong);
    expect(body['errors']).toMatchObject([{ pointer: '/debtors/0/idNo' }, { pointer: '/handler' }]);
  });

  it('never repeats an identity number or a name in its answer', async () => {
    const wrong = withPlace(aFiling(), `${debtor}/idNo`, '532322198501010099');
    const { text } = await counter.as('court-system').post('/cases', wrong);
    expect(text).not.toMatch(/5323221985|乙试例/);
  });
});
