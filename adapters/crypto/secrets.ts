import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { err, ok, type Result } from '../../domain/result.ts';
import { keyIdForm, parseJson, parseKeyRing, parseSymmetricKey, type KeyRing, type KeyRingRule } from './key-ring.ts';

/** Everything secret that this deployment is given. Each entrance reads only what it needs: a worker never sees the API's signing key. */
export type Secrets = {
  readonly codecKeys: KeyRing;
  readonly dossierKeys: KeyRing;
  readonly blindIndexKey: KeyObject;
  readonly assertionPrivateKey: KeyObject;
  readonly assertionPublicKey: KeyObject;
  /** The Ed25519 key with which the court signs its messages to units; `keyId` is the JWK's `kid`, which the units know it by. */
  readonly courtSigningKey: { readonly keyId: string; readonly privateKey: KeyObject };
};

export type SecretName = keyof Secrets;

/** Which variable broke which rule; never what it holds. */
export type SecretError = { readonly variable: string; readonly rule: SecretRule };

export type SecretRule =
  'missing' | KeyRingRule | 'notEd25519PrivateJwk' | 'notEd25519PublicJwk' | 'publicJwkHoldsPrivateKey' | 'kidMissing';

type Readers = {
  readonly [Name in SecretName]: { readonly variable: string; readonly read: (text: string) => Result<Secrets[Name], SecretRule> };
};

/** Reads the named secrets, or tells everything that is wrong with them at once. */
export const readSecrets = <Name extends SecretName>(
  env: Readonly<Record<string, string | undefined>>,
  names: readonly Name[],
): Result<Pick<Secrets, Name>, readonly SecretError[]> => {
  const found: Partial<Pick<Secrets, Name>> = {};
  const errors: SecretError[] = [];
  for (const name of names) {
    const { variable, read } = readers[name];
    const text = env[variable]?.trim() ?? '';
    const secret = text === '' ? err('missing' as const) : read(text);
    if (secret.ok) found[name] = secret.value;
    else errors.push({ variable, rule: secret.error });
  }
  return errors.length === 0 ? ok(found as Pick<Secrets, Name>) : err(errors);
};

const readSymmetricKey = (text: string): Result<KeyObject, SecretRule> => {
  const key = parseSymmetricKey(text);
  return key === undefined ? err('keyNot32Bytes') : ok(key);
};

const readPrivateKey = (text: string): Result<KeyObject, SecretRule> => {
  const jwk = readJwk(PrivateJwk, text, 'notEd25519PrivateJwk');
  return jwk.ok ? keyOf(() => createPrivateKey({ key: jwk.value, format: 'jwk' }), 'notEd25519PrivateJwk') : jwk;
};

const readPublicKey = (text: string): Result<KeyObject, SecretRule> => {
  const jwk = readJwk(PublicJwk, text, 'notEd25519PublicJwk');
  if (!jwk.ok) return jwk;
  if ('d' in jwk.value) return err('publicJwkHoldsPrivateKey');
  return keyOf(() => createPublicKey({ key: jwk.value, format: 'jwk' }), 'notEd25519PublicJwk');
};

const readSigningKey = (text: string): Result<Secrets['courtSigningKey'], SecretRule> => {
  const privateKey = readPrivateKey(text);
  if (!privateKey.ok) return privateKey;
  const named = readJwk(NamedJwk, text, 'kidMissing');
  return named.ok ? ok({ keyId: named.value.kid, privateKey: privateKey.value }) : named;
};

const readers: Readers = {
  codecKeys: { variable: 'LIANDONG_CODEC_KEYS', read: parseKeyRing },
  dossierKeys: { variable: 'LIANDONG_DOSSIER_KEYS', read: parseKeyRing },
  blindIndexKey: { variable: 'LIANDONG_BLIND_INDEX_KEY', read: readSymmetricKey },
  assertionPrivateKey: { variable: 'LIANDONG_ASSERTION_PRIVATE_KEY', read: readPrivateKey },
  assertionPublicKey: { variable: 'LIANDONG_ASSERTION_PUBLIC_KEY', read: readPublicKey },
  courtSigningKey: { variable: 'LIANDONG_COURT_SIGNING_KEY', read: readSigningKey },
};

const KeyPart = z.string().regex(/^[\w-]{43}$/);
const PublicJwk = z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: KeyPart });
const PrivateJwk = PublicJwk.extend({ d: KeyPart });
const NamedJwk = z.looseObject({ kid: z.string().regex(keyIdForm) });

const readJwk = <Jwk>(shape: z.ZodType<Jwk>, text: string, rule: SecretRule): Result<Jwk, SecretRule> => {
  const written = parseJson(text);
  if (!written.ok) return written;
  const jwk = shape.safeParse(written.value);
  return jwk.success ? ok(jwk.data) : err(rule);
};

/** Node's own error may quote the key. */
const keyOf = (create: () => KeyObject, rule: SecretRule): Result<KeyObject, SecretRule> => {
  try {
    return ok(create());
  } catch {
    return err(rule);
  }
};
