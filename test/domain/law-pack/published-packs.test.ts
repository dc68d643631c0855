import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { lawPackOf, newestLawPackId, parseLawPackId, publishedPacks } from '../../../domain/law-pack/published-packs.ts';
import type { LawPackId } from '../../../domain/law-pack/law-pack.ts';

/**
 * The sha256 of each pack's canonical JSON on the day it was published. A line is added for a new pack and never changed: cases have
 * been decided by these dates. Whatever must be different goes into a new pack.
 */
const publishedHashes: Readonly<Record<string, string>> = {
  '2026-11': '37d27e2854f98e2ce928bf64046570dd814feaf983f80bddb56f8bf9b6192ddb',
};

describe('published law packs', () => {
  it('are never edited', () => {
    const hashes = Object.fromEntries(publishedPacks.map((pack) => [pack.id, sha256(pack)]));
    expect(hashes).toEqual(publishedHashes);
  });

  it('are plain data: what JSON carries is the whole pack', () => {
    for (const pack of publishedPacks) expect(JSON.parse(JSON.stringify(pack))).toStrictEqual(pack);
  });

  it('are found by the id a case carries', () => {
    const id = parseLawPackId('2026-11');
    expect(id.ok && lawPackOf(id.value).id).toBe('2026-11');
    expect(newestLawPackId).toBe(publishedPacks.at(-1)?.id);
  });

  it('refuse an unknown id at the door, and stop a release that is older than the case', () => {
    expect(parseLawPackId('2031-05')).toEqual({ ok: false, error: { kind: 'unknownLawPack', text: '2031-05' } });
    expect(() => lawPackOf('2031-05' as LawPackId)).toThrow('2031-05');
  });
});

const sha256 = (pack: object): string =>
  createHash('sha256')
    .update(canonicalize(pack) ?? '')
    .digest('hex');
