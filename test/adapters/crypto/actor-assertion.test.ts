import { generateKeyPairSync } from 'node:crypto';
import { CompactSign } from 'jose';
import { describe, expect, it } from 'vitest';
import { signAssertion, verifyAssertion, type ActorAssertion } from '../../../adapters/crypto/actor-assertion.ts';
import { contentHash } from '../../../adapters/crypto/content-hash.ts';
import type { Instant } from '../../../domain/calendar/instant.ts';

const api = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');

const assertion: ActorAssertion = {
  actId: 'judge-1:6f1c',
  actor: { id: 'judge-1', role: 'judge', court: '云2301' },
  bodyHash: contentHash({ approve: ['C14-2'] }),
  at: '2026-02-24T09:00:00.000+08:00' as Instant,
};
const act = { actId: assertion.actId, bodyHash: assertion.bodyHash };

const forged = (payload: unknown, header: { alg: string; typ?: string }, key = api.privateKey) =>
  new CompactSign(new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload)))
    .setProtectedHeader(header)
    .sign(key);

describe('the assertion of an actor', () => {
  it('proves who did this act with this body, and when', async () => {
    const token = await signAssertion(api.privateKey, assertion);
    expect(await verifyAssertion(api.publicKey, token, act)).toEqual({ ok: true, value: assertion });
  });

  it('carries the unit of a liaison officer', async () => {
    const liaison = { ...assertion, actor: { id: 'l-7', role: 'liaison', court: '云2301', unit: 'land-registry' } };
    expect(await verifyAssertion(api.publicKey, await signAssertion(api.privateKey, liaison), act)).toEqual({ ok: true, value: liaison });
  });

  it('proves nothing about another act or another body', async () => {
    const token = await signAssertion(api.privateKey, assertion);
    expect(await verifyAssertion(api.publicKey, token, { ...act, actId: 'judge-1:7a2d' })).toEqual({
      ok: false,
      error: { kind: 'otherAct' },
    });
    expect(await verifyAssertion(api.publicKey, token, { ...act, bodyHash: contentHash({}) })).toEqual({
      ok: false,
      error: { kind: 'otherBody' },
    });
  });

  it('is refused when somebody else signed it', async () => {
    const token = await signAssertion(stranger.privateKey, assertion);
    expect(await verifyAssertion(api.publicKey, token, act)).toEqual({ ok: false, error: { kind: 'badSignature' } });
  });

  it('is refused when its actor was exchanged after signing', async () => {
    const [header, , signature] = (await signAssertion(api.privateKey, assertion)).split('.');
    const president = Buffer.from(JSON.stringify({ ...assertion, actor: { ...assertion.actor, role: 'president' } })).toString('base64url');
    expect(await verifyAssertion(api.publicKey, `${header}.${president}.${signature}`, act)).toEqual({
      ok: false,
      error: { kind: 'badSignature' },
    });
  });

  it.each(['', 'x', 'a.b.c', `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{}').toString('base64url')}.`])(
    'is refused when it is %j',
    async (token) => {
      expect(await verifyAssertion(api.publicKey, token, act)).toEqual({ ok: false, error: { kind: 'badSignature' } });
    },
  );

  it('is refused when our key signed it for another purpose, or with anything missing, added or misdated', async () => {
    const typ = 'liandong-act';
    const tokens = await Promise.all([
      forged(assertion, { alg: 'EdDSA' }),
      forged(assertion, { alg: 'EdDSA', typ: 'JWT' }),
      forged('no JSON', { alg: 'EdDSA', typ }),
      forged({ ...act, actor: assertion.actor }, { alg: 'EdDSA', typ }),
      forged({ ...assertion, name: '甲试例' }, { alg: 'EdDSA', typ }),
      forged({ ...assertion, at: '2026-02-24T01:00:00Z' }, { alg: 'EdDSA', typ }),
    ]);
    for (const token of tokens)
      expect(await verifyAssertion(api.publicKey, token, act)).toEqual({ ok: false, error: { kind: 'badSignature' } });
  });

  it('cannot be made about an incomplete actor', () => {
    expect(() => signAssertion(api.privateKey, { ...assertion, actor: { ...assertion.actor, id: '' } })).toThrow(/actor/);
  });
});
