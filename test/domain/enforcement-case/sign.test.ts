import { describe, expect, it } from 'vitest';
import type { ProposalId } from '../../../domain/enforcement-case/proposal.ts';
import { inWords } from '../../support/in-words.ts';
import { sealed } from '../assistance/request-file.ts';
import { aDebtor, aHouse, clerk, filed, head, houseFound, judge, president, proposalFor, waiting } from './court-of-chuxiong.ts';

const houseToSeal = () => {
  const court = filed();
  court.acts(judge, { kind: 'approve', proposals: 'all' });
  return court.says('C14-1', { kind: 'records', properties: [aHouse()] });
};

describe('one approval of the plan', () => {
  it('signs everything the judge may sign, and what is complete goes out at once', () => {
    const court = filed(aDebtor({ deputy: { level: 'county', unit: 'cx-congress' } }));
    expect(court.acts(judge, { kind: 'approve', proposals: 'all' })).toBeUndefined();
    expect(waiting(court)).toEqual(['request C01-1']);
    expect(court.request('C04-1').state()).toMatchObject({ status: 'exchanging', servedAt: court.now() });
    expect(court.acts(head, { kind: 'approve', proposals: 'all' })).toBeUndefined();
    expect(waiting(court)).toEqual([]);
    expect(court.request('C01-1').state()).toMatchObject({ file: { unit: 'cx-congress' } });
  });

  it('puts every signature, every paper and every request on record, in this order', () => {
    const court = filed();
    court.acts(judge, { kind: 'approve', proposals: [proposalFor(court, 'request C04-1')] });
    expect(inWords(court.case().events()).slice(5, 9)).toEqual([
      '2026-03-02 09:00 PaperSigned',
      '2026-03-02 09:00 PaperIssued',
      '2026-03-02 09:00 ProposalCarriedOut',
      '2026-03-02 09:00 RequestStarted',
    ]);
  });

  it('of named proposals signs only these', () => {
    const court = filed();
    court.acts(judge, { kind: 'approve', proposals: [proposalFor(court, 'request C14-1')] });
    expect(waiting(court)).toEqual(['notice p-debtor', 'request C04-1']);
  });

  it('of a notice serves nobody: the notice waits for proof of service', () => {
    const court = filed();
    court.acts(judge, { kind: 'approve', proposals: 'all' });
    expect(
      court
        .case()
        .state()
        .unserved.map(({ paper, debtor }) => [paper.kind, debtor]),
    ).toEqual([
      ['enforcementNotice', 'p-debtor'],
      ['propertyReportOrder', 'p-debtor'],
    ]);
  });
});

describe('an assistance notice, which needs judge and bureau head', () => {
  it('is signed by each level in turn, and only then is anything sealed', () => {
    const court = houseToSeal();
    court.acts(judge, { kind: 'approve', proposals: 'all' });
    expect(waiting(court)).toEqual(['request C14-2']);
    expect(() => court.request('C14-2')).toThrow('no request');
    court.acts(head, { kind: 'approve', proposals: 'all' });
    expect(court.request('C14-2').state()).toMatchObject({ status: 'exchanging', file: { lines: [{ lineNo: 1, property: 'w-1' }] } });
  });

  it('is not signed out of turn: the bureau head hears that the judge is awaited', () => {
    const court = houseToSeal();
    expect(court.acts(head, { kind: 'approve', proposals: 'all' })).toEqual({ kind: 'nothingToSign', awaits: ['judge'] });
    court.acts(judge, { kind: 'approve', proposals: 'all' });
    expect(court.acts(judge, { kind: 'approve', proposals: 'all' })).toEqual({ kind: 'nothingToSign', awaits: ['bureauHead'] });
  });

  it('is never signed twice by the same person, whatever office he holds by then', () => {
    const court = houseToSeal();
    court.acts(judge, { kind: 'approve', proposals: 'all' });
    expect(court.acts({ ...head, id: judge.id }, { kind: 'approve', proposals: 'all' })).toEqual({ kind: 'makerMayNotCheck' });
    expect(waiting(court)).toEqual(['request C14-2']);
  });

  it('is not signed by a president in the place of another level', () => {
    expect(houseToSeal().acts(president, { kind: 'approve', proposals: 'all' })).toEqual({ kind: 'nothingToSign', awaits: ['judge'] });
  });
});

describe('one approval of a lift and of the renewal that was drawn up behind it', () => {
  it('lifts, and issues no paper that renews what is being lifted', () => {
    const court = houseFound().says('C14-2', { kind: 'registered', lines: [sealed(1, '2026-03-02 09:00', '2026-04-20 00:00')] });
    court.until('2026-03-10 09:00').acts(judge, {
      kind: 'lift',
      requestNo: court.request('C14-2').state().file.requestNo,
      ground: 'applicantConsents',
      reasonId: 'n-1',
    });
    expect(waiting(court.until('2026-03-20 09:00'))).toEqual(['lift 3', 'renewal 3']);
    const renewal = proposalFor(court, 'renewal 3');
    court.acts(judge, { kind: 'approve', proposals: 'all' });
    court.acts(head, { kind: 'approve', proposals: 'all' });
    expect(waiting(court)).toEqual([]);
    expect(court.case().events()).not.toContainEqual(expect.objectContaining({ type: 'PaperIssued', proposalId: renewal }));
  });
});

describe('an approval is refused', () => {
  it('to a clerk, who signs nothing', () => {
    expect(filed().acts(clerk, { kind: 'approve', proposals: 'all' })).toEqual({ kind: 'notYourSignature', level: 'none' });
  });

  it('for a proposal that does not exist, and then nothing is signed', () => {
    const court = filed();
    const unknown = '2026-yun2301-zhi-123.p99' as ProposalId;
    expect(court.acts(judge, { kind: 'approve', proposals: [proposalFor(court, 'request C04-1'), unknown] })).toEqual({
      kind: 'proposalUnknown',
      proposal: unknown,
    });
    expect(waiting(court)).toHaveLength(3);
  });

  it('when nothing waits any more', () => {
    const court = filed();
    court.acts(judge, { kind: 'approve', proposals: 'all' });
    expect(court.acts(judge, { kind: 'approve', proposals: 'all' })).toEqual({ kind: 'nothingToSign', awaits: [] });
  });
});

describe('a person says no', () => {
  const declines = (by: typeof judge, what: string, court = filed()) => ({
    court,
    refusal: court.acts(by, { kind: 'decline', proposal: proposalFor(court, what), reasonId: 'n-1' }),
  });

  it('to a request: it is not asked, and its number is not given to another', () => {
    const { court, refusal } = declines(judge, 'request C04-1');
    expect(refusal).toBeUndefined();
    court.acts(judge, { kind: 'approve', proposals: 'all' });
    expect(
      court
        .case()
        .state()
        .requests.map(({ requestNo }) => requestNo),
    ).toEqual(['2026-yun2301-zhi-123/2']);
  });

  it('only to what waits for his own signature', () => {
    expect(declines(head, 'request C04-1').refusal).toEqual({ kind: 'nothingToSign', awaits: ['judge'] });
    expect(declines(clerk, 'request C04-1').refusal).toEqual({ kind: 'nothingToSign', awaits: ['judge'] });
  });

  it('to an order: the unit is not pressed further', () => {
    const court = filed();
    court.acts(judge, { kind: 'approve', proposals: 'all' });
    court.until('2026-03-13 09:00');
    expect(waiting(court)).toEqual(['order 1', 'order 2']);
    declines(head, 'order 1', court);
    expect(court.request('C04-1').state()).toMatchObject({ exchange: { ladder: { rung: 'atRest', because: 'orderDeclined' } } });
  });

  it('to a lift: nothing is lifted, and it may be proposed again', () => {
    const court = houseFound();
    const lift = {
      kind: 'lift',
      requestNo: court.request('C14-2').state().file.requestNo,
      ground: 'applicantConsents',
      reasonId: 'n-2',
    } as const;
    court.acts(judge, lift);
    expect(court.acts(judge, lift)).toEqual({ kind: 'alreadyLifting', requestNo: lift.requestNo });
    declines(judge, 'lift 3', court);
    expect(court.acts(judge, lift)).toBeUndefined();
  });
});
