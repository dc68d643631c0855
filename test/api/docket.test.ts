import { beforeEach, describe, expect, it } from 'vitest';
import { openCounter, type Counter } from './counter.ts';
import { aFiling, withPlace } from './filings.ts';

let counter: Counter;

beforeEach(async () => {
  counter = await openCounter();
  return () => counter.close();
});

describe('a docket', () => {
  const importDocket = (cases: readonly unknown[], key?: string) =>
    counter.as('court-system').post('/dockets', { cases }, key === undefined ? {} : { key });
  const numbered = (serial: number) => aFiling({ caseNumber: `（2026）云2301执${serial}号` });

  it('is filed row by row: what is wrong stores nothing and holds nobody up', async () => {
    const heard = await importDocket([numbered(1), withPlace(numbered(2), `/claim/principals/0/amountYuan`, 'viel'), numbered(3)]);
    expect(heard.status).toBe(200);
    expect(heard.body['rows']).toMatchObject([
      { row: 1, outcome: 'filed', filed: { caseId: '2026-yun2301-zhi-1' } },
      {
        row: 2,
        outcome: 'refused',
        problem: { status: 422, errors: [{ pointer: `/claim/principals/0/amountYuan`, rule: 'amountUnreadable' }] },
      },
      { row: 3, outcome: 'filed', filed: { caseId: '2026-yun2301-zhi-3' } },
    ]);
    expect(await counter.court.reader.case('2026-yun2301-zhi-2')).toBeUndefined();
  });

  it('may be sent again: every row says that it was filed before', async () => {
    await importDocket([numbered(1), numbered(3)], 'docket-1');
    const again = await importDocket([numbered(1), numbered(3)], 'docket-1');
    expect(again.body['rows']).toMatchObject([{ outcome: 'repeated' }, { outcome: 'repeated' }]);
  });

  it('refuses the second of two rows with one case number', async () => {
    const heard = await importDocket([numbered(1), withPlace(numbered(1), `/claim/principals/0/amountYuan`, '5.00')]);
    expect(heard.body['rows']).toMatchObject([
      { outcome: 'filed' },
      { outcome: 'refused', problem: { errors: [{ pointer: '/caseNumber', rule: 'duplicateInDocket' }] } },
    ]);
  });

  it('stops asking once nobody can accept filings, and says so for every row left', async () => {
    let asked = 0;
    const { desk } = counter.court;
    const file = async () => ((asked += 1), { kind: 'unavailable' } as const);
    const away = await openCounter({ services: { desk: { ...desk, file } } });
    const heard = await away.as('court-system').post('/dockets', { cases: [numbered(1), numbered(2), numbered(3)] });
    expect(heard.body['rows']).toMatchObject([{ outcome: 'unavailable' }, { outcome: 'unavailable' }, { outcome: 'unavailable' }]);
    expect(asked).toBe(1);
    await away.close();
  });

  it('holds 500 cases and not one more', async () => {
    const heard = await importDocket(Array.from({ length: 501 }, () => 1));
    expect(heard.body['errors']).toMatchObject([{ pointer: '/cases', rule: 'tooLong' }]);
  });
});
