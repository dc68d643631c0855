import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../domain/assistance/answer.ts';
import { decideReferral } from '../../../domain/referral/decide.ts';
import { dueOfReferral, evolveReferral } from '../../../domain/referral/evolve.ts';
import { inWords } from '../../support/in-words.ts';
import { moment, type Story } from '../../support/story.ts';
import { allEvidence, allSign, filed, head, owedOn, pays, proposalFor, refers, waiting } from '../enforcement-case/court-of-chuxiong.ts';

/** A debtor referred on Monday 2 March 2026 at nine; the queries of his case are answered. */
const referred = (): Story => {
  const court = allEvidence(allSign(filed()).says('C04-1', { kind: 'noRecord' }).says('C14-1', { kind: 'noRecord' }));
  refers(court);
  court.acts(head, { kind: 'approve', proposals: 'all' });
  return court;
};
const chain = (court: Story) => inWords(court.referral().events());
const standing = (court: Story) => court.referral().state().standing;
const police = (court: Story, kind: 'caseAccepted' | 'caseComplex' | 'caseFiled' | 'caseNotFiled') => court.says('C08-1', { kind });

/** The police let their seven days pass, and the bureau head signs the letter to the procuratorate the same morning. */
const supervised = () => {
  const court = referred().until('2026-03-10 09:00');
  court.acts(head, { kind: 'approve', proposals: 'all' });
  return court;
};

describe('police that file in time', () => {
  it('end the chain', () => {
    const court = police(police(referred(), 'caseAccepted').daysPass(5), 'caseFiled');
    expect(chain(court)).toEqual([
      '2026-03-02 09:00 ReferralOpened',
      '2026-03-02 09:00 PoliceServed',
      '2026-03-02 09:00 PoliceAccepted',
      '2026-03-07 09:00 PoliceFiled',
    ]);
    expect(court.case().state().referrals).toMatchObject([{ standing: 'filed' }]);
    expect(waiting(court.until('2026-06-01 09:00'))).toEqual([]);
  });

  it('have thirty days when they call the matter complex within the seven, and the chain waits', () => {
    const court = police(referred().daysPass(3), 'caseComplex');
    expect(waiting(court.until('2026-04-01 23:59'))).toEqual([]);
    expect(waiting(court.until('2026-04-02 00:00'))).toEqual(['request C09-2']);
    expect(chain(court).slice(2)).toEqual(['2026-03-05 09:00 PoliceCalledComplex', '2026-04-02 00:00 PoliceSilent']);
  });
});

describe('police that do not file', () => {
  it('and say nothing for seven days: the letter to the procuratorate is drawn up the moment the term has run out', () => {
    const court = referred().until('2026-03-10 00:00');
    expect(chain(court).at(-1)).toBe('2026-03-10 00:00 PoliceSilent');
    expect(waiting(court)).toEqual(['request C09-2']);
    expect(court.case().state().proposals[0]?.purpose).toMatchObject({ file: { unit: 'cx-procuratorate', subject: 'p-debtor' } });
  });

  it('and say so: the letter is drawn up at once', () => {
    const court = police(referred().daysPass(2), 'caseNotFiled');
    expect(waiting(court)).toEqual(['request C09-2']);
    expect(standing(court)).toBe('notFiled');
  });

  it('and call it complex when the seven days are over: it is too late, and the letter stays', () => {
    const court = police(referred().until('2026-03-10 08:00'), 'caseComplex');
    expect(waiting(court.until('2026-03-12 09:00'))).toEqual(['request C09-2']);
  });

  it('and are silent first and refuse later: the procuratorate is asked once', () => {
    expect(waiting(police(referred().until('2026-03-11 09:00'), 'caseNotFiled'))).toEqual(['request C09-2']);
    const court = supervised();
    police(court.daysPass(1), 'caseNotFiled');
    expect(waiting(court)).toEqual([]);
    expect(standing(court)).toBe('supervisionAsked');
  });

  it('and file after all, before the letter is signed: it is withdrawn', () => {
    const court = police(referred().until('2026-03-11 09:00'), 'caseFiled');
    expect(waiting(court)).toEqual([]);
    expect(standing(court)).toBe('filed');
  });

  it('and file after all, when the procuratorate has the letter: it is asked no longer', () => {
    const court = police(supervised().daysPass(3), 'caseFiled');
    expect(court.request('C09-2').state()).toMatchObject({ status: 'ended', how: 'chainEnded' });
  });

  it('make the procuratorate be asked again only when the first letter was declined', () => {
    const court = referred().until('2026-03-10 09:00');
    court.acts(head, { kind: 'decline', proposal: proposalFor(court, 'request C09-2'), reasonId: 'n-1' });
    expect(waiting(police(court, 'caseNotFiled'))).toEqual(['request C09-2']);
  });
});

describe('the procuratorate', () => {
  const says = (court: Story, answer: Answer) => court.says('C09-2', answer);

  it('asks for reasons and gives notice to file: the police have fifteen days, and are on record when they ignore it', () => {
    const court = says(says(supervised().until('2026-03-12 10:00'), { kind: 'reasonsRequested' }).until('2026-03-20 10:00'), {
      kind: 'noticeToFile',
    });
    expect(court.referral().due()).toBe(moment('2026-04-08 00:00'));
    court.until('2026-05-01 09:00');
    expect(chain(court).slice(2)).toEqual([
      '2026-03-10 00:00 PoliceSilent',
      '2026-03-10 09:00 SupervisionServed',
      '2026-03-12 10:00 ReasonsRequested',
      '2026-03-20 10:00 NoticeToFile',
      '2026-04-08 00:00 PoliceIgnoredNotice',
    ]);
    expect(court.case().state().referrals).toMatchObject([{ standing: 'policeIgnoreNotice' }]);
    expect(court.referral().due()).toBeUndefined();
  });

  it('is obeyed: the police file within the fifteen days, or later', () => {
    const noticed = () => says(supervised().until('2026-03-20 10:00'), { kind: 'noticeToFile' });
    expect(standing(police(noticed().daysPass(10), 'caseFiled'))).toBe('filed');
    expect(noticed().daysPass(10).referral().due()).toBe(moment('2026-04-08 00:00'));
    expect(standing(police(noticed().until('2026-05-06 09:00'), 'caseFiled'))).toBe('filed');
  });

  it('finds the reasons good: the chain is over and the police are asked no longer', () => {
    const court = says(supervised().daysPass(5), { kind: 'reasonsHold' });
    expect(standing(court)).toBe('reasonsHold');
    expect(court.request('C08-1').state()).toMatchObject({ status: 'ended', how: 'chainEnded' });
    expect(
      court
        .case()
        .state()
        .requests.filter(({ referral, ended }) => referral !== undefined && ended === undefined),
    ).toEqual([]);
  });

  it('that is silent itself is reminded and then reported to the office, and never ordered', () => {
    const court = supervised().until('2026-06-01 09:00');
    expect(inWords(court.request('C09-2').events()).slice(3)).toEqual([
      '2026-03-18 09:00 TermPassed',
      '2026-03-18 09:00 StepDecided reminder',
      '2026-03-18 09:00 StepDelivered reminder',
      '2026-03-23 09:00 ReportedToOffice',
    ]);
  });
});

describe('a debtor who is over with the chain', () => {
  it('may be referred again for a new refusal', () => {
    const court = police(referred().daysPass(1), 'caseFiled');
    expect(refers(court)).toBeUndefined();
    expect(court.referral().state().file.referralNo).toBe('2026-yun2301-zhi-123/r2');
  });

  it('who pays while the letter to the police lies unsigned is not referred by it any more', () => {
    const court = allEvidence(allSign(filed()).says('C04-1', { kind: 'noRecord' }).says('C14-1', { kind: 'noRecord' }));
    refers(court);
    pays(court, owedOn('2026-03-02'));
    expect(waiting(court)).toEqual([]);
  });
});

describe('a report that comes twice', () => {
  it('or after the chain is over is noted and changes nothing', () => {
    const court = referred().daysPass(1);
    const before = court.referral().state();
    const report = {
      actionId: 'C08-1',
      requestNo: court.request('C08-1').state().file.requestNo,
      upTo: 3,
      at: court.now(),
      contents: [{ kind: 'chainSilent' }],
    } as const;
    const repeated = decideReferral(before, { type: 'report', at: court.now(), report });
    if (!repeated.ok) throw new Error('a referral refuses nothing');
    expect(repeated.value.map(({ type }) => type)).toEqual(['ReportNoted']);

    const over = police(court, 'caseFiled').referral().state();
    const late = decideReferral(over, { type: 'report', at: court.now(), report: { ...report, upTo: 99 } });
    if (!late.ok) throw new Error('a referral refuses nothing');
    const after = late.value.reduce(evolveReferral, over);
    expect(after.standing).toBe('filed');
    expect(dueOfReferral(after)).toBeUndefined();
  });
});
