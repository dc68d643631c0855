import { createSecretKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { err, ok, type Result } from '../../domain/result.ts';

/**
 * The symmetric keys of one purpose. New text is encrypted with the active key; older keys stay for reading until nothing bears their
 * id. Keys are KeyObjects, so that a ring that is logged or serialised shows no key.
 */
export type KeyRing = {
  readonly activeId: string;
  readonly activeKey: KeyObject;
  readonly keyWithId: (id: string) => KeyObject | undefined;
};

/** Why a ring was refused. Carries nothing of what was read: a key pasted in the wrong place would come back in a log. */
export type KeyRingRule = 'notJson' | 'wrongShape' | 'keyIdForm' | 'keyNot32Bytes' | 'activeKeyMissing';

/** The form of a key id: short and lower-case, so that no base64 key fits and the id may be shown. */
export const keyIdForm = /^[a-z][a-z0-9-]{0,31}$/;

const RingText = z.strictObject({ active: z.string(), keys: z.record(z.string(), z.string()) });

/** Reads `{"active":"k2","keys":{"k1":"<base64, 32 bytes>","k2":"…"}}`. To rotate: add a key, make it active, keep the old one. */
export const parseKeyRing = (json: string): Result<KeyRing, KeyRingRule> => {
  const written = parseJson(json);
  if (!written.ok) return written;
  const ring = RingText.safeParse(written.value);
  if (!ring.success) return err('wrongShape');
  const { active, keys } = ring.data;
  if (![active, ...Object.keys(keys)].every((id) => keyIdForm.test(id))) return err('keyIdForm');
  const read = new Map(Object.entries(keys).map(([id, text]) => [id, parseSymmetricKey(text)]));
  if ([...read.values()].includes(undefined)) return err('keyNot32Bytes');
  const activeKey = read.get(active);
  return activeKey === undefined ? err('activeKeyMissing') : ok({ activeId: active, activeKey, keyWithId: (id) => read.get(id) });
};

/** Reads 32 bytes in standard base64; a key of another length is not shortened or stretched, it is refused. */
export const parseSymmetricKey = (base64: string): KeyObject | undefined => {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.length === 32 && bytes.toString('base64') === base64 ? createSecretKey(bytes) : undefined;
};

/** JSON.parse quotes its input in its errors, which here would be a key. */
export const parseJson = (json: string): Result<unknown, 'notJson'> => {
  try {
    return ok(JSON.parse(json));
  } catch {
    return err('notJson');
  }
};
