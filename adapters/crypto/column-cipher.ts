import { createHmac, type KeyObject } from 'node:crypto';
import { err, ok, type Result } from '../../domain/result.ts';
import type { KeyRing } from './key-ring.ts';
import { openBytes, sealBytes } from './sealed-bytes.ts';

/** The one place where a sealed value may lie. */
export type ColumnPlace = { readonly table: string; readonly column: string; readonly rowId: string };

/** `doesNotOpen`: altered, moved to another place, or sealed with another key of the same id. */
export type ColumnCipherError = { readonly kind: 'malformed' | 'unknownKey' | 'doesNotOpen' };

export type ColumnCipher = {
  /** Gives `v1.<key id>.<base64url>`; sealing twice gives two different texts. Throws for half a surrogate pair, which would be lost. */
  readonly seal: (place: ColumnPlace, plain: string) => string;
  readonly open: (place: ColumnPlace, sealed: string) => Result<string, ColumnCipherError>;
  /**
   * Gives the hex digest under which a value is found again without being readable. The same for ever in one court deployment, another
   * in every other: its key cannot be rotated without computing every index anew. The caller normalises; `kind` keeps equal texts of
   * different meaning apart.
   */
  readonly blindIndex: (kind: string, normalisedValue: string) => string;
};

const version = 'v1';

/** Encrypts dossier columns with AES-256-GCM, each bound to its table, column and row: a value copied to another row does not open. */
export const createColumnCipher = (keys: KeyRing, blindIndexKey: KeyObject): ColumnCipher => ({
  seal: (place, plain) => {
    const bytes = sealBytes(keys.activeKey, exactBytes(plain), boundTo(place));
    return `${version}.${keys.activeId}.${Buffer.from(bytes).toString('base64url')}`;
  },
  open: (place, sealed) => {
    const [, keyId = '', bytes = ''] = /^v1\.([^.]+)\.([\w-]+)$/.exec(sealed) ?? [];
    if (bytes === '') return err({ kind: 'malformed' });
    const key = keys.keyWithId(keyId);
    if (key === undefined) return err({ kind: 'unknownKey' });
    const plain = openBytes(key, Buffer.from(bytes, 'base64url'), boundTo(place));
    return plain === undefined ? err({ kind: 'doesNotOpen' }) : ok(Buffer.from(plain).toString());
  },
  blindIndex: (kind, normalisedValue) =>
    createHmac('sha256', blindIndexKey)
      .update(JSON.stringify([kind, normalisedValue]))
      .digest('hex'),
});

/** Written as JSON, so that no two places can be written alike. */
const boundTo = ({ table, column, rowId }: ColumnPlace): string => JSON.stringify([version, table, column, rowId]);

const exactBytes = (plain: string): Buffer => {
  const bytes = Buffer.from(plain);
  if (bytes.toString() !== plain) throw new TypeError('Cannot seal a text that holds half a surrogate pair');
  return bytes;
};
