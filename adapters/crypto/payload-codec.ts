import type { Payload, PayloadCodec } from '@temporalio/common';
import protobuf from 'protobufjs';
import { keyIdForm, type KeyRing } from './key-ring.ts';
import { openBytes, sealBytes } from './sealed-bytes.ts';

const encodingKey = 'encoding';
const keyIdKey = 'encryption-key-id';
const encrypted = 'binary/encrypted';

/** A payload that no key of the ring opens. Names the key id when it has the form of one, and nothing of the payload. */
export class UndecodablePayload extends Error {
  override readonly name = 'UndecodablePayload';
  readonly kind: 'unknownKey' | 'tampered';

  constructor(kind: 'unknownKey' | 'tampered', keyId: string) {
    const shown = keyIdForm.test(keyId) ? `"${keyId}"` : '(no readable id)';
    super(kind === 'unknownKey' ? `Payload key ${shown} is not in the key ring` : `Payload does not open with key ${shown}`);
    this.kind = kind;
  }
}

/**
 * Encrypts every payload between this process and Temporal with AES-256-GCM under the active key of the ring; the key id travels in
 * the metadata, so that histories stay readable after a rotation. Payloads of others, not encrypted, are decoded unchanged.
 * Decoding throws {@link UndecodablePayload}; on a worker that fails the task, which goes on once the key is back in the ring.
 */
export const encryptingCodec = (keys: KeyRing): PayloadCodec => ({
  encode: async (payloads) => payloads.map((payload) => encodePayload(keys, payload)),
  decode: async (payloads) => payloads.map((payload) => decodePayload(keys, payload)),
});

const encodePayload = (keys: KeyRing, payload: Payload): Payload => ({
  metadata: { [encodingKey]: utf8(encrypted), [keyIdKey]: utf8(keys.activeId) },
  data: sealBytes(keys.activeKey, PayloadMessage.encode(payload).finish()),
});

const decodePayload = (keys: KeyRing, payload: Payload): Payload => {
  if (textOf(payload.metadata?.[encodingKey]) !== encrypted) return payload;
  const keyId = textOf(payload.metadata?.[keyIdKey]);
  const key = keys.keyWithId(keyId);
  if (key === undefined) throw new UndecodablePayload('unknownKey', keyId);
  const plain = openBytes(key, payload.data ?? new Uint8Array());
  if (plain === undefined) throw new UndecodablePayload('tampered', keyId);
  return PayloadMessage.toObject(PayloadMessage.decode(plain), { defaults: true });
};

/** temporal.api.common.v1.Payload on the wire, the plaintext form of Temporal's own samples: other tools can read what we decrypt. */
const PayloadMessage = new protobuf.Type('Payload')
  .add(new protobuf.MapField('metadata', 1, 'string', 'bytes'))
  .add(new protobuf.Field('data', 2, 'bytes'));

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const textOf = (bytes: Uint8Array | null | undefined): string => new TextDecoder().decode(bytes ?? new Uint8Array());
