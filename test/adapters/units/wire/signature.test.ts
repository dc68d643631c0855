import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  signatureHeaders,
  signMessage,
  verifyMessage,
  type SignatureRules,
  type WireMessage,
} from '../../../../adapters/units/wire/signature.ts';

const unit = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const known = new Map<string, KeyObject>([
  ['land-registry-1', unit.publicKey],
  ['stranger', stranger.publicKey],
  ['elliptic', elliptic.publicKey],
]);

const signedAt = 1_771_894_800_000;
const tolerance = 300_000;
const message: WireMessage = {
  method: 'POST',
  path: '/api/v1/replies?unit=land',
  body: JSON.stringify({ outcome: 'OK_FULL', note: '已登记' }),
};
const headers = signMessage({ keyId: 'land-registry-1', privateKey: unit.privateKey }, message, signedAt);
const rules = (nowMs = signedAt): SignatureRules => ({ keyWithId: (keyId) => known.get(keyId), nowMs, toleranceMs: tolerance });

describe('a message between court and unit', () => {
  it('is believed when its sender signed exactly this', async () => {
    expect(await verifyMessage(message, headers, rules())).toEqual({ ok: true, value: { keyId: 'land-registry-1', atMs: signedAt } });
    expect(Object.keys(headers)).toEqual(['x-liandong-key', 'x-liandong-timestamp', 'x-liandong-signature']);
  });

  it('is the same as text and as bytes, and its method in small letters', async () => {
    const received = { method: 'post', path: message.path, body: Buffer.from(String(message.body)) };
    expect(await verifyMessage(received, headers, rules())).toMatchObject({ ok: true });
  });

  it('may be without a body', async () => {
    const poll: WireMessage = { method: 'GET', path: '/requests', body: '' };
    const signed = signMessage({ keyId: 'land-registry-1', privateKey: unit.privateKey }, poll, signedAt);
    expect(await verifyMessage({ ...poll, body: new Uint8Array() }, signed, rules())).toMatchObject({ ok: true });
  });

  it('is believed when the key has to be looked up first', async () => {
    const lookedUp = { ...rules(), keyWithId: (keyId: string) => Promise.resolve(known.get(keyId)) };
    expect(await verifyMessage(message, headers, lookedUp)).toMatchObject({ ok: true });
  });

  it.each<[string, Partial<WireMessage>]>([
    ['method', { method: 'PUT' }],
    ['path', { path: '/api/v1/replies?unit=bank' }],
    ['body', { body: JSON.stringify({ outcome: 'REFUSED', note: '已登记' }) }],
    ['white space of the body', { body: `${String(message.body)} ` }],
  ])('is not believed after its %s was changed', async (_what, change) => {
    expect(await verifyMessage({ ...message, ...change }, headers, rules())).toEqual({ ok: false, error: { kind: 'badSignature' } });
  });

  it('is not believed when its timestamp was changed within the tolerance', async () => {
    const later = { ...headers, [signatureHeaders.timestamp]: String(signedAt + 1) };
    expect(await verifyMessage(message, later, rules())).toEqual({ ok: false, error: { kind: 'badSignature' } });
  });

  it('is not believed under the name of another key', async () => {
    const borrowed = { ...headers, [signatureHeaders.key]: 'stranger' };
    expect(await verifyMessage(message, borrowed, rules())).toEqual({ ok: false, error: { kind: 'badSignature' } });
  });

  it.each(['nobody', 'elliptic'])('is not believed under the key %s, which is no Ed25519 key we know', async (keyId) => {
    expect(await verifyMessage(message, { ...headers, [signatureHeaders.key]: keyId }, rules())).toEqual({
      ok: false,
      error: { kind: 'unknownKey' },
    });
  });

  it('is stale outside the tolerance, in the past as in the future, and fresh on its edge', async () => {
    expect(await verifyMessage(message, headers, rules(signedAt + tolerance))).toMatchObject({ ok: true });
    expect(await verifyMessage(message, headers, rules(signedAt - tolerance))).toMatchObject({ ok: true });
    expect(await verifyMessage(message, headers, rules(signedAt + tolerance + 1))).toEqual({ ok: false, error: { kind: 'stale' } });
    expect(await verifyMessage(message, headers, rules(signedAt - tolerance - 1))).toEqual({ ok: false, error: { kind: 'stale' } });
  });

  it.each(Object.values(signatureHeaders))('is refused when %s is absent, doubled or unreadable', async (header) => {
    for (const value of [undefined, '', ['a', 'b'], 'é\n', `${headers[header]},${headers[header]}`]) {
      expect(await verifyMessage(message, { ...headers, [header]: value }, rules())).toEqual({ ok: false, error: { kind: 'missing' } });
    }
  });

  it('is never believed with any other signature', async () => {
    const signatures = fc.uint8Array({ minLength: 64, maxLength: 64 }).map((bytes) => Buffer.from(bytes).toString('base64'));
    await fc.assert(
      fc.asyncProperty(signatures, async (signature) => {
        const checked = await verifyMessage(message, { ...headers, [signatureHeaders.signature]: signature }, rules());
        expect(checked).toEqual({ ok: false, error: { kind: 'badSignature' } });
      }),
    );
  });

  it('is signed by code that a unit can take over as it stands', () => {
    const source = readFileSync(new URL('../../../../adapters/units/wire/signature.ts', import.meta.url), 'utf8');
    expect([...source.matchAll(/\bfrom '(.+)'/g)].map(([, from]) => from)).toEqual(['node:crypto']);
  });
});
