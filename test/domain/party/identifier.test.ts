import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/instant.ts';
import { normaliseIdentifier, parseIdentifier } from '../../../domain/party/identifier.ts';
import { residentIdentityFor, unifiedCreditCodeFor } from '../../support/identifiers.ts';

const today = '2026-02-24' as CivilDate;
const fullWidth = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

describe('an identifier as a person typed it', () => {
  it('is the same number in full width, with a small x and with spaces around it', () => {
    const expected = { ok: true, value: { type: 'residentIdentity', value: '11010519491231002X' } };
    expect(parseIdentifier('residentIdentity', ' 11010519491231002x　', today)).toEqual(expected);
    expect(parseIdentifier('residentIdentity', fullWidth('11010519491231002x'), today)).toEqual(expected);
  });

  it('is read as the kind of number it was given for', () => {
    const code = unifiedCreditCodeFor();
    expect(parseIdentifier('unifiedCreditCode', fullWidth(code), today)).toEqual({
      ok: true,
      value: { type: 'unifiedCreditCode', value: code },
    });
    expect(parseIdentifier('residentIdentity', code, today)).toEqual({
      ok: false,
      error: { type: 'residentIdentity', kind: 'forbiddenCharacter' },
    });
  });

  it('is not corrected beyond that: inner spaces, hyphens and other small letters stay and are refused', () => {
    const number = residentIdentityFor('1990-01-01');
    expect(normaliseIdentifier(` ${number.slice(0, 6)} ${number.slice(6)} `)).toBe(`${number.slice(0, 6)} ${number.slice(6)}`);
    expect(parseIdentifier('residentIdentity', `${number.slice(0, 6)}-${number.slice(6)}`, today)).toMatchObject({
      error: { kind: 'wrongLength' },
    });
    expect(parseIdentifier('unifiedCreditCode', unifiedCreditCodeFor().toLowerCase(), today)).toMatchObject({
      error: { type: 'unifiedCreditCode', kind: 'forbiddenCharacter' },
    });
  });

  it('is normalised once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => normaliseIdentifier(normaliseIdentifier(text)) === normaliseIdentifier(text)),
    );
  });
});
