import type { Brand } from '../brand.ts';
import { err, ok, type Result } from '../result.ts';

/** The name of a person or organisation, character for character as the court wrote it. */
export type PartyName = Brand<string, 'PartyName'>;

/** Names the rule that was broken and never repeats the name. */
export type PartyNameError = { readonly kind: 'emptyName' | 'nameTooLong' | 'controlCharacter' };

/** A name may hold this many characters; a rare one such as 𠮷 counts as one. */
export const longestName = 100;

/**
 * Keeps a name exactly: no trimming, no folding of rare or variant characters, for units match persons on the name as printed.
 * Refuses what no eye can see on a paper: control and direction marks, zero-width signs, halves of a character.
 */
export const parsePartyName = (text: string): Result<PartyName, PartyNameError> => {
  const characters = Array.from(text);
  if (text.trim() === '') return err({ kind: 'emptyName' });
  if (characters.length > longestName) return err({ kind: 'nameTooLong' });
  return characters.some(isInvisible) ? err({ kind: 'controlCharacter' }) : ok(text as PartyName);
};

/** Written out as ranges, because the sandbox must decide the same way under every future Unicode table. */
const invisible: readonly (readonly [from: number, to: number])[] = [
  [0x0000, 0x001f],
  [0x007f, 0x009f],
  [0x00ad, 0x00ad],
  [0x061c, 0x061c],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  [0xe0000, 0xe007f],
];

const isInvisible = (character: string): boolean => {
  const point = character.codePointAt(0) ?? 0;
  return invisible.some(([from, to]) => point >= from && point <= to);
};
