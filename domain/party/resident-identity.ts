import type { Brand } from '../brand.ts';
import { parseCivilDate, type CivilDate } from '../calendar/instant.ts';
import { err, ok, type Result } from '../result.ts';

/** A 公民身份号码 whose area, birth date and check digit have been proven. It says nothing about whether such a person exists. */
export type ResidentIdentity = Brand<string, 'ResidentIdentity'>;

/** Names the rule that was broken and never repeats the number, so that a refusal may be logged. */
export type ResidentIdentityError = {
  readonly kind: 'wrongLength' | 'forbiddenCharacter' | 'unknownArea' | 'impossibleDate' | 'wrongCheckDigit';
};

/**
 * Reads a normalised 公民身份号码: six digits of area, eight of birth, three of order, one check digit (MOD 11-2).
 * A birth after `today` or before 1900 is as impossible as 30 February.
 * @see GB 11643-1999
 */
export const parseResidentIdentity = (text: string, today: CivilDate): Result<ResidentIdentity, ResidentIdentityError> => {
  const broken = brokenRule(text, today);
  return broken === undefined ? ok(text as ResidentIdentity) : err({ kind: broken });
};

const brokenRule = (text: string, today: CivilDate): ResidentIdentityError['kind'] | undefined => {
  if (Array.from(text).length !== 18) return 'wrongLength';
  if (!/^\d{17}[\dX]$/.test(text)) return 'forbiddenCharacter';
  if (!provinces.has(text.slice(0, 2))) return 'unknownArea';
  if (!isPossibleBirth(text.slice(6, 14), today)) return 'impossibleDate';
  return checkDigitOf(text) === text[17] ? undefined : 'wrongCheckDigit';
};

/** The province digits of GB/T 2260. 81, 82 and 83 are printed on the residence permits of residents of Hong Kong, Macao and Taiwan. */
const provinces: ReadonlySet<string> = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

const isPossibleBirth = (digits: string, today: CivilDate): boolean => {
  const birth = parseCivilDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`);
  return birth.ok && birth.value >= '1900-01-01' && birth.value <= today;
};

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const checkDigitOf = (text: string): string | undefined => {
  const sum = weights.reduce((total, weight, position) => total + weight * Number(text[position]), 0);
  return '10X98765432'[sum % 11];
};
