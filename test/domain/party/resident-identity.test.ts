import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate } from '../../../domain/calendar/instant.ts';
import { parseResidentIdentity } from '../../../domain/party/resident-identity.ts';
import { residentIdentityFor } from '../../support/identifiers.ts';

const today = '2026-02-24' as CivilDate;
const read = (text: string) => parseResidentIdentity(text, today);
const refusal = (text: string) => {
  const parsed = read(text);
  return parsed.ok ? 'accepted' : parsed.error.kind;
};

const aBirth = fc.integer({ min: 0, max: 45_000 }).map((days) => addDays('1900-01-01' as CivilDate, days));
const anArea = fc.constantFrom('532301', '110105', '440305', '650102', '810000', '830000');
const aNumber = fc
  .tuple(aBirth, anArea, fc.integer({ min: 0, max: 499 }), fc.constantFrom('male' as const, 'female' as const))
  .map(([birth, area, seq, sex]) => residentIdentityFor(birth, area, seq, sex));

describe('a 公民身份号码', () => {
  it('is accepted when area, birth and check digit hold', () => {
    expect(read('11010519491231002X')).toEqual({ ok: true, value: '11010519491231002X' });
  });

  it('is accepted for every birthday, area and order of a living person', () => {
    fc.assert(fc.property(aNumber, (number) => read(number).ok));
  });

  it('is refused after any single wrong digit', () => {
    const wrong = fc.tuple(aNumber, fc.nat(17), fc.constantFrom(...Array.from('0123456789X'))).map(([number, position, digit]) => ({
      number,
      altered: number.slice(0, position) + digit + number.slice(position + 1),
    }));
    fc.assert(fc.property(wrong, ({ number, altered }) => altered === number || !read(altered).ok));
  });

  it('is refused after two neighbouring digits were exchanged', () => {
    const exchanged = fc.tuple(aNumber, fc.nat(16)).map(([number, at]) => ({
      number,
      altered: number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2),
    }));
    fc.assert(fc.property(exchanged, ({ number, altered }) => altered === number || !read(altered).ok));
  });

  it('agrees with an independent library on numbers of known areas, right or wrong', () => {
    const candidate = fc.tuple(aNumber, fc.nat(99)).map(([number, ending]) => number.slice(0, 16) + String(ending).padStart(2, '0'));
    fc.assert(fc.property(fc.oneof(aNumber, candidate), (number) => read(number).ok === stdnum['CN']?.['ric']?.validate(number).isValid));
  });

  it.each([
    ['53230119900101001', 'wrongLength'],
    ['532301900101001', 'wrongLength'],
    ['', 'wrongLength'],
    ['53230119900101001x', 'forbiddenCharacter'],
    ['5323011990010100一1', 'forbiddenCharacter'],
    [residentIdentityFor('1990-01-01', '162301'), 'unknownArea'],
    [residentIdentityFor('1990-01-01', '002301'), 'unknownArea'],
    [residentIdentityFor('1990-01-01', '912301'), 'unknownArea'],
    [residentIdentityFor('1990-02-30'), 'impossibleDate'],
    [residentIdentityFor('2025-02-29'), 'impossibleDate'],
    [residentIdentityFor('1990-13-01'), 'impossibleDate'],
    [residentIdentityFor('1899-12-31'), 'impossibleDate'],
    [residentIdentityFor(addDays(today, 1)), 'impossibleDate'],
  ])('%s is refused as %s', (number, kind) => {
    expect(refusal(number)).toBe(kind);
  });

  it('is accepted for a child born today and for 29 February of a leap year', () => {
    expect(read(residentIdentityFor(today)).ok).toBe(true);
    expect(read(residentIdentityFor('2024-02-29')).ok).toBe(true);
  });

  it('is refused by the check digit alone when only that is wrong', () => {
    expect(refusal('110105194912310021')).toBe('wrongCheckDigit');
  });

  it('never appears in its own refusal', () => {
    fc.assert(fc.property(aNumber, (number) => !JSON.stringify(read(`${number.slice(0, 17)}?`)).includes(number.slice(6, 17))));
  });
});
