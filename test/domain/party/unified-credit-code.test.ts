import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { parseUnifiedCreditCode } from '../../../domain/party/unified-credit-code.ts';
import { unifiedCreditCodeFor } from '../../support/identifiers.ts';

const alphabet = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');
const refusal = (text: string) => {
  const parsed = parseUnifiedCreditCode(text);
  return parsed.ok ? 'accepted' : parsed.error.kind;
};

const anOrganisation = fc.array(fc.constantFrom(...alphabet), { minLength: 8, maxLength: 8 }).map((characters) => characters.join(''));
const aRegion = fc.integer({ min: 100_000, max: 659_999 }).map(String);
const aCode = fc
  .tuple(anOrganisation, aRegion, fc.constantFrom('91', '92', '51', '12'))
  .map(([organisation, region, registrar]) => unifiedCreditCodeFor(organisation, region, registrar));

describe('a 统一社会信用代码', () => {
  it('is accepted with its check character and refused with the next', () => {
    expect(parseUnifiedCreditCode('91350100M000100Y43')).toEqual({ ok: true, value: '91350100M000100Y43' });
    expect(refusal('91350100M000100Y44')).toBe('wrongCheckCharacter');
  });

  it('is accepted for every organisation, region and registrar', () => {
    fc.assert(fc.property(aCode, (code) => refusal(code) === 'accepted'));
  });

  it('is accepted when registered with the agricultural authority, whose codes begin with a letter', () => {
    expect(refusal(unifiedCreditCodeFor('MF000000', '532301', 'N2'))).toBe('accepted');
  });

  it('is refused after any single wrong character', () => {
    const wrong = fc.tuple(aCode, fc.nat(17), fc.constantFrom(...alphabet)).map(([code, position, character]) => ({
      code,
      altered: code.slice(0, position) + character + code.slice(position + 1),
    }));
    fc.assert(fc.property(wrong, ({ code, altered }) => altered === code || refusal(altered) !== 'accepted'));
  });

  it('agrees with an independent library, except that the library knows no check character 0', () => {
    const candidate = fc.tuple(aCode, fc.constantFrom(...alphabet)).map(([code, check]) => code.slice(0, 17) + check);
    fc.assert(
      fc.property(fc.oneof(aCode, candidate), (code) => {
        fc.pre(!code.endsWith('0'));
        return (refusal(code) === 'accepted') === stdnum['CN']?.['uscc']?.validate(code).isValid;
      }),
    );
  });

  it('may end in the check character 0', () => {
    const codes = Array.from({ length: 200 }, (_, number) => unifiedCreditCodeFor(`MA${String(number).padStart(6, '0')}`));
    const ending = codes.filter((code) => code.endsWith('0'));
    expect(ending).not.toEqual([]);
    expect(ending.map(refusal)).toEqual(ending.map(() => 'accepted'));
  });

  it.each([
    ['91350100M000100Y4', 'wrongLength'],
    ['91350100M000100Y431', 'wrongLength'],
    ['91350100I000100Y43', 'forbiddenCharacter'],
    ['91350100m000100y43', 'forbiddenCharacter'],
    ['91350100-000100Y43', 'forbiddenCharacter'],
    ['9135010AM000100Y43', 'regionNotDigits'],
  ])('%s is refused as %s', (code, kind) => {
    expect(refusal(code)).toBe(kind);
  });
});
