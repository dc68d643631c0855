import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * The SHA-256, in hex, of a value's canonical JSON: two values have the same hash exactly when they are the same JSON.
 * Throws for what JSON would drop or bend in silence (undefined, NaN, Date, Map, function, half a surrogate pair);
 * the error may name the place, never the value.
 * @see RFC 8785
 */
export const contentHash = (value: unknown): string => {
  demandJson(value, '$', new Set());
  return createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');
};

const demandJson = (value: unknown, path: string, around: ReadonlySet<object>): void => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return;
  if (typeof value === 'number') return demand(Number.isFinite(value), path, 'no finite number');
  demand(typeof value === 'object', path, `of type ${typeof value}`);
  if (typeof value !== 'object') return;
  demand(!around.has(value), path, 'part of itself');
  demand(Array.isArray(value) || isPlain(value), path, 'neither a list nor a plain object');
  for (const [key, part] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    demandJson(part, `${path}.${key}`, new Set(around).add(value));
  }
};

const demand = (holds: boolean, path: string, fault: string): void => {
  if (!holds) throw new TypeError(`Cannot hash ${path}: it is ${fault}`);
};

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === null || prototype === Object.prototype) && Object.getOwnPropertySymbols(value).length === 0;
};
