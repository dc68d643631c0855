import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Trouble } from './say.mjs';
import { readText } from './stamp.mjs';

/** Which process is handed which keys: none sees what it has no use for. */
export const keysOf = {
  worker: [
    'LIANDONG_CODEC_KEYS',
    'LIANDONG_DOSSIER_KEYS',
    'LIANDONG_BLIND_INDEX_KEY',
    'LIANDONG_ASSERTION_PUBLIC_KEY',
    'LIANDONG_COURT_SIGNING_KEY',
  ],
  api: [
    'LIANDONG_CODEC_KEYS',
    'LIANDONG_DOSSIER_KEYS',
    'LIANDONG_BLIND_INDEX_KEY',
    'LIANDONG_ASSERTION_PRIVATE_KEY',
    'LIANDONG_ASSERTION_PUBLIC_KEY',
    'LIANDONG_UNIT_PUBLIC_KEYS',
    'LIANDONG_DEMO_ISSUER_KEY',
  ],
  simulator: ['LIANDONG_UNIT_PRIVATE_KEYS', 'LIANDONG_COURT_PUBLIC_KEY'],
};

export const pick = (secrets, names) => Object.fromEntries(names.map((name) => [name, secrets[name]]));

/**
 * The keys of a demo court, each under the name of the variable that hands it to a process. They are made once and kept, for what they
 * have encrypted cannot be read without them; a key that a later version adds is made then. Only the owner may read the file. A key that
 * the environment names is taken from there.
 */
export const keepSecrets = async (file, env) => {
  const kept = parse(file, (await readText(file)) ?? '{}');
  const secrets = { ...newKeys(), ...kept };
  if (Object.keys(secrets).length > Object.keys(kept).length) await writePrivately(file, `${JSON.stringify(secrets, undefined, 2)}\n`);
  const given = Object.keys(secrets).filter((name) => env[name]);
  return withPublicKeys({ ...secrets, ...pick(env, given) });
};

/** Keys for one test run. */
export const passingSecrets = () => withPublicKeys(newKeys());

const newKeys = () => ({
  LIANDONG_PG_PASSWORD: randomBytes(24).toString('base64url'),
  LIANDONG_CODEC_KEYS: keyRing(),
  LIANDONG_DOSSIER_KEYS: keyRing(),
  LIANDONG_BLIND_INDEX_KEY: symmetricKey(),
  LIANDONG_ASSERTION_PRIVATE_KEY: JSON.stringify(signingKey('api')),
  LIANDONG_COURT_SIGNING_KEY: JSON.stringify(signingKey('court')),
  LIANDONG_UNIT_KEYS: JSON.stringify([signingKey('demo-units')]),
  LIANDONG_DEMO_ISSUER_KEY: JSON.stringify(signingKey('demo-issuer')),
});

const symmetricKey = () => randomBytes(32).toString('base64');

const keyRing = () => JSON.stringify({ active: 'k1', keys: { k1: symmetricKey() } });

const signingKey = (kid) => ({ ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid });

/** Derived and never stored, so that no pair can fall apart. */
const withPublicKeys = (secrets) => ({
  ...secrets,
  LIANDONG_ASSERTION_PUBLIC_KEY: JSON.stringify(publicKeyOf(JSON.parse(secrets.LIANDONG_ASSERTION_PRIVATE_KEY))),
  LIANDONG_COURT_PUBLIC_KEY: JSON.stringify(publicKeyOf(JSON.parse(secrets.LIANDONG_COURT_SIGNING_KEY))),
  LIANDONG_UNIT_PRIVATE_KEYS: JSON.stringify({ '*': JSON.parse(secrets.LIANDONG_UNIT_KEYS)[0] }),
  LIANDONG_UNIT_PUBLIC_KEYS: JSON.stringify(JSON.parse(secrets.LIANDONG_UNIT_KEYS).map(publicKeyOf)),
});

const publicKeyOf = (jwk) => ({
  ...createPublicKey(createPrivateKey({ key: jwk, format: 'jwk' })).export({ format: 'jwk' }),
  kid: jwk.kid,
});

/** What the parser says may quote a key. */
const parse = (file, text) => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Trouble(`密钥文件已损坏：${file}`, [
      '请从备份恢复；没有它，已加密的案卷内容无法读出',
      '若是演示数据、不必保留：删除 .liandong 目录后重新 npm start',
    ]);
  }
};

/** Written beside and moved into place: a file half written would lock the court out of its own records. */
const writePrivately = async (file, text) => {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
};
