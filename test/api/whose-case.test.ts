import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCounter, type Counter } from './counter.ts';
import { aCompanyFiling, aFiling } from './filings.ts';

const caseId = '2026-yun2301-zhi-123';
const places = ['', '/timeline', '/plan', '/requests', '/measures', '/clocks', '/papers', '/closing'] as const;
let counter: Counter;

const at = (path: string) => `/cases/${caseId}${path}`;

/** Two judges of one court, each with a case. */
beforeAll(async () => {
  counter = await openCounter();
  await counter.as('court-system').post('/cases', aFiling());
  await counter.as('court-system').post('/cases', aCompanyFiling({ handler: 'judge-02' }));
});
afterAll(() => counter.close());

describe('a judge', () => {
  it.each(places)('does not see another judge’s case: %s', async (place) => {
    const heard = await counter.as('judge', { sub: 'judge-02' }).get(at(place));
    expect([heard.status, heard.body['type']]).toEqual([403, '/problems/notYourCase']);
  });

  it('reads the papers of his own case and of no other, drafts neither', async () => {
    const [draft] = (await counter.court.reader.case(caseId))?.state.proposals ?? [];
    const paper = `/papers/${draft?.papers[0]?.paperId}`;
    expect((await counter.as('judge').get(paper)).status).toBe(200);
    expect((await counter.as('judge', { sub: 'judge-02' }).get(paper)).body['type']).toBe('/problems/notYourCase');
    expect((await counter.as('president', { court: '云2322' }).get(paper)).status).toBe(403);
  });

  it('lists his own cases and nobody else’s', async () => {
    expect((await counter.as('judge').get('/cases')).body['items']).toMatchObject([{ caseId, handler: 'judge-01' }]);
    expect((await counter.as('judge').get('/cases?handler=judge-02')).status).toBe(403);
    expect((await counter.as('judge').get('/cases?court=%E4%BA%912322')).status).toBe(403);
  });
});

describe('whose act it is', () => {
  it.each([
    ['another judge', 'judge', { sub: 'judge-02' }],
    ['a judge of another court', 'judge', { court: '云2322' }],
    ['a clerk of another court', 'clerk', { court: '云2322' }],
  ] as const)('is not that of %s', async (_who, role, claims) => {
    const heard = await counter.as(role, claims).post(at('/payments'), { amountFen: 1, receivedOn: '2026-03-02' });
    expect([heard.status, heard.body['type']]).toEqual([403, '/problems/notYourCase']);
  });

  it('is found on no case that was never filed', async () => {
    const heard = await counter.as('judge').post('/cases/2026-yun2301-zhi-999/approvals', { proposals: 'all' });
    expect([heard.status, heard.body['type']]).toEqual([404, '/problems/caseUnknown']);
  });
});
