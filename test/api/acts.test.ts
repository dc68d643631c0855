import { beforeEach, describe, expect, it } from 'vitest';
import type { ActOutcome, Desk } from '../../domain/ports/desk.ts';
import { openCounter, type Counter } from './counter.ts';
import { aFiling } from './filings.ts';

const caseId = '2026-yun2301-zhi-123';
let counter: Counter;

beforeEach(async () => {
  counter = await openCounter();
  await counter.as('court-system').post('/cases', aFiling());
  return () => counter.close();
});

const judge = () => counter.as('judge');
const at = (path: string) => `/cases/${caseId}${path}`;
const debtor = async () =>
  (await counter.court.reader.case(caseId))?.state.file.parties.find(({ role }) => role === 'debtor')?.partyId ?? '';
const approveAll = async () => {
  await judge().post(at('/approvals'), { proposals: 'all' });
  return counter.as('bureauHead').post(at('/approvals'), { proposals: 'all' });
};
/** The land registry finds a house, and the judge has it sealed. */
const sealHouse = async () => {
  await approveAll();
  await says('C14-1', {
    kind: 'records',
    records: [],
    properties: [
      { propertyNo: '532322 001', type: 'realEstate', location: '双柏县试例路9号', coOwned: false, mortgaged: false, sealedBefore: 0 },
    ],
  });
  await approveAll();
  const line = {
    lineNo: 1,
    standing: 'inForce',
    registrationNo: '云0001',
    rank: 1,
    effectiveAt: '2026-03-02T09:00:00.000+08:00',
    endsAt: '2029-03-02T00:00:00.000+08:00',
  };
  await says('C14-2', { kind: 'registered', lines: [line] });
};
const requestNoOf = async (actionId: string) =>
  (await counter.court.reader.requestsOfCase(caseId)).find((row) => row.actionId === actionId)?.state.file.requestNo ?? '';
const says = async (actionId: string, content: object) => {
  const requestNo = await requestNoOf(actionId);
  const { unit = '' } = (await counter.court.reader.request(requestNo)) ?? {};
  return counter.asUnit(unit).replies({ unit, replyNo: `hf-${actionId}`, requestNo, stepNo: `${requestNo}/1`, content });
};

describe('an act', () => {
  it('is done and says when, at which line of the record, and which papers came of it', async () => {
    const heard = await judge().post(at('/approvals'), { proposals: 'all' });
    expect(heard.status).toBe(200);
    expect(heard.body).toMatchObject({ at: '2026-03-02T09:00:00.000+08:00', line: expect.any(Number) });
    expect(heard.body['papers']).not.toHaveLength(0);
  });

  it('is answered again under the same key, and done once', async () => {
    const body = { amountYuan: '100.00', receivedOn: '2026-03-02' };
    const first = await counter.as('clerk').post(at('/payments'), body, { key: 'pay-1' });
    const again = await counter.as('clerk').post(at('/payments'), body, { key: 'pay-1' });
    expect(again.body).toEqual(first.body);
    expect((await counter.court.reader.case(caseId))?.state.payments).toHaveLength(1);
  });

  it('is refused under a key that was used for something else', async () => {
    await counter.as('clerk').post(at('/payments'), { amountFen: 100, receivedOn: '2026-03-02' }, { key: 'pay-1' });
    const other = await counter.as('clerk').post(at('/payments'), { amountFen: 200, receivedOn: '2026-03-02' }, { key: 'pay-1' });
    expect([other.status, other.body['type']]).toEqual([422, '/problems/keyReused']);
  });

  it('is not answered from another case that heard the same words under the same key', async () => {
    await counter.as('court-system').post('/cases', aFiling({ caseNumber: '（2026）云2301执125号' }));
    await judge().post(at('/approvals'), { proposals: 'all' }, { key: 'sign' });
    const other = await judge().post('/cases/2026-yun2301-zhi-125/approvals', { proposals: 'all' }, { key: 'sign' });
    expect(other.body['type']).toBe('/problems/keyReused');
  });

  it('is one person’s own: two persons may use the same key', async () => {
    const body = { amountFen: 100, receivedOn: '2026-03-02' };
    await counter.as('clerk').post(at('/payments'), body, { key: 'pay-1' });
    await judge().post(at('/payments'), body, { key: 'pay-1' });
    expect((await counter.court.reader.case(caseId))?.state.payments).toHaveLength(2);
  });

  it.each<[what: string, outcome: ActOutcome<never>, status: number]>([
    ['accepted and not finished is 202', { kind: 'accepted', at: '2026-03-02T09:00:00.000+08:00' as never }, 202],
    ['nobody could accept is 503', { kind: 'unavailable' }, 503],
    ['unknown to the engine is 404', { kind: 'unknown' }, 404],
    ['the record refuses is 409', { kind: 'refused', refusal: { kind: 'recordRefused' } }, 409],
    ['of a forked record is 409', { kind: 'refused', refusal: { kind: 'recordForked' } }, 409],
  ])('that is %s', async (_what, outcome, status) => {
    const desk: Desk = { ...counter.court.desk, actOnCase: async () => outcome };
    const other = await openCounter({ services: { desk, reader: counter.court.reader } });
    const heard = await other.as('judge').post(at('/approvals'), { proposals: 'all' });
    expect([heard.status, heard.headers.get('retry-after')]).toEqual([status, status === 503 ? '2' : null]);
    await other.close();
  });
});

describe('signing', () => {
  it('by the judge leaves what the bureau head must sign', async () => {
    await judge().post(at('/approvals'), { proposals: 'all' });
    await says('C14-1', {
      kind: 'records',
      records: [],
      properties: [
        { propertyNo: '532322 001', type: 'realEstate', location: '双柏县试例路9号', coOwned: false, mortgaged: false, sealedBefore: 0 },
      ],
    });
    await judge().post(at('/approvals'), { proposals: 'all' });
    const { body } = await judge().get(at('/plan'));
    expect(body['proposals']).toMatchObject([
      {
        what: '办理不动产查封登记',
        unitName: '演示自然资源局',
        source: '实施方案第二条第（十四）项',
        subjectName: '乙试例𠮷',
        papers: [
          { title: '执行裁定书', signatures: [{ level: 'judge', by: 'judge-01' }] },
          { title: '协助执行通知书', signatures: [{ level: 'judge', by: 'judge-01' }], awaits: 'bureauHead' },
        ],
      },
    ]);
    const twice = await judge().post(at('/approvals'), { proposals: 'all' });
    expect([twice.status, twice.body['detail']]).toEqual([409, '所列事项正等待执行局长签发。']);
  });

  it('is refused for a proposal nobody drew up, and for a word that is none', async () => {
    expect((await judge().post(at('/approvals'), { proposals: [`${caseId}.p99`] })).body['type']).toBe('/problems/proposalUnknown');
    expect((await judge().post(at('/approvals'), { proposals: 'some' })).body['errors']).toMatchObject([{ pointer: '/proposals' }]);
    expect((await judge().post(at('/approvals'), { proposals: [] })).status).toBe(422);
  });

  it('may be declined, with a reason that is kept under an id', async () => {
    const [proposal] = (await counter.court.reader.case(caseId))?.state.proposals ?? [];
    const heard = await judge().post(at('/declines'), { proposal: proposal?.proposalId, reason: '证据不足，暂不发出。\n待补充。' });
    expect(heard.status).toBe(200);
    expect([...counter.dossier.notes.values()]).toEqual(['证据不足，暂不发出。\n待补充。']);
    const declined = counter.court.reader.timeline(caseId, undefined, 100);
    expect(JSON.stringify((await declined).items)).not.toContain('证据不足');
  });
});

describe('the other acts', () => {
  it('record a payment, and refuse one of tomorrow by field', async () => {
    expect((await counter.as('clerk').post(at('/payments'), { amountYuan: '100.00', receivedOn: '2026-03-02' })).status).toBe(200);
    const future = await counter.as('clerk').post(at('/payments'), { amountYuan: '100.00', receivedOn: '2026-03-03' });
    expect([future.status, future.body['errors']]).toEqual([
      422,
      [{ pointer: '/receivedOn', rule: 'dayInFuture', message: '日期不得晚于今日。' }],
    ]);
    const none = await counter.as('clerk').post(at('/payments'), { amountFen: 0, receivedOn: '2026-03-02' });
    expect(none.body['errors']).toMatchObject([{ pointer: '/amountFen', rule: 'amountZero' }]);
  });

  it('record that a notice reached the debtor', async () => {
    await judge().post(at('/approvals'), { proposals: 'all' });
    const [waiting] = (await counter.court.reader.case(caseId))?.state.unserved ?? [];
    const body = { paperId: waiting?.paper.paperId, manner: 'direct', servedAt: '2026-03-02T08:30:00+08:00' };
    expect((await counter.as('clerk').post(at('/services'), body)).status).toBe(200);
    expect((await counter.as('clerk').post(at('/services'), body)).body['type']).toBe('/problems/noticeUnknown');
    const noZone = await counter.as('clerk').post(at('/services'), { ...body, servedAt: '2026-03-02T08:30:00' });
    expect(noZone.body['errors']).toMatchObject([{ pointer: '/servedAt', rule: 'invalidInstant' }]);
  });

  it('take evidence once under one key, and none about somebody who is no debtor', async () => {
    const piece = { group: 'ability', debtor: await debtor(), title: '账户交易明细', content: Buffer.from('收支明细').toString('base64') };
    await counter.as('clerk').post(at('/evidence'), piece, { key: 'ev-1' });
    await counter.as('clerk').post(at('/evidence'), piece, { key: 'ev-1' });
    expect([...counter.dossier.evidence.values()]).toEqual([{ title: '账户交易明细', bytes: 12 }]);
    const stranger = await counter.as('clerk').post(at('/evidence'), { ...piece, debtor: 'p-1' });
    expect([stranger.status, counter.dossier.evidence.size]).toEqual([422, 1]);
  });

  it('take evidence of a mebibyte and refuse more, and what is no Base64', async () => {
    const piece = async (content: string) =>
      counter.as('clerk').post(at('/evidence'), { group: 'duty', debtor: await debtor(), title: '判决书', content });
    expect((await piece(Buffer.alloc(1024 * 1024).toString('base64'))).status).toBe(200);
    expect((await piece(Buffer.alloc(1024 * 1024 + 3).toString('base64'))).body['errors']).toMatchObject([
      { pointer: '/content', rule: 'tooLong' },
    ]);
    expect((await piece('****')).body['errors']).toMatchObject([{ rule: 'notBase64' }]);
    expect((await piece(Buffer.alloc(2 * 1024 * 1024).toString('base64'))).status).toBe(413);
  });

  it('refer a refusal only with all five groups of evidence', async () => {
    const body = { debtor: await debtor(), ground: 'transfersProperty' };
    const refused = await judge().post(at('/referrals'), body);
    expect([refused.status, refused.body['missing']]).toEqual([409, ['identity', 'duty', 'ability', 'refusalActs', 'circumstances']]);
    for (const group of ['identity', 'duty', 'ability', 'refusalActs', 'circumstances'])
      await judge().post(at('/evidence'), { group, debtor: body.debtor, title: '证据', content: 'AAAA' });
    expect((await judge().post(at('/referrals'), body)).status).toBe(200);
  });

  it('lift a seal with the applicant’s consent, for whom the reason is kept', async () => {
    await sealHouse();
    const request = await requestNoOf('C14-2');
    const body = { request, ground: 'applicantConsents', reason: '申请执行人书面同意解除。' };
    expect((await judge().post(at('/lifts'), body)).status).toBe(200);
    expect((await judge().post(at('/lifts'), body)).body['type']).toBe('/problems/alreadyLifting');
    expect((await judge().post(at('/lifts'), { ...body, ground: 'lapsed' })).status).toBe(422);
    expect([...counter.dossier.notes.values()]).toContain('申请执行人书面同意解除。');
  });

  it('close a case only when nothing of it is left, and list what is', async () => {
    await sealHouse();
    const refused = await judge().post(at('/closing'), { mode: 'performed' });
    expect([refused.status, refused.body['type']]).toEqual([409, '/problems/notClosable']);
    const { body } = await judge().get(at('/closing'));
    expect(body).toMatchObject({ closed: false, closable: false, obstacles: refused.body['obstacles'] });
    expect(body['obstacles']).toMatchObject([{ kind: 'debtOutstanding' }, { kind: 'measureInForce', lineNo: 1 }]);
  });

  it('are refused on a case that is closed, also when its process has gone', async () => {
    await counter.as('court-system').post(at('/payments'), { amountYuan: '999999.00', receivedOn: '2026-03-02' });
    expect((await judge().post(at('/closing'), { mode: 'performed' })).status).toBe(200);
    expect((await judge().get(at('/closing'))).body).toMatchObject({ closed: true, obstacles: [] });
    const late = await judge().post(at('/payments'), { amountFen: 1, receivedOn: '2026-03-02' });
    expect([late.status, late.body['type']]).toEqual([409, '/problems/caseClosed']);
    const desk: Desk = { ...counter.court.desk, actOnCase: async () => ({ kind: 'unknown' }) };
    const other = await openCounter({ services: { desk, reader: counter.court.reader } });
    expect((await other.as('judge').post(at('/payments'), { amountFen: 1, receivedOn: '2026-03-02' })).body['type']).toBe(
      '/problems/caseClosed',
    );
    await other.close();
  });

  it('answer a review suggestion once, and serve again what was sent back', async () => {
    await approveAll();
    const [social = '', land = ''] = [await requestNoOf('C04-1'), await requestNoOf('C14-1')];
    await says('C04-1', { kind: 'reviewSuggested', text: '所列项目超出本单位职权。' });
    const answer = { replyNo: 'hf-C04-1', decision: 'maintained' };
    expect((await judge().post(`/requests/${social}/review-answers`, answer)).status).toBe(200);
    expect((await judge().post(`/requests/${social}/review-answers`, answer)).body['type']).toBe('/problems/noReviewPending');
    expect((await counter.as('clerk').post(`/requests/${land}/service`, {})).body['type']).toBe('/problems/nothingToServe');
    await says('C14-1', { kind: 'returned', missing: 'document', reason: '缺少裁定书。' });
    expect((await counter.as('clerk').post(`/requests/${land}/service`, {})).status).toBe(200);
  });
});
