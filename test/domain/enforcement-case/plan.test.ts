import { describe, expect, it } from 'vitest';
import type { EnforcementCase, Planning } from '../../../domain/enforcement-case/case.ts';
import { drawUpPlan } from '../../../domain/enforcement-case/plan.ts';
import { evolveCase } from '../../../domain/enforcement-case/evolve.ts';
import type { PartyId } from '../../../domain/party/party.ts';
import type { ReferralNo } from '../../../domain/referral/referral.ts';
import { inWords } from '../../support/in-words.ts';
import { moment } from '../../support/story.ts';
import { aDebtor, aHouse, allSign, filed, owedOn, pays, theDebtor, units } from './court-of-chuxiong.ts';

const paid = (): EnforcementCase => {
  const court = filed();
  pays(court, owedOn('2026-03-02'));
  return court.case().state();
};
const found: Planning = { trigger: 'propertyFound', subjects: [theDebtor], properties: [aHouse().propertyId] };
const planned = (book: EnforcementCase, planning: Planning) =>
  inWords(drawUpPlan({ ...book, planning: [planning] }, planning, units, moment('2026-03-02 10:00')));

describe('a plan', () => {
  it('is drawn up once for each occasion, and in the order of the occasions', () => {
    const book: EnforcementCase = { ...filed().case().state(), planning: [found, { ...found, properties: [] }] };
    const after = drawUpPlan(book, found, units, filed().now()).reduce(evolveCase, book);
    expect(after.planning).toEqual([{ ...found, properties: [] }]);
  });

  it('seals what belongs to the debtor it was found with, and not what belongs to another', () => {
    const court = filed(aDebtor(), aDebtor({ partyId: 'p-second' as PartyId }));
    allSign(court)
      .says('1', { kind: 'noRecord' })
      .says('3', { kind: 'records', properties: [aHouse(1)] })
      .says('4', { kind: 'records', properties: [aHouse(2)] });
    const seals = court
      .case()
      .state()
      .proposals.map(({ purpose }) =>
        purpose.kind === 'request' ? [purpose.file.subject, purpose.file.lines.map(({ property }) => property)] : [],
      );
    expect(seals).toEqual([
      ['p-debtor', ['w-1']],
      ['p-second', ['w-2']],
    ]);
  });

  it('gives every request a number of its own, across all plans of the case', () => {
    const court = allSign(filed()).says('C14-1', { kind: 'records', properties: [aHouse()] });
    allSign(court);
    expect(
      court
        .case()
        .state()
        .requests.map(({ requestNo }) => requestNo.split('/')[1]),
    ).toEqual(['1', '2', '3']);
  });

  it('asks nobody for what was found a moment before everything was paid', () => {
    const house = { propertyId: aHouse().propertyId, type: 'realEstate', owner: theDebtor } as const;
    expect(planned({ ...paid(), properties: [house] }, found)).toEqual(['2026-03-02 10:00 PlanDrawnUp']);
    expect(planned({ ...filed().case().state(), properties: [house] }, found)).toEqual([
      '2026-03-02 10:00 PlanDrawnUp',
      '2026-03-02 10:00 ProposalDrawnUp request',
    ]);
  });

  it('asks the procuratorate for nothing once the police have filed after all', () => {
    const referral = {
      referralNo: '2026-yun2301-zhi-123/r1' as ReferralNo,
      debtor: theDebtor,
      ground: 'concealsProperty',
      upTo: 3,
      standing: 'filed',
    } as const;
    const planning: Planning = { trigger: 'policeDidNotFile', subjects: [theDebtor], properties: [], referral: referral.referralNo };
    const book = filed().case().state();
    expect(planned({ ...book, referrals: [referral] }, planning)).toEqual(['2026-03-02 10:00 PlanDrawnUp']);
    expect(planned({ ...book, referrals: [{ ...referral, standing: 'policeSilent' }] }, planning)).toHaveLength(2);
  });
});
