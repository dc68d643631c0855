import { beforeEach, describe, expect, it } from 'vitest';
import { openCounter, type Counter } from './counter.ts';
import { aFiling, secrets } from './filings.ts';

const caseId = '2026-yun2301-zhi-123';
const social = `${caseId}/1`;
const land = `${caseId}/2`;
let counter: Counter;

/** A case whose two questions have been put to the units. */
beforeEach(async () => {
  counter = await openCounter();
  await counter.as('court-system').post('/cases', aFiling());
  await counter.as('judge').post(`/cases/${caseId}/approvals`, { proposals: 'all' });
  counter.notes.length = 0;
  return () => counter.close();
});

const house = {
  propertyNo: '532322 001',
  type: 'realEstate',
  location: '双柏县𠮷祥路9号',
  coOwned: false,
  mortgaged: true,
  sealedBefore: 0,
};
const aReply = (changes: Record<string, unknown> = {}) => ({
  unit: 'cx-natural-resources',
  replyNo: 'hf-1',
  requestNo: land,
  stepNo: `${land}/1`,
  content: { kind: 'records', records: [], properties: [house] },
  ...changes,
});
const says = (changes: Record<string, unknown> = {}) => counter.asUnit('cx-natural-resources').replies(aReply(changes));

describe('a unit’s own system', () => {
  it('is taken at its word, once, however often it says it', async () => {
    const first = await says();
    expect([first.status, first.body]).toEqual([200, { replyNo: 'hf-1', repeat: false }]);
    const again = await says();
    expect([again.status, again.body]).toEqual([200, { replyNo: 'hf-1', repeat: true }]);
    expect((await counter.court.reader.case(caseId))?.state.properties).toMatchObject([{ propertyId: 'o-1', type: 'realEstate' }]);
  });

  it('has its words kept character for character, and the process hears ids', async () => {
    await says();
    expect([...counter.dossier.replies.values()]).toMatchObject([{ content: { properties: [house] } }]);
    expect(JSON.stringify(await counter.court.reader.case(caseId))).not.toContain('𠮷祥路');
  });

  it('is refused another content under the number of a reply it gave', async () => {
    await says();
    const other = await says({ content: { kind: 'noRecord' } });
    expect([other.status, other.body['type']]).toEqual([409, '/problems/replyFiledOtherwise']);
  });

  it('is not believed without a signature, with another’s, or when a byte was changed on the way', async () => {
    const unsigned = await counter.asUnit('cx-natural-resources', 'nobody').replies(aReply());
    const foreign = await counter.asUnit('cx-natural-resources', 'cx-police').replies(aReply());
    const bent = await counter.asUnit('cx-natural-resources').replies(aReply(), (body) => body.replace('true', 'false'));
    const unknown = await counter.asUnit('cx-none', 'cx-police').replies(aReply({ unit: 'cx-none' }));
    for (const heard of [unsigned, foreign, bent, unknown])
      expect([heard.status, heard.body['type']]).toEqual([401, '/problems/unitNotGenuine']);
    expect(counter.dossier.replies.size).toBe(0);
  });

  it('speaks for itself alone, about what it was asked', async () => {
    const mismatch = await counter.asUnit('cx-police').replies(aReply());
    expect([mismatch.status, mismatch.body['type']]).toEqual([403, '/problems/unitMismatch']);
    const foreign = await says({ requestNo: social, stepNo: `${social}/1` });
    expect([foreign.status, foreign.body['type']]).toEqual([403, '/problems/foreignRequest']);
    const unknown = await says({ requestNo: `${caseId}/99`, stepNo: `${caseId}/99/1` });
    expect([unknown.status, unknown.body['type']]).toEqual([404, '/problems/requestNotKnown']);
    expect(counter.dossier.replies.size).toBe(0);
  });

  it.each([
    ['a step of another request', { stepNo: `${social}/1` }, '/stepNo', 'stepOfOtherRequest'],
    ['an answer that is none', { content: { kind: 'perhaps' } }, '/content/kind', 'notOffered'],
    ['a line nobody asked for', { content: { kind: 'lifted', lines: [7] } }, '/content/lines/0', 'unknownLine'],
    ['one line twice', { content: { kind: 'lifted', lines: [1, 1] } }, '/content/lines/1', 'duplicateLine'],
    [
      'a seal without a term',
      { content: { kind: 'registered', lines: [{ lineNo: 1, standing: 'inForce', registrationNo: 'x', rank: 1 }] } },
      '/content/lines/0',
      'termMissing',
    ],
    [
      'a seal that ends on a day that does not exist',
      {
        content: {
          kind: 'registered',
          lines: [
            {
              lineNo: 1,
              standing: 'inForce',
              registrationNo: 'x',
              rank: 1,
              effectiveAt: '2026-03-02T09:00:00.000+08:00',
              endsAt: '2029-02-30T00:00:00.000+08:00',
            },
          ],
        },
      },
      '/content/lines/0/endsAt',
      'invalidInstant',
    ],
    ['an hour that no clock shows', { answeredAt: '2026-03-02T24:00:00.000+08:00' }, '/answeredAt', 'invalidInstant'],
    ['a moment in another writing', { answeredAt: '2026-03-02T01:00:00Z' }, '/answeredAt', 'wrongForm'],
    ['a field nobody knows', { comment: 'x' }, '/comment', 'unknownField'],
  ])('is refused, by field and rule, for %s', async (_what, changes, pointer, rule) => {
    const heard = await says(changes);
    expect([heard.status, heard.body['errors']]).toEqual([422, [{ pointer, rule, message: expect.stringMatching(/。$/) }]]);
    expect(counter.dossier.replies.size).toBe(0);
  });

  it('is asked to come again when its reply cannot be handed on, and nothing is doubled by that', async () => {
    const desk = { ...counter.court.desk, reply: async () => ({ kind: 'unavailable' }) as const };
    const away = await openCounter({ services: { desk, reader: counter.court.reader } });
    const heard = await away.asUnit('cx-natural-resources').replies(aReply());
    expect([heard.status, heard.headers.get('retry-after')]).toEqual([503, '2']);
    await away.close();
  });
});

describe('a liaison officer', () => {
  const officer = () => counter.as('liaison');

  it('finds what his unit is asked, and no name in the list', async () => {
    const heard = await officer().get('/units/cx-natural-resources/requests');
    expect(heard.body['items']).toMatchObject([
      {
        requestNo: land,
        title: '查询被执行人不动产、探矿权、采矿权登记信息',
        openStep: { step: 'service', clock: { limitId: 'D-query' } },
      },
    ]);
    for (const secret of secrets) expect(heard.text).not.toContain(secret);
  });

  it('reads whom a request to his unit is about, and its own papers', async () => {
    const { body } = await officer().get(`/requests/${land}`);
    expect(body).toMatchObject({ subjectName: '乙试例𠮷', openStep: { papers: [{ title: '协助查询通知书' }] } });
    const { papers } = body['openStep'] as { readonly papers: readonly { readonly paperId: string }[] };
    expect((await officer().get(`/papers/${papers[0]?.paperId}`)).status).toBe(200);
  });

  it.each([
    ['the list of another unit', '/units/cx-police/requests', '/problems/notYourUnit'],
    ['a request to another unit', `/requests/${social}`, '/problems/foreignRequest'],
    ['a paper that went to the debtor', `/papers/${caseId}.p1.1`, '/problems/notYourUnit'],
    ['a paper that went to another unit', `/papers/${caseId}.p2.1`, '/problems/notYourUnit'],
    ['the case', `/cases/${caseId}`, '/problems/notAllowed'],
  ])('does not see %s', async (_what, path, kind) => {
    const heard = await officer().get(path);
    expect([heard.status, heard.body['type']]).toEqual([403, kind]);
    for (const secret of secrets) expect(heard.text).not.toContain(secret);
  });

  it('answers in his unit’s name under his own key, once', async () => {
    const answer = { stepNo: `${land}/1`, content: { kind: 'noRecord' } };
    const first = await officer().post(`/requests/${land}/answers`, answer, { key: 'answer-1' });
    expect([first.status, first.body]).toEqual([200, { replyNo: 'cx-natural-resources:answer-1', repeat: false }]);
    const again = await officer().post(`/requests/${land}/answers`, answer, { key: 'answer-1' });
    expect(again.body).toMatchObject({ repeat: true });
    expect((await counter.court.reader.request(land))?.state).toMatchObject({ status: 'ended', how: 'answered' });
  });

  it('cannot answer for another unit, nor without a key', async () => {
    const answer = { stepNo: `${social}/1`, content: { kind: 'noRecord' } };
    expect((await officer().post(`/requests/${social}/answers`, answer)).body['type']).toBe('/problems/foreignRequest');
    expect((await officer().post(`/requests/${land}/answers`, answer, { key: null })).status).toBe(400);
  });
});
