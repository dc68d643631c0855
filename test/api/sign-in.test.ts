import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audience, issuer, issuerKey, openCounter, tokenFor, type Counter } from './counter.ts';
import { people } from './filings.ts';

let counter: Counter;

beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => counter.close());

const ask = (token: string, at = counter) => at.send('/api/v1/clock', { headers: { authorization: `Bearer ${token}` } });

const forged = async (changes: { readonly [Part in 'issuer' | 'audience' | 'subject' | 'expires']?: string } = {}, claims = {}) => {
  const { privateKey } = await generateKeyPair('EdDSA');
  return sign(privateKey, changes, claims);
};

const sign = (
  key: CryptoKey,
  changes: { readonly [Part in 'issuer' | 'audience' | 'subject' | 'expires']?: string } = {},
  claims = {},
  alg = 'EdDSA',
) =>
  new SignJWT({ role: 'judge', court: '云2301', ...claims })
    .setProtectedHeader({ alg, kid: 'sso-1' })
    .setIssuer(changes.issuer ?? issuer)
    .setAudience(changes.audience ?? audience)
    .setSubject(changes.subject ?? 'judge-01')
    .setExpirationTime(changes.expires ?? '1h')
    .sign(key);

describe('who is at the counter', () => {
  it('is believed on the word of the court’s identity service', async () => {
    expect((await ask(await tokenFor('judge'))).status).toBe(200);
  });

  it.each([
    ['no token at all', async () => ''],
    ['a word that is no token', async () => 'let-me-in'],
    ['a token of another key', () => forged()],
    [
      'a token without signature',
      async () => new UnsecuredJWT({ role: 'judge', court: '云2301' }).setSubject('judge-01').setIssuer(issuer).encode(),
    ],
    ['a token that has run out', () => tokenFor('judge', {}, -1)],
    ['a role nobody has', () => tokenFor('judge', { role: 'emperor' })],
    ['the role of a unit’s system, which signs instead', () => tokenFor('unit-system')],
    ['a liaison officer of no unit', () => tokenFor('liaison', { unit: '' })],
    ['a court nobody knows', () => tokenFor('judge', { court: '京01' })],
    ['a name that is an identity number', () => tokenFor('judge', { sub: people.debtor.idNo })],
  ])('is not believed with %s', async (_what, token) => {
    const heard = await ask(await token());
    expect([heard.status, heard.body['type'], heard.headers.get('www-authenticate')]).toEqual([401, '/problems/unauthenticated', 'Bearer']);
  });

  it.each(['issuer', 'audience'] as const)('is not believed with a token for another %s', async (part) => {
    const { importJWK } = await import('jose');
    const key = await importJWK(issuerKey, 'EdDSA');
    if (key instanceof Uint8Array) throw new Error('The test’s key is no private key');
    expect((await ask(await sign(key, { [part]: 'https://elsewhere.invalid' }))).status).toBe(401);
    expect((await ask(await sign(key))).status).toBe(200);
  });
});

describe('the keys of the identity service', () => {
  const serving = async (answer: () => { readonly status: number; readonly body: string }) => {
    const server = createServer((_request, response) => {
      const { status, body } = answer();
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
    return { at: await openCounter({ settings: { tokens: { issuer, audience, keys: { url } } } }), server };
  };

  it.each(['ES256', 'RS256'])('are fetched, and serve for %s as well', async (alg) => {
    const { privateKey, publicKey } = await generateKeyPair(alg);
    const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'sso-1', alg }] });
    const { at, server } = await serving(() => ({ status: 200, body: keys }));
    expect((await ask(await sign(privateKey, {}, {}, alg), at)).status).toBe(200);
    expect((await ask(await forged(), at)).status).toBe(401);
    await at.close();
    server.close();
  });

  it('that cannot be had make nobody an impostor: the caller is asked to come again', async () => {
    const { at, server } = await serving(() => ({ status: 500, body: 'out of order' }));
    const heard = await ask(await tokenFor('judge'), at);
    expect([heard.status, heard.body['type'], heard.headers.get('retry-after')]).toEqual([503, '/problems/unavailable', '2']);
    await at.close();
    server.close();
  });
});

describe('the demo issuer', () => {
  const accounts = [
    { id: 'judge-01', name: '丁试例', secret: 'demo-judge', role: 'judge', court: '云2301' },
    { id: 'liaison-01', name: '庚试例', secret: 'demo-liaison', role: 'liaison', court: '云2301', unit: 'cx-natural-resources' },
    { id: 'cms-2301', name: '演示办案系统', secret: 'demo-system', role: 'court-system', court: '云2301' },
  ] as const;
  const demoIssuer = { key: issuerKey, accounts };
  let demo: Counter;

  beforeAll(async () => {
    demo = await openCounter({ settings: { demoIssuer, limits: { failedSignIns: 5, perActor: 1000, perClient: 1000 } } });
  });
  afterAll(() => demo.close());

  const signIn = (body: object, at = demo) =>
    at.send('/api/v1/demo/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

  it('gives a person a token for eight hours that the counter believes', async () => {
    const { status, body } = await signIn({ grant_type: 'password', username: 'liaison-01', password: 'demo-liaison' });
    expect([status, body['token_type'], body['expires_in']]).toEqual([200, 'Bearer', 28_800]);
    const token = String(body['access_token']);
    const heard = await demo.send('/api/v1/units/cx-natural-resources/requests', { headers: { authorization: `Bearer ${token}` } });
    expect(heard.status).toBe(200);
  });

  it('gives a court system its token by client credentials, and a person none that way', async () => {
    expect((await signIn({ grant_type: 'client_credentials', client_id: 'cms-2301', client_secret: 'demo-system' })).status).toBe(200);
    expect((await signIn({ grant_type: 'client_credentials', client_id: 'judge-01', client_secret: 'demo-judge' })).status).toBe(401);
  });

  it('writes down who failed to sign in, never the password, and never a number typed as a name', async () => {
    demo.notes.length = 0;
    await signIn({ grant_type: 'password', username: 'judge-01', password: 'wrong-one' });
    await signIn({ grant_type: 'password', username: people.debtor.idNo, password: 'wrong-one' });
    expect(demo.notes).toMatchObject([
      { kind: 'signInFailed', actor: 'judge-01', what: 'POST /demo/token' },
      { kind: 'signInFailed', actor: 'unreadable' },
    ]);
    expect(JSON.stringify(demo.notes)).not.toMatch(/wrong-one|532322/);
  });

  it('holds back whoever tries one password after the other', async () => {
    const statuses = [];
    for (let times = 0; times < 6; times += 1)
      statuses.push((await signIn({ grant_type: 'password', username: 'judge-01', password: `guess-${times}` })).status);
    expect(statuses.at(-1)).toBe(429);
  });

  it('does not exist unless it is set up, and cannot be set up in production', async () => {
    expect((await signIn({ grant_type: 'password', username: 'judge-01', password: 'demo-judge' }, counter)).status).toBe(404);
    await expect(openCounter({ settings: { demoIssuer, production: true } })).rejects.toThrow('must not run in production');
  });
});
