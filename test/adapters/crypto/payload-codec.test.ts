import { defaultFailureConverter, defaultPayloadConverter, type LoadedDataConverter, type Payload } from '@temporalio/common';
import { decodeArrayFromPayloads, encodeToPayloads } from '@temporalio/common/lib/internal-non-workflow/codec-helpers.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encryptingCodec, UndecodablePayload } from '../../../adapters/crypto/payload-codec.ts';
import type { KeyRing } from '../../../adapters/crypto/key-ring.ts';
import { freshKeys, keyRingOf } from '../../support/key-rings.ts';

const secret = '甲试例 11010519491231002X';
const keys = freshKeys('k1', 'k2');
const ring = keyRingOf(keys, 'k1');

const converterWith = (keyRing: KeyRing): LoadedDataConverter => ({
  payloadConverter: defaultPayloadConverter,
  failureConverter: defaultFailureConverter,
  payloadCodecs: [encryptingCodec(keyRing)],
});
const sealed = async (...values: unknown[]): Promise<Payload[]> => (await encodeToPayloads(converterWith(ring), ...values)) ?? [];
const opened = (keyRing: KeyRing, payloads: Payload[]) => decodeArrayFromPayloads(converterWith(keyRing), payloads);
const failureOf = (keyRing: KeyRing, payloads: Payload[]): Promise<unknown> =>
  opened(keyRing, payloads).then(
    () => 'decoded',
    (failure: unknown) => failure,
  );
const metadataOf = (payload: Payload | undefined) =>
  Object.fromEntries(Object.entries(payload?.metadata ?? {}).map(([key, value]) => [key, Buffer.from(value).toString()]));
const first = (payloads: Payload[]): Payload => {
  const [payload] = payloads;
  if (payload === undefined) throw new Error('no payload');
  return payload;
};

describe('a payload on its way to Temporal', () => {
  it('comes back as it was, whatever it holds', async () => {
    const values = [
      { caseNo: '（2026）云2301执123号', fen: 9_007_199_254_740_991 },
      null,
      undefined,
      '',
      [],
      new Uint8Array([0, 255]),
      '𠮷',
    ];
    expect(await opened(ring, await sealed(...values))).toEqual(values);
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ noUnicodeString: false }), async (value) => {
        expect(await opened(ring, await sealed(value))).toEqual([JSON.parse(JSON.stringify(value))]);
      }),
    );
  });

  it('shows the id of its key and that it is encrypted, and nothing of what it holds', async () => {
    const payload = first(await sealed({ name: secret }));
    expect(metadataOf(payload)).toEqual({ encoding: 'binary/encrypted', 'encryption-key-id': 'k1' });
    expect(Buffer.from(payload.data ?? []).includes('11010519491231002X')).toBe(false);
    expect(Buffer.from(payload.data ?? []).includes('json/plain')).toBe(false);
  });

  it('looks different each time', async () => {
    const [one, other] = await sealed(secret, secret);
    expect(Buffer.from(one?.data ?? []).equals(Buffer.from(other?.data ?? []))).toBe(false);
  });

  it('is still read after its key has been rotated out of use', async () => {
    const before = await sealed(secret);
    const rotated = keyRingOf(keys, 'k2');
    expect(await opened(rotated, before)).toEqual([secret]);
    expect(metadataOf((await encodeToPayloads(converterWith(rotated), secret))?.[0])['encryption-key-id']).toBe('k2');
  });

  it('keeps a list in order, the empty one included', async () => {
    expect(await encryptingCodec(ring).encode([])).toEqual([]);
    expect(await opened(ring, await sealed(1, 2, 3))).toEqual([1, 2, 3]);
  });
});

describe('a payload that comes back', () => {
  it('passes unchanged when it was never encrypted', async () => {
    const plain = [defaultPayloadConverter.toPayload({ open: true }), {}, { metadata: {}, data: new Uint8Array([1]) }];
    expect(await encryptingCodec(ring).decode(plain)).toEqual(plain);
  });

  it('is refused by name of the key when the ring does not hold it', async () => {
    const failure = await failureOf(keyRingOf(freshKeys('k9'), 'k9'), await sealed(secret));
    expect(failure).toBeInstanceOf(UndecodablePayload);
    expect(failure).toMatchObject({ kind: 'unknownKey', message: 'Payload key "k1" is not in the key ring' });
  });

  it('is refused when the key of that id is another one', async () => {
    expect(await failureOf(keyRingOf(freshKeys('k1'), 'k1'), await sealed(secret))).toMatchObject({ kind: 'tampered' });
  });

  it('is refused when it claims another key of the ring', async () => {
    const payload = first(await sealed(secret));
    const relabelled = { ...payload, metadata: { ...payload.metadata, 'encryption-key-id': Buffer.from('k2') } };
    expect(await failureOf(ring, [relabelled])).toMatchObject({ kind: 'tampered' });
  });

  it('is refused after any byte was changed, cut off or added', async () => {
    const payload = first(await sealed({ name: secret }));
    const bytes = Buffer.from(payload.data ?? []);
    const damaged = fc.oneof(
      fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, flip]) => {
        const copy = Buffer.from(bytes);
        copy[at] = (copy[at] ?? 0) ^ flip;
        return copy;
      }),
      fc.nat(bytes.length - 1).map((length) => bytes.subarray(0, length)),
      fc.uint8Array({ minLength: 1 }).map((more) => Buffer.concat([bytes, more])),
    );
    await fc.assert(
      fc.asyncProperty(damaged, async (data) => {
        expect(await failureOf(ring, [{ ...payload, data }])).toMatchObject({ kind: 'tampered' });
      }),
    );
  });

  it('betrays neither key nor content in its refusal, not even through a forged key id', async () => {
    const payload = first(await sealed({ name: secret }));
    const forged = { ...payload, metadata: { ...payload.metadata, 'encryption-key-id': Buffer.from(secret) } };
    const cut = { ...payload, data: Buffer.from(payload.data ?? []).subarray(0, 40) };
    const failures = await Promise.all([failureOf(ring, [forged]), failureOf(ring, [cut]), failureOf(ring, [{ ...payload, data: null }])]);
    for (const failure of failures) {
      expect(failure).toBeInstanceOf(UndecodablePayload);
      const text = failure instanceof Error ? `${failure.message}${failure.stack}${JSON.stringify(failure)}` : '';
      expect([secret, ...Object.values(keys)].filter((hidden) => text.includes(hidden))).toEqual([]);
    }
  });
});
