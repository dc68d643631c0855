import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMs, type Instant } from '../../domain/calendar/instant.ts';
import { openCounter, type Counter } from './counter.ts';
import { aCompanyFiling, aFiling, secrets } from './filings.ts';

const caseId = '2026-yun2301-zhi-123';
const places = ['', '/timeline', '/plan', '/requests', '/measures', '/clocks', '/papers', '/closing'] as const;
let counter: Counter;

const at = (path: string) => `/cases/${caseId}${path}`;
const house = {
  propertyNo: '532322 001',
  type: 'realEstate',
  location: '双柏县试例路9号',
  certificateNo: '云（2020）双柏县不动产权第0000000号',
  areaSquareMetres: '118.60',
  coOwned: false,
  mortgaged: false,
  sealedBefore: 0,
};

/** A case in full life: notices signed, two units asked, a house found and sealed. */
beforeAll(async () => {
  counter = await openCounter();
  await counter.as('court-system').post('/cases', aFiling());
  await counter.as('court-system').post('/cases', aCompanyFiling({ handler: 'judge-02' }));
  await approve();
  await landRegistrySays(2, { kind: 'records', records: [], properties: [house] });
  await approve();
  const line = {
    lineNo: 1,
    standing: 'inForce',
    registrationNo: '云0001',
    rank: 1,
    effectiveAt: '2026-03-02T09:00:00.000+08:00',
    endsAt: '2029-03-02T00:00:00.000+08:00',
  };
  await landRegistrySays(3, { kind: 'registered', lines: [line] });
  await landRegistrySays(3, { kind: 'reviewSuggested', text: '建议核实共有情况。' });
});
afterAll(() => counter.close());

const approve = async () => {
  await counter.as('judge').post(at('/approvals'), { proposals: 'all' });
  await counter.as('bureauHead').post(at('/approvals'), { proposals: 'all' });
};

const landRegistrySays = (n: number, content: { readonly kind: string; readonly [field: string]: unknown }) => {
  const requestNo = `${caseId}/${n}`;
  const said = { unit: 'cx-natural-resources', replyNo: `hf-${n}-${content.kind}`, requestNo, stepNo: `${requestNo}/1`, content };
  return counter.asUnit('cx-natural-resources').replies(said);
};

describe('a case, read by whoever works on it,', () => {
  it('names its parties, what is owed today, and where everything stands', async () => {
    const { status, body } = await counter.as('judge').get(at(''));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      caseNumber: '（2026）云2301执123号',
      courtName: '楚雄市人民法院',
      status: 'open',
      handler: 'judge-01',
      instrument: { title: '（2025）云2301民初88号民事判决书' },
      parties: [
        { role: 'applicant', roleTitle: '申请执行人', name: '甲试例' },
        { role: 'debtor', roleTitle: '被执行人', name: '乙试例𠮷', address: '双柏县虚构街2号' },
      ],
      balance: {
        on: '2026-03-02',
        costs: { fen: 286_000, text: '2,860.00元' },
        principal: { fen: 12_000_000, text: '120,000.00元' },
        doubledInterest: { fen: 151_200, text: '1,512.00元' },
      },
      duties: [
        { limitId: 'T03', status: 'open', statusTitle: '期限内' },
        { limitId: 'T09', status: 'open' },
        { limitId: 'T04', status: 'open' },
      ],
      requests: [
        {
          requestNo: `${caseId}/1`,
          title: '查询被执行人社会保险信息',
          unitName: '演示社会保险中心',
          subjectName: '乙试例𠮷',
          ended: false,
        },
        { requestNo: `${caseId}/2`, ended: true },
        { requestNo: `${caseId}/3`, title: '办理不动产查封登记', reviews: [{ overdue: false, clock: { limitId: 'T41' } }] },
      ],
      measures: [
        {
          status: 'inForce',
          statusTitle: '查封生效',
          lastDay: '2029-03-01',
          rank: 1,
          property: { location: '双柏县试例路9号', areaSquareMetres: '118.60' },
        },
      ],
      unserved: [{ title: '执行通知书' }, { title: '报告财产令' }],
    });
    expect(body['nextDueAt']).toMatch(/^2026-/);
  });

  it('gives every clock with its rule, its source and the steps by which it was reckoned', async () => {
    const { body } = await counter.as('clerk').get(at('/clocks'));
    const deadlines = body['deadlines'] as readonly Readonly<Record<string, unknown>>[];
    expect(deadlines.map(({ what }) => what)).toEqual([
      '采取措施后发送执行通知书',
      '发出执行通知',
      '答复“查询被执行人社会保险信息”',
      '答复协助单位的审查建议',
      '执行结案',
      '第1项查封期限届满',
    ]);
    for (const { rule, source, steps, dueAt } of deadlines) {
      expect(rule).toMatch(/。$/);
      expect(source).toMatch(/[\u4e00-\u9fff]/);
      expect(steps).not.toHaveLength(0);
      expect(dueAt).toMatch(/^20\d\d-\d\d-\d\dT.*\+08:00$/);
    }
    expect(deadlines[2]).toMatchObject({
      of: `${caseId}/1`,
      dueAt: '2026-03-10T00:00:00.000+08:00',
      steps: expect.arrayContaining([expect.stringContaining('开始之日不计算在内')]),
    });
  });

  it('tells its history page by page, each line with its heading, and names nobody in it', async () => {
    const first = await counter.as('judge').get(at('/timeline?limit=3'));
    expect(first.body['items']).toMatchObject([
      { stream: `case/${caseId}`, number: 1, type: 'CaseFiled', what: '立案' },
      { number: 2, what: '拟制文书，提请签发' },
      { number: 3 },
    ]);
    const second = await counter.as('judge').get(at(`/timeline?limit=100&cursor=${String(first.body['next'])}`));
    const lines = (await counter.court.reader.case(caseId))?.line ?? 0;
    expect(second.body['items']).toHaveLength(lines - 3);
    expect(second.body['items']).toMatchObject({ 0: { number: 4 }, [lines - 4]: { number: lines } });
    expect(second.body['next']).toBeUndefined();
    for (const secret of secrets) expect(first.text + second.text).not.toContain(secret);
  });

  it('lists its papers with number and signatures, and shows one in full or as a page', async () => {
    const { body } = await counter.as('judge').get(at('/papers'));
    const papers = body['papers'] as readonly Readonly<Record<string, unknown>>[];
    expect(papers[0]).toMatchObject({
      title: '执行通知书',
      number: expect.stringContaining('〔2026〕'),
      signatures: [{ level: 'judge', by: 'judge-01' }],
    });
    const paper = `/papers/${String(papers[0]?.['paperId'])}`;
    expect((await counter.as('judge').get(paper)).body).toMatchObject({ draft: false, content: { text: '被执行人乙试例𠮷' } });
    const page = await counter.as('judge').get(paper, { accept: 'text/html' });
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.text).toContain('乙试例𠮷');
  });

  it('shows a draft as it would read now', async () => {
    const [draft] = (await counter.court.reader.case('2026-yun2301-zhi-124'))?.state.proposals ?? [];
    const heard = await counter.as('clerk').get(`/papers/${draft?.papers[0]?.paperId}`);
    expect(heard.body).toMatchObject({ draft: true, content: { title: '草稿' } });
    expect((await counter.as('clerk').get('/papers/2026-yun2301-zhi-123.p99.1')).body['type']).toBe('/problems/paperUnknown');
  });
});

describe('a supervisor', () => {
  it.each(places)('sees how the case goes, and no person in it: %s', async (place) => {
    const heard = await counter.as('supervisor').get(at(place));
    expect(heard.status).toBe(200);
    for (const secret of [...secrets, '双柏县试例路9号', '532322 001', '民初88号']) expect(heard.text).not.toContain(secret);
  });

  it('reads no papers', async () => {
    expect((await counter.as('supervisor').get(`/papers/${caseId}.p1.1`)).status).toBe(403);
  });

  it('lists the cases of any court', async () => {
    const { body } = await counter.as('supervisor').get('/cases?court=%E4%BA%912301');
    expect(body['items']).toMatchObject([{ caseId }, { caseId: '2026-yun2301-zhi-124' }]);
  });
});

describe('a list of cases', () => {
  it('comes in pages, the whole of it once, and names nobody', async () => {
    const first = await counter.as('bureauHead').get('/cases?limit=1');
    const second = await counter.as('bureauHead').get(`/cases?limit=1&cursor=${String(first.body['next'])}`);
    expect([first.body['items'], second.body['items']]).toMatchObject([[{ caseId }], [{ caseId: '2026-yun2301-zhi-124' }]]);
    expect(second.body['next']).toBeUndefined();
    for (const secret of secrets) expect(first.text + second.text).not.toContain(secret);
  });

  it('ends at once for a cursor that was never given', async () => {
    expect((await counter.as('clerk').get('/cases?cursor=bm93aGVyZQ')).body).toEqual({ items: [] });
  });
});

describe('the court clock', () => {
  it('is told to everybody, and leaps nowhere by itself', async () => {
    expect((await counter.as('office').get('/clock')).body).toEqual({ now: '2026-03-02T09:00:00.000+08:00', mayLeap: false });
    expect((await counter.as('judge').post('/clock/leap', { days: 1 })).status).toBe(404);
  });

  it('leaps in a demonstration, by days or to a moment, and shows what the office must take up', async () => {
    const clockDriver = {
      now: async () => demo.court.now(),
      leap: async (to: Instant) => (demo.court.leap(to), { now: to, leaps: 1, waitingFor: ['request/7 is at work'] }),
    };
    const demo = await openCounter({ services: { clockDriver } });
    await demo.as('court-system').post('/cases', aCompanyFiling());
    const signed = '/cases/2026-yun2301-zhi-124/approvals';
    await demo.as('judge').post(signed, { proposals: 'all' });
    await demo.as('bureauHead').post(signed, { proposals: 'all' });
    const leapt = await demo.as('supervisor').post('/clock/leap', { days: 60 });
    expect(leapt.body).toEqual({
      now: addMs('2026-03-02T09:00:00.000+08:00' as Instant, 60 * 86_400_000),
      leaps: 1,
      waitingFor: ['request/7 is at work'],
    });
    const { text, body } = await demo.as('office').get('/office/list');
    expect(body).toMatchObject({
      entries: [{ unitName: '演示市人大常委会', title: '通报案件情况并督促人大代表自觉履行义务' }],
      byUnit: [{ unit: 'cx-congress', open: 1 }],
    });
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect((await demo.as('judge').post('/clock/leap', { to: '2027-01-01T09:00:00+08:00', days: 3 })).status).toBe(422);
    expect((await demo.as('judge').post('/clock/leap', {})).body['errors']).toMatchObject([{ pointer: '/to', rule: 'required' }]);
    await demo.close();
  });
});
