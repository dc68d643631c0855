import { describe, expect, it } from 'vitest';
import type { PartyId } from '../../../domain/party/party.ts';
import { evidenceGroups } from '../../../domain/referral/referral.ts';
import { inWords } from '../../support/in-words.ts';
import { story } from '../../support/story.ts';
import {
  aCaseFile,
  aDebtor,
  allEvidence,
  allSign,
  clerk,
  filed,
  head,
  judge,
  proposalFor,
  refers,
  theDebtor,
  waiting,
} from './court-of-chuxiong.ts';

const queriesAnswered = () => allSign(filed()).says('C04-1', { kind: 'noRecord' }).says('C14-1', { kind: 'noRecord' });
const attach = (group: (typeof evidenceGroups)[number], debtor = theDebtor) =>
  ({ kind: 'attachEvidence', evidenceId: `e-${group}`, group, debtor }) as const;

describe('a referral to the police', () => {
  it('is refused while groups of evidence are empty, and names each of them', () => {
    const court = queriesAnswered();
    expect(refers(court)).toEqual({ kind: 'evidenceMissing', groups: ['identity', 'duty', 'ability', 'refusalActs', 'circumstances'] });
    court.acts(clerk, attach('identity'));
    court.acts(clerk, attach('refusalActs'));
    court.acts(clerk, attach('circumstances'));
    expect(refers(court)).toEqual({ kind: 'evidenceMissing', groups: ['duty', 'ability'] });
  });

  it('with all five groups draws up the letter, and sends it with the signature of the bureau head', () => {
    const court = allEvidence(queriesAnswered());
    expect(refers(court)).toBeUndefined();
    expect(waiting(court)).toEqual(['request C08-1']);
    expect(court.referral().state().standing).toBe('prepared');
    court.acts(head, { kind: 'approve', proposals: 'all' });
    expect(court.request('C08-1').state()).toMatchObject({
      file: { unit: 'cx-police', reportTo: ['case/2026-yun2301-zhi-123', 'referral/2026-yun2301-zhi-123/r1'] },
    });
    expect(court.referral().state().standing).toBe('withPolice');
  });

  it('counts only evidence against the debtor who is referred', () => {
    const court = filed(aDebtor(), aDebtor({ partyId: 'p-second' as PartyId }));
    for (const group of evidenceGroups) court.acts(clerk, attach(group, 'p-second' as PartyId));
    expect(refers(court)).toMatchObject({ kind: 'evidenceMissing', groups: evidenceGroups });
  });

  it('is for a judge, against a debtor, and once at a time', () => {
    const court = allEvidence(queriesAnswered());
    const referral = { kind: 'refer', debtor: theDebtor, ground: 'transfersProperty' } as const;
    expect(court.acts(head, referral)).toEqual({ kind: 'notYourSignature', level: 'judge' });
    expect(court.acts(judge, { ...referral, debtor: 'p-applicant' as PartyId })).toEqual({ kind: 'notADebtor', party: 'p-applicant' });
    expect(court.acts(judge, referral)).toBeUndefined();
    expect(court.acts(judge, referral)).toEqual({ kind: 'alreadyReferred' });
    court.acts(head, { kind: 'approve', proposals: 'all' });
    expect(court.acts(judge, referral)).toEqual({ kind: 'alreadyReferred' });
  });

  it('that the bureau head sent back can be made again', () => {
    const court = allEvidence(queriesAnswered());
    refers(court);
    court.acts(head, { kind: 'decline', proposal: proposalFor(court, 'request C08-1'), reasonId: 'n-1' });
    expect(refers(court)).toBeUndefined();
    expect(
      court
        .case()
        .state()
        .referrals.map(({ referralNo }) => referralNo),
    ).toEqual(['2026-yun2301-zhi-123/r1', '2026-yun2301-zhi-123/r2']);
  });

  it('that finds no police in the registry is on record, and can be made again', () => {
    const court = allEvidence(story('2026-03-02 09:00', []).filed(aCaseFile()));
    refers(court);
    expect(inWords(court.case().events()).at(-1)).toBe('2026-03-02 09:00 NobodyToAsk');
    expect(refers(court)).toBeUndefined();
  });

  it('takes evidence only against a debtor of the case', () => {
    expect(filed().acts(clerk, attach('ability', 'p-applicant' as PartyId))).toEqual({ kind: 'notADebtor', party: 'p-applicant' });
  });
});
