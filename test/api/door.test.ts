import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCounter, tokenFor, type Counter, type Heard } from './counter.ts';
import { aFiling, people } from './filings.ts';

let counter: Counter;

beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => counter.close());

const nested = (depth: number): string => `${'['.repeat(depth)}1${']'.repeat(depth)}`;

const expectProblem = ({ status, headers, body }: Heard, expected: number, kind: string) => {
  expect([status, body['type']]).toEqual([expected, `/problems/${kind}`]);
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(body).toMatchObject({ status: expected, title: expect.stringMatching(/[\u4e00-\u9fff]/), detail: expect.stringMatching(/。$/) });
  expect(body['instance']).toBe(`urn:liandong:request:${headers.get('x-request-id')}`);
  expect(body['errors']).toBeInstanceOf(Array);
};

const post = (body: string, headers: Readonly<Record<string, string>> = {}) => counter.as('court-system').post('/cases', body, { headers });

describe('the door refuses, in one form and in Chinese,', () => {
  it('what is no JSON', async () => {
    expectProblem(await post('{"caseNumber": '), 400, 'badJson');
    expectProblem(await post(''), 400, 'badJson');
  });

  it('bytes that are no UTF-8', async () => {
    const heard = await counter.send('/api/v1/cases', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await bearer()) },
      body: Uint8Array.from([0x22, 0xd2, 0xd2, 0x22]),
    });
    expectProblem(heard, 400, 'badJson');
  });

  it('deep JSON, by name, however deep', async () => {
    const heard = await post(nested(17));
    expectProblem(heard, 422, 'invalidBody');
    expect(heard.body['errors']).toMatchObject([{ rule: 'tooDeep', message: '内容层次过深，最多16层。' }]);
    expectProblem(await post(nested(100_000)), 422, 'invalidBody');
  });

  it.each(['{"__proto__": {"role": "judge"}}', '{"constructor": {"prototype": {}}}'])(
    'names that reach for a prototype: %s',
    async (body) => {
      const heard = await post(body);
      expectProblem(heard, 422, 'invalidBody');
      expect(heard.body['errors']).toMatchObject([{ rule: 'forbiddenField' }]);
      expect(Object.hasOwn(Object.prototype, 'role')).toBe(false);
    },
  );

  it.each([
    ['half a character', '{"handler": "\\ud842"}', 'brokenCharacter'],
    ['half a character in a name', '{"\\ud842": 1}', 'brokenCharacter'],
    ['NUL', '{"handler": "a\\u0000"}', 'invisibleCharacter'],
    ['a number beyond reckoning', '{"handler": 1e400}', 'numberUnreadable'],
  ])('%s', async (_what, body, rule) => {
    const heard = await post(body);
    expectProblem(heard, 422, 'invalidBody');
    expect(heard.body['errors']).toMatchObject([{ rule }]);
  });

  it('a body that is too large', async () => {
    expectProblem(await post(JSON.stringify({ text: '长'.repeat(100_000) })), 413, 'bodyTooLarge');
  });

  it('what is not sent as JSON, or is compressed', async () => {
    expectProblem(await post('{}', { 'content-type': 'text/plain' }), 415, 'mediaTypeUnsupported');
    expectProblem(await post('{}', { 'content-type': 'application/json; charset=gbk' }), 415, 'mediaTypeUnsupported');
    expectProblem(await post('{}', { 'content-encoding': 'gzip' }), 415, 'mediaTypeUnsupported');
  });

  it('an act without a key, and a key of the wrong form', async () => {
    const clerk = counter.as('clerk');
    const without = await clerk.post('/cases', aFiling(), { key: null });
    expectProblem(without, 400, 'idempotencyKey');
    expect(without.body['errors']).toMatchObject([{ pointer: 'header:Idempotency-Key', rule: 'required' }]);
    const odd = await clerk.post('/cases', aFiling(), { key: 'a key with spaces' });
    expect(odd.body['errors']).toMatchObject([{ rule: 'invalidKey' }]);
  });

  it('an address nobody knows, and one that cannot be read', async () => {
    expectProblem(await counter.as('judge').get('/casses'), 404, 'notFound');
    expectProblem(await counter.as('judge').get('/cases/%E0%A4%A'), 400, 'badAddress');
    expectProblem(await counter.as('judge').get('/cases/none'), 404, 'notFound');
    expectProblem(await counter.send('/', {}), 404, 'notFound');
  });

  it('a way of asking that the address does not know, and says which it knows', async () => {
    const heard = await counter.send('/api/v1/cases', { method: 'DELETE' });
    expectProblem(heard, 405, 'methodNotAllowed');
    expect(heard.headers.get('allow')).toBe('POST, GET');
  });

  it.each([
    ['limit=0', 'limit', 'tooSmall'],
    ['limit=101', 'limit', 'tooLarge'],
    ['limit=many', 'limit', 'wrongForm'],
    ['limit=1&limit=2', 'limit', 'wrongType'],
    ['cursor=%00', 'cursor', 'invalidCursor'],
    ['page=2', 'page', 'unknownField'],
  ])('a query it cannot read: %s', async (query, name, rule) => {
    const heard = await counter.as('judge').get(`/cases?${query}`);
    expectProblem(heard, 400, 'badQuery');
    expect(heard.body['errors']).toMatchObject([{ pointer: `query:${name}`, rule }]);
  });

  it('one person who asks too often, while others are served', async () => {
    const busy = await openCounter({ settings: { limits: { perActor: 3, perClient: 1000 } } });
    const statuses = [];
    for (let times = 0; times < 5; times += 1) statuses.push((await busy.as('judge').get('/clock')).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const refused = await busy.as('judge').get('/clock');
    expectProblem(refused, 429, 'tooManyRequests');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await busy.as('judge', { sub: 'judge-02' }).get('/clock')).status).toBe(200);
    await busy.close();
  });

  it('one address that asks too often, before it looks at anything', async () => {
    const busy = await openCounter({ settings: { limits: { perClient: 2 } } });
    const statuses = [];
    for (let times = 0; times < 3; times += 1) statuses.push((await busy.send('/api/v1/clock', {})).status);
    expect(statuses).toEqual([401, 401, 429]);
    await busy.close();
  });
});

describe('when something breaks inside', () => {
  const failing = (message: string) => openCounter({ services: { courtTime: () => Promise.reject(new Error(message)) } });

  it('the caller learns a number and nothing else', async () => {
    const broken = await failing(`connection of ${people.debtor.name} to postgres://secret@host failed`);
    const heard = await broken.as('judge').get('/clock');
    expectProblem(heard, 500, 'internal');
    expect(heard.text).not.toMatch(/postgres|secret|at |node_modules|Error/);
    await broken.close();
  });

  it('the log tells where, and no word of what was said', async () => {
    const broken = await failing(`connection of ${people.debtor.name} to postgres://secret@host failed`);
    const heard = await broken.as('judge').get('/clock');
    const line = broken.log.find(({ message }) => message === 'internal');
    expect(line?.fields).toMatchObject({ requestId: heard.headers.get('x-request-id'), error: 'Error' });
    expect(JSON.stringify(broken.log)).not.toMatch(/乙试例|secret/);
    await broken.close();
  });

  it('an outage asks the caller to come again with the same key', async () => {
    const away = await failing('ECONNREFUSED');
    const heard = await away.as('judge').get('/clock');
    expectProblem(heard, 503, 'unavailable');
    expect([heard.headers.get('retry-after'), heard.body['detail']]).toEqual(['2', expect.stringContaining('请用同一幂等键重试')]);
    expect((await away.send('/api/v1/health', {})).status).toBe(503);
    await away.close();
  });
});

describe('every answer', () => {
  it('bears a number by which it is found in the log, the caller’s own where he gives one', async () => {
    const { headers } = await counter.as('judge').get('/clock', { 'x-request-id': 'court-system-0815' });
    expect(headers.get('x-request-id')).toBe('court-system-0815');
    expect((await counter.as('judge').get('/clock', { 'x-request-id': 'x' })).headers.get('x-request-id')).toHaveLength(36);
  });

  it('lies in no cache, and says nothing of what serves it', async () => {
    const { headers } = await counter.as('judge').get('/clock');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect([headers.get('x-powered-by'), headers.get('etag')]).toEqual([null, null]);
  });

  it('leaves one line in the log: who, which route, how it went; no address', async () => {
    await counter.as('judge').get('/cases/2026-yun2301-zhi-999?purpose=secret');
    expect(counter.log.at(-1)).toEqual({
      message: 'request',
      fields: {
        requestId: expect.any(String),
        method: 'GET',
        route: '/cases/:caseId',
        status: 404,
        ms: expect.any(Number),
        actor: 'judge-01',
      },
    });
  });
});

const bearer = async () => ({ authorization: `Bearer ${await tokenFor('court-system')}` });
