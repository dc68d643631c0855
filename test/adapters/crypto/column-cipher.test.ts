import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createColumnCipher, type ColumnPlace } from '../../../adapters/crypto/column-cipher.ts';
import { freshKeys, keyRingOf } from '../../support/key-rings.ts';

const keys = freshKeys('k1', 'k2');
const indexKey = createSecretKey(randomBytes(32));
const cipher = createColumnCipher(keyRingOf(keys, 'k1'), indexKey);
const place: ColumnPlace = { table: 'party', column: 'name', rowId: 'p-1' };

describe('a dossier column', () => {
  it('gives back exactly what was put in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        expect(cipher.open(place, cipher.seal(place, plain))).toEqual({ ok: true, value: plain });
      }),
    );
    for (const plain of ['', '甲𠮷试例', '\ufeff楚演示', ' ']) {
      expect(cipher.open(place, cipher.seal(place, plain))).toEqual({ ok: true, value: plain });
    }
  });

  it('is not sealed when a character of it would be lost', () => {
    expect(() => cipher.seal(place, '甲\ud842')).toThrow(/^Cannot seal a text that holds half a surrogate pair$/);
  });

  it('says version and key, and never the same text twice', () => {
    const sealed = cipher.seal(place, '甲试例');
    expect(sealed).toMatch(/^v1\.k1\.[\w-]+$/);
    expect(cipher.seal(place, '甲试例')).not.toBe(sealed);
    expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').includes('甲试例')).toBe(false);
  });

  it.each([{ rowId: 'p-2' }, { column: 'address' }, { table: 'person' }, { table: 'party","name', column: '' }])(
    'does not open after it was moved (%j)',
    (elsewhere) => {
      expect(cipher.open({ ...place, ...elsewhere }, cipher.seal(place, '甲试例'))).toEqual({ ok: false, error: { kind: 'doesNotOpen' } });
    },
  );

  it('opens in no place but its own, however the places are spelt', () => {
    const somePlace = fc.record({ table: fc.string(), column: fc.string(), rowId: fc.string() });
    fc.assert(
      fc.property(somePlace, somePlace, (one, other) => {
        const isSame = one.table === other.table && one.column === other.column && one.rowId === other.rowId;
        expect(cipher.open(other, cipher.seal(one, '甲试例')).ok).toBe(isSame);
      }),
    );
    expect(cipher.open({ table: 'a', column: 'b.c', rowId: 'd' }, cipher.seal({ table: 'a.b', column: 'c', rowId: 'd' }, '甲')).ok).toBe(
      false,
    );
  });

  it('is still read after its key has been rotated out of use', () => {
    const rotated = createColumnCipher(keyRingOf(keys, 'k2'), indexKey);
    expect(rotated.open(place, cipher.seal(place, '甲试例'))).toEqual({ ok: true, value: '甲试例' });
    expect(rotated.seal(place, '甲试例')).toMatch(/^v1\.k2\./);
  });

  it('is refused under a key that is gone, another key of the same id, or a relabelled key', () => {
    const sealed = cipher.seal(place, '甲试例');
    const openWith = (ring: ReturnType<typeof keyRingOf>, text: string) => createColumnCipher(ring, indexKey).open(place, text);
    expect(openWith(keyRingOf(freshKeys('k9'), 'k9'), sealed)).toEqual({ ok: false, error: { kind: 'unknownKey' } });
    expect(openWith(keyRingOf(freshKeys('k1'), 'k1'), sealed)).toEqual({ ok: false, error: { kind: 'doesNotOpen' } });
    expect(cipher.open(place, sealed.replace('v1.k1.', 'v1.k2.'))).toEqual({ ok: false, error: { kind: 'doesNotOpen' } });
  });

  it('is refused after any byte was changed', () => {
    const bytes = Buffer.from(cipher.seal(place, '甲试例').slice('v1.k1.'.length), 'base64url');
    for (const at of bytes.keys()) {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 1;
      expect(cipher.open(place, `v1.k1.${copy.toString('base64url')}`)).toEqual({ ok: false, error: { kind: 'doesNotOpen' } });
    }
  });

  it.each(['', '甲试例', 'v1.k1.', 'v2.k1.AAAA', 'v1.AAAA', 'v1.k1.AA+A', 'v1.k1.AAAA\n'])(
    '%j is refused as never sealed by us',
    (text) => {
      expect(cipher.open(place, text)).toEqual({ ok: false, error: { kind: 'malformed' } });
    },
  );

  it('is refused when it is too short to hold anything', () => {
    expect(cipher.open(place, 'v1.k1.AAAA')).toEqual({ ok: false, error: { kind: 'doesNotOpen' } });
  });
});

describe('a blind index', () => {
  it('finds the same value again in the same deployment, also after the column keys were rotated', () => {
    const rotated = createColumnCipher(keyRingOf(keys, 'k2'), indexKey);
    expect(cipher.blindIndex('residentIdentity', '11010519491231002X')).toMatch(/^[0-9a-f]{64}$/);
    expect(rotated.blindIndex('residentIdentity', '11010519491231002X')).toBe(cipher.blindIndex('residentIdentity', '11010519491231002X'));
  });

  it('tells kinds and values apart', () => {
    const same = cipher.blindIndex('name', '甲试例');
    expect(cipher.blindIndex('name', '乙试例')).not.toBe(same);
    expect(cipher.blindIndex('address', '甲试例')).not.toBe(same);
    expect(cipher.blindIndex('na', 'me甲试例')).not.toBe(same);
  });

  it('is another in another deployment', () => {
    const elsewhere = createColumnCipher(keyRingOf(keys, 'k1'), createSecretKey(randomBytes(32)));
    expect(elsewhere.blindIndex('name', '甲试例')).not.toBe(cipher.blindIndex('name', '甲试例'));
  });
});
