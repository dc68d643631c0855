import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemBody } from '../../api/http/problem.ts';
import type { Route } from '../../api/http/route.ts';
import { routes } from '../../api/routes/index.ts';
import { signMessage } from '../../adapters/units/wire/signature.ts';
import { openCounter, tokenFor, type Counter } from './counter.ts';
import { aCompanyFiling, aFiling } from './filings.ts';
import { hostileBody, hostileText } from './hostile.ts';
import { unitKeys } from './units.ts';

const caseId = '2026-yun2301-zhi-123';
const land = `${caseId}/2`;
const unit = 'cx-natural-resources';
const runsPerRoute = Number(process.env['FUZZ_RUNS'] ?? 60);

let counter: Counter;

beforeAll(async () => {
  const clockDriver = { now: async () => counter.court.now(), leap: async () => ({ now: counter.court.now(), leaps: 0, waitingFor: [] }) };
  counter = await openCounter({ services: { clockDriver } });
  await counter.as('court-system').post('/cases', aFiling());
  await counter.as('judge').post(`/cases/${caseId}/approvals`, { proposals: 'all' });
});
afterAll(() => counter.close());

/** A body that each route would take: what is spoilt must once have been good. A route without one does not pass. */
const goodBodies: Readonly<Record<string, unknown>> = {
  '/cases': aCompanyFiling(),
  '/dockets': { cases: [aCompanyFiling()] },
  '/cases/:caseId/approvals': { proposals: [`${caseId}.p1`] },
  '/cases/:caseId/declines': { proposal: `${caseId}.p1`, reason: '暂不发出。' },
  '/cases/:caseId/services': { paperId: `${caseId}.p1.1`, manner: 'direct', servedAt: '2026-03-02T08:30:00+08:00' },
  '/cases/:caseId/payments': { amountYuan: '0.01', receivedOn: '2026-03-02' },
  '/cases/:caseId/evidence': { group: 'duty', debtor: 'p-2', title: '判决书', content: 'AAAA' },
  '/cases/:caseId/referrals': { debtor: 'p-2', ground: 'concealsProperty' },
  '/cases/:caseId/lifts': { request: land, ground: 'guaranteeAccepted', reason: '担保已经接受。' },
  '/cases/:caseId/closing': { mode: 'performed' },
  '/requests/:caseId/:n/review-answers': { replyNo: 'hf-1', decision: 'changed' },
  '/requests/:caseId/:n/service': {},
  '/requests/:caseId/:n/answers': { stepNo: `${land}/1`, content: { kind: 'lifted', lines: [1] } },
  '/units/:unit/replies': {
    unit,
    replyNo: 'hf-1',
    requestNo: land,
    stepNo: `${land}/1`,
    content: { kind: 'returned', missing: 'document', reason: '缺少文书。' },
  },
  '/clock/leap': { to: '2026-04-01T09:00:00+08:00' },
};

const goodPlaces: Readonly<Record<string, string>> = { caseId, n: '2', unit, paperId: `${caseId}.p1.1` };

const addressOf = ({ path, query }: Route) => {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const places: fc.Arbitrary<Record<string, string>> = fc.record(
    Object.fromEntries(
      names.map((name) => [
        name,
        fc.oneof({ weight: 3, arbitrary: fc.constant(goodPlaces[name] ?? '') }, { weight: 1, arbitrary: hostileText }),
      ]),
    ),
  );
  const asked =
    query === undefined
      ? fc.constant<Record<string, string>>({})
      : fc.dictionary(fc.constantFrom('cursor', 'limit', 'court', 'handler', 'caseId', 'actor'), hostileText, { maxKeys: 3 });
  return fc.tuple(places, asked).map(([values, parameters]) => {
    const address = path.replace(/:(\w+)/g, (_, name: string) => encoded(values[name] ?? ''));
    const search = Object.entries(parameters).map(([name, value]) => `${name}=${encoded(value)}`);
    return `/api/v1${address}${search.length > 0 ? `?${search.join('&')}` : ''}`;
  });
};

/** Half a character cannot be percent-encoded: it goes as the bytes it would have. */
const encoded = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\ufffd')).replaceAll('%EF%BF%BD', '%ED%A0%80');

const headersFor = async (route: Route, path: string, body: string | undefined): Promise<Record<string, string>> => {
  const [role = 'judge'] = route.allow;
  const privateKey = unitKeys.get(unit)?.privateKey;
  if (route.signedByUnit !== true || privateKey === undefined) return { authorization: `Bearer ${await tokenFor(role)}` };
  return { ...signMessage({ keyId: unit, privateKey }, { method: 'POST', path, body: body ?? '' }, Date.now()) };
};

const leaks = /node_modules|\bat \S+ \(|file:\/\/|TypeError|RangeError|SyntaxError|ZodError|Prisma|prototype pollution/;

describe('whatever is sent', () => {
  it.each(routes.map((route) => [`${route.method.toUpperCase()} ${route.path}`, route] as const))(
    'is answered, or refused in the one form, and never breaks anything: %s',
    async (_name, route) => {
      const body = route.body === undefined ? fc.constant(undefined) : hostileBody(goodBodies[route.path]);
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(addressOf(route), body, hostileText, async (path, sent, key) => {
          runs += 1;
          const idempotencyKey = /^[\x21-\x7e]+$/.test(key) ? key : `fuzz-${runs}`;
          const heard = await counter.send(path, {
            method: route.method.toUpperCase(),
            headers: { ...(await headersFor(route, path, sent)), 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
            ...(sent !== undefined && { body: sent }),
          });
          expect(heard.status).toBeLessThan(500);
          expect(heard.text).not.toMatch(leaks);
          if (heard.status < 400) expect(route.answers[heard.status]?.safeParse(heard.body).error).toBeUndefined();
          else expect(ProblemBody.safeParse(heard.body).error).toBeUndefined();
        }),
        { numRuns: runsPerRoute },
      );
      expect(Object.hasOwn({}, 'role')).toBe(false);
    },
  );

  it('has a good body to spoil for every route that takes one', async () => {
    const taking = routes.filter(({ body }) => body !== undefined);
    for (const route of taking)
      expect({ path: route.path, error: route.body?.safeParse(goodBodies[route.path]).error }).toEqual({ path: route.path });
  });
});
