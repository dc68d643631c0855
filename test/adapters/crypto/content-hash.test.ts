import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../adapters/crypto/content-hash.ts';

const cyclic: Record<string, unknown> = {};
cyclic['self'] = cyclic;

describe('a content hash', () => {
  it('is the SHA-256 of the canonical JSON', () => {
    expect(contentHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
    expect(contentHash({ b: 1, a: [true, null, '执'] })).toBe('0f9314dcfb274c7626d39656e851894579bf4304beec964c14333413f3c61a5a');
  });

  it('does not depend on the order in which fields were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed());
        expect(contentHash(reversed)).toBe(contentHash(value));
      }),
    );
  });

  it('is the same after a journey through JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => contentHash(JSON.parse(JSON.stringify(value))) === contentHash(value)));
  });

  it('differs as soon as the content differs', () => {
    const different = [{}, [], null, '', 0, false, { a: 1 }, { a: '1' }, { a: null }, [1, 2], [2, 1], '𠮷', '吉', [[]], { a: {} }];
    expect(new Set(different.map(contentHash)).size).toBe(different.length);
  });

  it('takes a value that appears twice, for that is no circle', () => {
    const subject = { id: 'p-1' };
    expect(contentHash([subject, subject])).toBe(contentHash([{ id: 'p-1' }, { id: 'p-1' }]));
  });

  it.each([
    ['undefined', undefined],
    ['an undefined field', { a: undefined }],
    ['an undefined place in a list', [undefined]],
    ['NaN', { fen: Number.NaN }],
    ['infinity', [Infinity]],
    ['a bigint', { fen: 1n }],
    ['a function', { act: () => 1 }],
    ['a symbol', Symbol('a')],
    ['a symbol as key', { [Symbol('a')]: 1 }],
    ['a Date', { at: new Date(0) }],
    ['a Map', new Map([['a', 1]])],
    ['bytes', new Uint8Array(1)],
    ['a value with its own JSON form', { toJSON: () => 'other' }],
    ['half a surrogate pair', '\ud842'],
    ['half a surrogate pair as key', { '\ud842': 1 }],
    ['a circle', cyclic],
  ])('is refused for %s, which JSON would drop or bend', (_what, value) => {
    expect(() => contentHash(value)).toThrow(/./);
  });

  it('names the place of what it refuses, never the value', () => {
    expect(() => contentHash({ party: [{ name: '甲试例', fen: Number.NaN }] })).toThrow(
      /^Cannot hash \$\.party\.0\.fen: it is no finite number$/,
    );
  });
});
