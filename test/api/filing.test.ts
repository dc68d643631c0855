import { beforeEach, describe, expect, it } from 'vitest';
import { openCounter, type Counter } from './counter.ts';
import { aCompanyFiling, aFiling, people, withPlace } from './filings.ts';

let counter: Counter;

beforeEach(async () => {
  counter = await openCounter();
  return () => counter.close();
});

const file = (body: unknown, key?: string) => counter.as('court-system').post('/cases', body, key === undefined ? {} : { key });

describe('filing a case', () => {
  it('is accepted and says where the case is found', async () => {
    const heard = await file(aFiling());
    expect(heard.status).toBe(202);
    expect(heard.headers.get('location')).toBe('/api/v1/cases/2026-yun2301-zhi-123');
    expect(heard.body).toEqual({
      caseId: '2026-yun2301-zhi-123',
      caseNumber: '（2026）云2301执123号',
      at: '2026-03-02T09:00:00.000+08:00',
      repeated: false,
    });
  });

  it('keeps a rare character of a name exactly', async () => {
    await file(aFiling());
    const heard = await counter.as('judge').get('/cases/2026-yun2301-zhi-123');
    expect(heard.body).toMatchObject({ parties: [{ name: '甲试例' }, { name: '乙试例𠮷', idNo: people.debtor.idNo }] });
  });

  it('takes half-width brackets in a case number for the same number', async () => {
    await file(aFiling());
    const again = await file(aFiling({ caseNumber: ' (2026) 云2301 执 123 号' }));
    expect(again.body).toMatchObject({ caseNumber: '（2026）云2301执123号', repeated: true });
    expect(again.status).toBe(202);
  });

  it('takes yuan and fen for the same amount', async () => {
    await file(aFiling());
    const again = await file(withPlace(aFiling(), '/claim/principals/0', { amountFen: 12_000_000 }));
    expect(again.body).toMatchObject({ repeated: true });
  });

  it('is refused when the case number was filed with another content, and changes nothing', async () => {
    await file(aFiling());
    const stored = counter.dossier.stored();
    const other = await file(withPlace(aFiling(), '/claim/principals/0/amountYuan', '1.00'));
    expect([other.status, other.body['type']]).toEqual([409, '/problems/caseFiledOtherwise']);
    expect(counter.dossier.stored()).toBe(stored);
  });

  it('gives the process ids and flags, and no word about a person', async () => {
    await file(aCompanyFiling());
    const row = await counter.court.reader.case('2026-yun2301-zhi-124');
    expect(row?.state.file.parties).toEqual([
      { partyId: 'p-1', role: 'applicant', kind: 'naturalPerson', detentionNeedsPermission: false },
      { partyId: 'p-2', role: 'debtor', kind: 'organisation', detentionNeedsPermission: false },
      {
        partyId: 'p-3',
        role: 'legalRepresentative',
        kind: 'naturalPerson',
        represents: 'p-2',
        deputy: { level: 'county', unit: 'cx-congress' },
        detentionNeedsPermission: true,
      },
    ]);
  });

  it('writes to the congress once about a deputy who owes himself and stands for a company too', async () => {
    const seat = { level: 'county', unit: 'cx-congress' };
    const { representative } = people;
    const himself = { ...people.applicant, ...representative, deputy: seat };
    await file(aCompanyFiling({ debtors: [himself, { ...people.company, legalRepresentative: { ...representative, deputy: seat } }] }));
    const row = await counter.court.reader.case('2026-yun2301-zhi-124');
    const asked = row?.state.proposals.filter(({ purpose }) => purpose.kind === 'request' && purpose.file.actionId === 'C01-1');
    expect(asked).toHaveLength(1);
  });

  it('reads ordinary interest at a yearly rate into millionths', async () => {
    const interest = { rate: { percent: '3.45', per: 'yearOf365Days' }, from: '2025-01-01', until: '2025-12-20' };
    await file(withPlace(aFiling(), '/claim/principals/0', { amountYuan: '120000.00', interest }));
    const row = await counter.court.reader.case('2026-yun2301-zhi-123');
    expect(row?.state.file.claim.principals).toEqual([
      {
        itemNo: 1,
        amount: 12_000_000,
        ordinaryInterest: { rate: { millionths: 34_500, per: 'yearOf365Days' }, from: '2025-01-01', until: '2025-12-20' },
      },
    ]);
  });

  it('says that a case whose papers are in and whose process has not begun is being opened', async () => {
    const { desk } = counter.court;
    const late = await openCounter({ services: { desk: { ...desk, file: async () => ({ kind: 'unavailable' }) } } });
    const refused = await late.as('court-system').post('/cases', aFiling());
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
    const read = await late.as('judge').get('/cases/2026-yun2301-zhi-123');
    expect([read.status, read.body['type']]).toEqual([503, '/problems/caseOpening']);
    await late.close();
  });
});

describe('a filing against what the court knows', () => {
  it('is refused for another court than one’s own', async () => {
    const heard = await counter.as('court-system', { court: '云2322' }).post('/cases', aFiling());
    expect(heard.body['errors']).toContainEqual(expect.objectContaining({ pointer: '/court', rule: 'notYourCourt' }));
  });

  it('is refused when the number belongs to somebody of another name', async () => {
    await file(aFiling());
    const stored = counter.dossier.stored();
    const other = await file(aFiling({ caseNumber: '（2026）云2301执125号', debtors: [{ ...people.debtor, name: '戊试例' }] }));
    expect(other.body['errors']).toMatchObject([{ pointer: '/debtors/0/name', rule: 'nameDiffersFromRecord' }]);
    expect(counter.dossier.stored()).toBe(stored);
  });
});
