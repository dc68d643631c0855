import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readSecrets, type SecretName } from '../../../adapters/crypto/secrets.ts';
import { freshKeys } from '../../support/key-rings.ts';

const pair = generateKeyPairSync('ed25519');
const privateJwk = { ...pair.privateKey.export({ format: 'jwk' }), kid: 'court-1' };
const publicJwk = pair.publicKey.export({ format: 'jwk' });
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const env = {
  LIANDONG_CODEC_KEYS: JSON.stringify({ active: 'k1', keys: freshKeys('k1') }),
  LIANDONG_DOSSIER_KEYS: JSON.stringify({ active: 'd1', keys: freshKeys('d1', 'd0') }),
  LIANDONG_BLIND_INDEX_KEY: randomBytes(32).toString('base64'),
  LIANDONG_ASSERTION_PRIVATE_KEY: JSON.stringify(privateJwk),
  LIANDONG_ASSERTION_PUBLIC_KEY: JSON.stringify(publicJwk),
  LIANDONG_COURT_SIGNING_KEY: JSON.stringify(privateJwk),
};
const all: readonly SecretName[] = [
  'codecKeys',
  'dossierKeys',
  'blindIndexKey',
  'assertionPrivateKey',
  'assertionPublicKey',
  'courtSigningKey',
];

describe('the secrets of a deployment', () => {
  it('are read from the environment', () => {
    const secrets = readSecrets(env, [
      'codecKeys',
      'dossierKeys',
      'blindIndexKey',
      'assertionPrivateKey',
      'assertionPublicKey',
      'courtSigningKey',
    ]);
    if (!secrets.ok) throw new Error(JSON.stringify(secrets.error));
    expect(secrets.value.codecKeys.activeId).toBe('k1');
    expect(secrets.value.dossierKeys.keyWithId('d0')?.symmetricKeySize).toBe(32);
    expect(secrets.value.blindIndexKey.symmetricKeySize).toBe(32);
    expect(secrets.value.assertionPrivateKey.type).toBe('private');
    expect(secrets.value.assertionPublicKey.equals(pair.publicKey)).toBe(true);
    expect(secrets.value.courtSigningKey.keyId).toBe('court-1');
  });

  it('are read only as far as an entrance asks: a worker runs without the key that signs for persons', () => {
    const { LIANDONG_ASSERTION_PRIVATE_KEY: _, ...workerEnv } = env;
    const secrets = readSecrets(workerEnv, ['codecKeys', 'assertionPublicKey']);
    expect(secrets.ok && Object.keys(secrets.value)).toEqual(['codecKeys', 'assertionPublicKey']);
  });

  it('are asked for all at once when they are missing or blank', () => {
    expect(readSecrets({ LIANDONG_BLIND_INDEX_KEY: ' ' }, all)).toEqual({
      ok: false,
      error: Object.keys(env).map((variable) => ({ variable, rule: 'missing' })),
    });
  });

  it.each<[SecretName, string, string, string]>([
    ['codecKeys', 'LIANDONG_CODEC_KEYS', env.LIANDONG_BLIND_INDEX_KEY, 'notJson'],
    ['dossierKeys', 'LIANDONG_DOSSIER_KEYS', JSON.stringify({ active: 'k1', keys: { k1: 'c2hvcnQ=' } }), 'keyNot32Bytes'],
    ['blindIndexKey', 'LIANDONG_BLIND_INDEX_KEY', randomBytes(16).toString('base64'), 'keyNot32Bytes'],
    ['assertionPrivateKey', 'LIANDONG_ASSERTION_PRIVATE_KEY', privateJwk.d ?? '', 'notJson'],
    ['assertionPrivateKey', 'LIANDONG_ASSERTION_PRIVATE_KEY', env.LIANDONG_ASSERTION_PUBLIC_KEY, 'notEd25519PrivateJwk'],
    ['assertionPrivateKey', 'LIANDONG_ASSERTION_PRIVATE_KEY', JSON.stringify({ ...privateJwk, d: 'short' }), 'notEd25519PrivateJwk'],
    [
      'assertionPrivateKey',
      'LIANDONG_ASSERTION_PRIVATE_KEY',
      JSON.stringify(elliptic.privateKey.export({ format: 'jwk' })),
      'notEd25519PrivateJwk',
    ],
    [
      'assertionPublicKey',
      'LIANDONG_ASSERTION_PUBLIC_KEY',
      JSON.stringify(elliptic.publicKey.export({ format: 'jwk' })),
      'notEd25519PublicJwk',
    ],
    ['assertionPublicKey', 'LIANDONG_ASSERTION_PUBLIC_KEY', env.LIANDONG_ASSERTION_PRIVATE_KEY, 'publicJwkHoldsPrivateKey'],
    ['courtSigningKey', 'LIANDONG_COURT_SIGNING_KEY', JSON.stringify({ ...privateJwk, kid: undefined }), 'kidMissing'],
    ['courtSigningKey', 'LIANDONG_COURT_SIGNING_KEY', JSON.stringify({ ...privateJwk, kid: privateJwk.d }), 'kidMissing'],
  ])('%s: %s is refused by name and rule, without a letter of its value', (name, variable, text, rule) => {
    expect(readSecrets({ ...env, [variable]: text }, [name])).toEqual({ ok: false, error: [{ variable, rule }] });
  });
});
