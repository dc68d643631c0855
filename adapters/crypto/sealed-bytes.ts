import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

/** Encrypts under a fresh random iv: the result is iv, ciphertext and tag in one. `bound` must be given again to open it. */
export const sealBytes = (key: KeyObject, plain: Uint8Array, bound?: string): Uint8Array => {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagLength });
  if (bound !== undefined) cipher.setAAD(Buffer.from(bound));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** Gives the plain bytes, or undefined when key, text or `bound` is not the one they were sealed with. */
export const openBytes = (key: KeyObject, sealed: Uint8Array, bound?: string): Uint8Array | undefined => {
  if (sealed.length < ivLength + tagLength) return undefined;
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, ivLength), { authTagLength: tagLength });
  if (bound !== undefined) decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(-tagLength));
  const plain = decipher.update(sealed.subarray(ivLength, -tagLength));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return undefined;
  }
};
