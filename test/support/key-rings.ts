import { randomBytes } from 'node:crypto';
import { parseKeyRing, type KeyRing } from '../../adapters/crypto/key-ring.ts';

export type RawKeys = Readonly<Record<string, string>>;

/** Fresh keys under the given ids, in the form of the environment. */
export const freshKeys = (...ids: readonly string[]): RawKeys =>
  Object.fromEntries(ids.map((id) => [id, randomBytes(32).toString('base64')]));

/** A ring over these keys with one of them active. */
export const keyRingOf = (keys: RawKeys, active: string): KeyRing => {
  const ring = parseKeyRing(JSON.stringify({ active, keys }));
  if (!ring.ok) throw new Error(`The test's own key ring is refused: ${ring.error}`);
  return ring.value;
};
