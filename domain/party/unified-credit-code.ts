import type { Brand } from '../brand.ts';
import { err, ok, type Result } from '../result.ts';

/** A 统一社会信用代码 whose characters and check character have been proven. */
export type UnifiedCreditCode = Brand<string, 'UnifiedCreditCode'>;

/** Names the rule that was broken and never repeats the code, so that a refusal may be logged. */
export type UnifiedCreditCodeError = {
  readonly kind: 'wrongLength' | 'forbiddenCharacter' | 'regionNotDigits' | 'wrongCheckCharacter';
};

/**
 * Reads a normalised 统一社会信用代码: registering authority, category, six digits of region, nine characters of organisation code,
 * check character. The letters I, O, S, V and Z do not exist in it; lower case is refused, not corrected.
 * @see GB 32100-2015
 */
export const parseUnifiedCreditCode = (text: string): Result<UnifiedCreditCode, UnifiedCreditCodeError> => {
  const broken = brokenRule(text);
  return broken === undefined ? ok(text as UnifiedCreditCode) : err({ kind: broken });
};

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const brokenRule = (text: string): UnifiedCreditCodeError['kind'] | undefined => {
  const characters = Array.from(text);
  if (characters.length !== 18) return 'wrongLength';
  if (!characters.every((character) => alphabet.includes(character))) return 'forbiddenCharacter';
  if (!/^\d{6}$/.test(text.slice(2, 8))) return 'regionNotDigits';
  return checkCharacterOf(text) === text[17] ? undefined : 'wrongCheckCharacter';
};

/** The powers of three modulo 31. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

const checkCharacterOf = (text: string): string | undefined => {
  const sum = weights.reduce((total, weight, position) => total + weight * alphabet.indexOf(text.charAt(position)), 0);
  return alphabet[(31 - (sum % 31)) % 31];
};
