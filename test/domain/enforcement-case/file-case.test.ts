import { describe, expect, it } from 'vitest';
import type { PartyFlags, PartyId } from '../../../domain/party/party.ts';
import type { UnitCode } from '../../../domain/unit/unit.ts';
import { inWords } from '../../support/in-words.ts';
import { aDebtor, filed, waiting } from './court-of-chuxiong.ts';

describe('filing a case', () => {
  it('sets the clocks of the court, draws up the notices to the debtor and a plan of whom to ask', () => {
    expect(inWords(filed().case().events())).toEqual([
      '2026-03-02 09:00 CaseFiled',
      '2026-03-02 09:00 ProposalDrawnUp noticeToDebtor',
      '2026-03-02 09:00 PlanDrawnUp',
      '2026-03-02 09:00 ProposalDrawnUp request',
      '2026-03-02 09:00 ProposalDrawnUp request',
    ]);
    expect(waiting(filed())).toEqual(['notice p-debtor', 'request C04-1', 'request C14-1']);
  });

  it('counts ten days for the notice from the day the application came, and six months for the case from its filing', () => {
    const { duties } = filed().case().state();
    expect(duties.map(({ limitId, clock, debtor }) => [limitId, clock.lastDay, debtor])).toEqual([
      ['T03', '2026-03-09', 'p-debtor'],
      ['T09', '2026-09-02', undefined],
    ]);
  });

  it('asks nothing of anybody before a person has signed', () => {
    expect(() => filed().request('C04-1')).toThrow('no request');
  });

  it('gives every debtor a notice, a clock and queries of his own, and the applicant none', () => {
    const court = filed(aDebtor(), aDebtor({ partyId: 'p-second' as PartyId }));
    expect(waiting(court)).toEqual([
      'notice p-debtor',
      'notice p-second',
      'request C04-1',
      'request C04-1',
      'request C14-1',
      'request C14-1',
    ]);
    expect(
      court
        .case()
        .state()
        .duties.filter(({ limitId }) => limitId === 'T03'),
    ).toHaveLength(2);
  });

  it('tells a deputy’s own congress, prefecture or county, and no other', () => {
    const sits = (level: 'prefecture' | 'county' | 'other', unit: string) => filed(aDebtor({ deputy: { level, unit } }));
    expect(waiting(sits('county', 'cx-congress'))).toContain('request C01-1');
    expect(waiting(sits('prefecture', 'cxz-congress'))).toContain('request C01-1');
    expect(waiting(sits('other', 'yn-congress'))).not.toContain('request C01-1');
    const asked = sits('prefecture', 'cxz-congress')
      .case()
      .state()
      .proposals.map(({ purpose }) => (purpose.kind === 'request' ? purpose.file : undefined));
    expect(asked).toContainEqual(expect.objectContaining({ actionId: 'C01-1', unit: 'cxz-congress' as UnitCode, specialSubject: true }));
  });

  it('tells the congress also of a deputy who leads a company that owes, and asks no queries about him', () => {
    const company: PartyFlags = { partyId: 'p-company' as PartyId, role: 'debtor', kind: 'organisation', detentionNeedsPermission: false };
    const leader: PartyFlags = {
      partyId: 'p-leader' as PartyId,
      role: 'legalRepresentative',
      kind: 'naturalPerson',
      represents: company.partyId,
      deputy: { level: 'county', unit: 'cx-congress' },
      detentionNeedsPermission: true,
    };
    expect(waiting(filed(company, leader))).toEqual(['notice p-company', 'request C01-1', 'request C04-1', 'request C14-1']);
  });

  it('puts on record that a congress is not in the registry, so that a clerk knows nobody was asked', () => {
    const court = filed(aDebtor({ deputy: { level: 'county', unit: 'sb-congress' } }));
    expect(court.case().events()).toContainEqual(
      expect.objectContaining({ type: 'NobodyToAsk', actionId: 'C01-1', problem: { kind: 'unitUnknown', unit: 'sb-congress' } }),
    );
    expect(waiting(court)).toEqual(['notice p-debtor', 'request C04-1', 'request C14-1']);
  });
});
