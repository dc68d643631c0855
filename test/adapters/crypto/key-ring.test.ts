import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseKeyRing, parseSymmetricKey } from '../../../adapters/crypto/key-ring.ts';

const newKey = () => randomBytes(32).toString('base64');
const ring = (active: string, keys: Record<string, unknown>) => JSON.stringify({ active, keys });

describe('a key ring', () => {
  it('gives the active key and every older one by its id', () => {
    const [k1, k2] = [newKey(), newKey()];
    const parsed = parseKeyRing(ring('k2', { k1, k2 }));
    if (!parsed.ok) throw new Error(parsed.error);
    expect(parsed.value.activeId).toBe('k2');
    expect(parsed.value.activeKey.export().toString('base64')).toBe(k2);
    expect(parsed.value.keyWithId('k1')?.export().toString('base64')).toBe(k1);
    expect(parsed.value.keyWithId('k3')).toBeUndefined();
    expect(parsed.value.keyWithId('toString')).toBeUndefined();
  });

  it('shows no key when it is logged or serialised', () => {
    const key = newKey();
    const parsed = parseKeyRing(ring('k1', { k1: key }));
    const shown = inspect(parsed, { depth: 9, showHidden: true }) + JSON.stringify(parsed);
    expect(parsed.ok).toBe(true);
    expect(shown).not.toContain(key);
    expect(shown).not.toContain(Buffer.from(key, 'base64').toString('hex'));
  });

  it.each([
    ['no JSON', `{"active":"k1","keys":{"k1":"${newKey()}"`, 'notJson'],
    ['a bare key', newKey(), 'notJson'],
    ['null', 'null', 'wrongShape'],
    ['keys missing', '{"active":"k1"}', 'wrongShape'],
    ['a word too many', JSON.stringify({ active: 'k1', keys: { k1: newKey() }, old: newKey() }), 'wrongShape'],
    ['a key that is no text', ring('k1', { k1: 7 }), 'wrongShape'],
    ['a key pasted as an id', ring('k1', { [newKey()]: 'k1' }), 'keyIdForm'],
    ['a key pasted as the active id', ring(newKey(), { k1: newKey() }), 'keyIdForm'],
    ['a short key', ring('k1', { k1: randomBytes(31).toString('base64') }), 'keyNot32Bytes'],
    ['a long key', ring('k1', { k1: randomBytes(33).toString('base64') }), 'keyNot32Bytes'],
    ['a key in hex', ring('k1', { k1: randomBytes(32).toString('hex') }), 'keyNot32Bytes'],
    ['a bad key that is not active', ring('k1', { k1: newKey(), k0: '' }), 'keyNot32Bytes'],
    ['an active key that is not there', ring('k2', { k1: newKey() }), 'activeKeyMissing'],
    ['an empty ring', ring('k1', {}), 'activeKeyMissing'],
  ])('with %s is refused by its rule alone', (_what, json, rule) => {
    expect(parseKeyRing(json)).toEqual({ ok: false, error: rule });
  });
});

describe('a symmetric key', () => {
  it('is exactly 32 bytes of standard base64', () => {
    const key = newKey();
    expect(parseSymmetricKey(key)?.symmetricKeySize).toBe(32);
    expect(parseSymmetricKey(` ${key}`)).toBeUndefined();
    expect(parseSymmetricKey(key.slice(0, -1))).toBeUndefined();
    expect(parseSymmetricKey(randomBytes(16).toString('base64'))).toBeUndefined();
  });
});
