import { describe, expect, it } from 'vitest';
import { inScope, isSpecialSubject, parsePartyId, type PartyFlags, type PartyId, type SubjectScope } from '../../../domain/party/party.ts';
import { residentIdentityFor } from '../../support/identifiers.ts';

const id = (text: string) => text as PartyId;
const scopes: readonly SubjectScope[] = ['D', 'L', 'DD', 'HCD', 'X'];

const applicant: PartyFlags = { partyId: id('p-1'), role: 'applicant', kind: 'organisation', detentionNeedsPermission: false };
const company: PartyFlags = { partyId: id('p-2'), role: 'debtor', kind: 'organisation', detentionNeedsPermission: false };
const person: PartyFlags = { partyId: id('p-3'), role: 'debtor', kind: 'naturalPerson', detentionNeedsPermission: false };
const representing = (represents: PartyId): PartyFlags => ({
  partyId: id('p-4'),
  role: 'legalRepresentative',
  kind: 'naturalPerson',
  represents,
  detentionNeedsPermission: false,
});
const controlling = (represents: PartyId): PartyFlags => ({
  partyId: id('p-5'),
  role: 'responsiblePerson',
  kind: 'organisation',
  represents,
  detentionNeedsPermission: false,
});

const scopesOf = (party: PartyFlags) => scopes.filter((scope) => inScope(scope, party, [applicant, company, person, party]));

describe('the subject of an action', () => {
  it('is the debtor for D, and for DD and HCD only once listed or restricted', () => {
    expect(scopesOf(person)).toEqual(['D']);
    expect(scopesOf({ ...person, listedDishonest: true })).toEqual(['D', 'DD']);
    expect(scopesOf({ ...company, restrictedConsumer: true })).toEqual(['D', 'HCD']);
    expect(scopesOf({ ...company, listedDishonest: false, restrictedConsumer: false })).toEqual(['D']);
  });

  it('is never the applicant, even one who is listed in another case', () => {
    expect(scopesOf({ ...applicant, listedDishonest: true, restrictedConsumer: true })).toEqual([]);
  });

  it('is the legal representative of a debtor organisation for L', () => {
    expect(scopesOf(representing(company.partyId))).toEqual(['L']);
    expect(scopesOf({ ...representing(company.partyId), restrictedConsumer: true, listedDishonest: true })).toEqual(['L', 'HCD']);
  });

  it('is nobody who represents the applicant, a natural person or somebody outside the case', () => {
    expect(scopesOf(representing(applicant.partyId))).toEqual([]);
    expect(scopesOf(representing(person.partyId))).toEqual([]);
    expect(scopesOf({ ...representing(id('p-9')), restrictedConsumer: true })).toEqual([]);
  });

  it('is a head, responsible person or controller of the debtor organisation for X, also when the controller is a company', () => {
    expect(scopesOf(controlling(company.partyId))).toEqual(['X']);
    expect(scopesOf(controlling(applicant.partyId))).toEqual([]);
  });
});

describe('a special subject', () => {
  it('is a deputy or whoever bears one of the flags', () => {
    expect(isSpecialSubject(person)).toBe(false);
    expect(isSpecialSubject({ ...person, specialSubject: { stateOrganStaff: false } })).toBe(false);
    expect(isSpecialSubject({ ...person, specialSubject: { stateOrganStaff: true } })).toBe(true);
    expect(isSpecialSubject({ ...person, deputy: { level: 'county', unit: 'npc-chuxiong-shi' } })).toBe(true);
  });
});

describe('a party id', () => {
  it('is opaque', () => {
    expect(parsePartyId('p-0b1f6c9e-55a0-4c5e-9a3f-3f1f7f0f2d11')).toEqual({ ok: true, value: 'p-0b1f6c9e-55a0-4c5e-9a3f-3f1f7f0f2d11' });
    expect(parsePartyId('p-1').ok).toBe(true);
  });

  it.each(['', 'p-', '1', 'p-甲试例', 'p-A', 'p-1-', 'p--1', `p-${'a'.repeat(63)}`])('is refused when it is %j', (text) => {
    expect(parsePartyId(text)).toEqual({ ok: false, error: { kind: 'invalidPartyId' } });
  });

  it('is refused when an identity number hides in it', () => {
    expect(parsePartyId(`p-${residentIdentityFor('1990-01-01')}`)).toEqual({ ok: false, error: { kind: 'invalidPartyId' } });
    expect(parsePartyId(`p-11010519491231002x`)).toEqual({ ok: false, error: { kind: 'invalidPartyId' } });
  });
});
