import { createHash, sign, verify, type KeyObject } from 'node:crypto';

/** The headers that carry a signature. Court and units sign every request to each other alike. */
export const signatureHeaders = { key: 'x-liandong-key', timestamp: 'x-liandong-timestamp', signature: 'x-liandong-signature' } as const;

export type SignatureHeaders = { readonly [Header in (typeof signatureHeaders)[keyof typeof signatureHeaders]]: string };

/** What is signed: the method, the request target with its query, and the body byte for byte as it goes over the wire. */
export type WireMessage = { readonly method: string; readonly path: string; readonly body: string | Uint8Array };

export type SigningKey = { readonly keyId: string; readonly privateKey: KeyObject };

/** Who signed and when (milliseconds since 1970). Whether that key may speak about this matter is for the caller to ask. */
export type SignedBy = { readonly keyId: string; readonly atMs: number };

/** `missing`: a header is absent, doubled or unreadable. `stale`: signed outside the tolerance, in the past or in the future. */
export type SignatureError = { readonly kind: 'missing' | 'unknownKey' | 'stale' | 'badSignature' };

/** Shaped as `domain/result.ts`, written out because this file is read by the simulator, which knows nothing of the domain. */
export type SignatureCheck = { readonly ok: true; readonly value: SignedBy } | { readonly ok: false; readonly error: SignatureError };

/** How to check: the public keys, the clock of the receiver, and how far a sender's clock may differ from it. */
export type SignatureRules = {
  readonly keyWithId: (keyId: string) => KeyObject | undefined | Promise<KeyObject | undefined>;
  readonly nowMs: number;
  readonly toleranceMs: number;
};

/** Gives the headers to send along. A signature may be repeated within the tolerance: the receiver acts once per step number. */
export const signMessage = ({ keyId, privateKey }: SigningKey, message: WireMessage, atMs: number): SignatureHeaders => ({
  [signatureHeaders.key]: keyId,
  [signatureHeaders.timestamp]: String(atMs),
  [signatureHeaders.signature]: sign(null, signedText(message, String(atMs)), privateKey).toString('base64'),
});

/** Says who sent a message, or why it cannot be believed. Header names are lower-case, as Node gives them. */
export const verifyMessage = async (
  message: WireMessage,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  { keyWithId, nowMs, toleranceMs }: SignatureRules,
): Promise<SignatureCheck> => {
  const keyId = readHeader(headers[signatureHeaders.key], /^[\w.:-]{1,128}$/);
  const timestamp = readHeader(headers[signatureHeaders.timestamp], /^\d{1,15}$/);
  const signature = readHeader(headers[signatureHeaders.signature], /^[A-Za-z0-9+/]{86}==$/);
  if (keyId === undefined || timestamp === undefined || signature === undefined) return refused('missing');
  const key = await keyWithId(keyId);
  if (key?.asymmetricKeyType !== 'ed25519') return refused('unknownKey');
  const atMs = Number(timestamp);
  if (Math.abs(nowMs - atMs) > toleranceMs) return refused('stale');
  const isGenuine = verify(null, signedText(message, timestamp), key, Buffer.from(signature, 'base64'));
  return isGenuine ? { ok: true, value: { keyId, atMs } } : refused('badSignature');
};

const readHeader = (value: string | readonly string[] | undefined, form: RegExp): string | undefined =>
  typeof value === 'string' && form.test(value) ? value : undefined;

const refused = (kind: SignatureError['kind']): SignatureCheck => ({ ok: false, error: { kind } });

const signedText = ({ method, path, body }: WireMessage, timestamp: string): Uint8Array =>
  Buffer.from([method.toUpperCase(), path, timestamp, createHash('sha256').update(body).digest('hex')].join('\n'));
