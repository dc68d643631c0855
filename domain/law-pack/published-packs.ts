import { err, ok, type Result } from '../result.ts';
import { november2026 } from './2026-11/pack.ts';
import type { LawPack, LawPackId } from './law-pack.ts';

/** Every pack ever published, oldest first. Packs are added here and never removed: a running case may name any of them. */
export const publishedPacks: readonly LawPack[] = [november2026];

/** The pack that a new case is filed under. */
export const newestLawPackId: LawPackId = november2026.id;

export const parseLawPackId = (text: string): Result<LawPackId, { readonly kind: 'unknownLawPack'; readonly text: string }> => {
  const pack = publishedPacks.find(({ id }) => id === text);
  return pack === undefined ? err({ kind: 'unknownLawPack', text }) : ok(pack.id);
};

/** The pack a state names. @throws when this release does not carry it, for then it is older than the case and must not decide it. */
export const lawPackOf = (id: LawPackId): LawPack => {
  const pack = publishedPacks.find((published) => published.id === id);
  if (pack === undefined) throw new Error(`This release does not carry law pack ${id}`);
  return pack;
};
