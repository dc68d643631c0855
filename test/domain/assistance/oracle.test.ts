import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMs } from '../../../domain/calendar/instant.ts';
import { inWords } from '../../support/in-words.ts';
import { differences, renewalProposedAt } from '../../support/legal-days.ts';
import { expectedChain, expectedDays, type Script } from '../../support/oracle.ts';
import { moment } from '../../support/story.ts';
import { allEvidence, allSign, filed, head, houseFound, refers } from '../enforcement-case/court-of-chuxiong.ts';
import { played } from './played-script.ts';
import { sealed } from './request-file.ts';

const proves = (script: Script): readonly string[] => differences(expectedDays(script), played(script).request(script.action).events());

const monday = moment('2026-03-02 09:00');
const far = moment('2033-01-01 09:00');

describe('the oracle and the pure player agree on every day of', () => {
  it.each<[string, Script]>([
    [
      'a query answered after three days',
      { action: 'C04-1', servedAt: monday, unit: [{ at: moment('2026-03-05 11:00'), says: 'records' }], until: far },
    ],
    [
      'a query answered late, after the reminder',
      { action: 'C04-1', servedAt: monday, unit: [{ at: moment('2026-03-11 11:00'), says: 'noRecord' }], until: far },
    ],
    ['a silent unit, and an order nobody signs', { action: 'C14-1', servedAt: monday, unit: [], until: far }],
    [
      'a silent unit that ignores its order',
      { action: 'C04-1', servedAt: monday, unit: [], orderSignedAt: moment('2026-03-16 10:00'), until: far },
    ],
    [
      'a silent unit over Spring Festival',
      { action: 'C04-1', servedAt: moment('2026-02-05 09:00'), unit: [], orderSignedAt: moment('2026-02-25 15:00'), until: far },
    ],
    [
      'a unit that obeys its order',
      {
        action: 'C04-1',
        servedAt: monday,
        unit: [{ at: moment('2026-03-17 10:00'), says: 'records' }],
        orderSignedAt: moment('2026-03-16 10:00'),
        until: far,
      },
    ],
    [
      'a unit that refuses and is ordered',
      {
        action: 'C04-1',
        servedAt: monday,
        unit: [{ at: moment('2026-03-03 10:00'), says: 'refused' }],
        orderSignedAt: moment('2026-03-05 10:00'),
        until: far,
      },
    ],
    [
      'a query that is withdrawn on performance',
      { action: 'C04-1', servedAt: monday, unit: [], withdrawnAt: moment('2026-03-12 10:00'), until: far },
    ],
    ['a silent congress, which ends at the office', { action: 'C01-1', servedAt: monday, unit: [], until: far }],
    [
      'a congress that urges until the debtor has paid',
      {
        action: 'C01-1',
        servedAt: monday,
        unit: [{ at: moment('2026-03-12 10:00'), says: 'urged' }],
        urgingEndedAt: moment('2026-06-01 10:00'),
        until: far,
      },
    ],
    ['silent police', { action: 'C08-1', servedAt: monday, unit: [], until: far }],
    [
      'police with a complex matter',
      { action: 'C08-1', servedAt: monday, unit: [{ at: moment('2026-03-04 10:00'), says: 'caseComplex' }], until: far },
    ],
    [
      'police that call it complex too late',
      { action: 'C08-1', servedAt: monday, unit: [{ at: moment('2026-03-11 10:00'), says: 'caseComplex' }], until: far },
    ],
    [
      'a procuratorate that asks for reasons and is silent then',
      { action: 'C09-2', servedAt: monday, unit: [{ at: moment('2026-03-05 10:00'), says: 'reasonsRequested' }], until: far },
    ],
    ['a seal on paper that nobody enters', { action: 'C14-2', carrier: 'paper', servedAt: monday, unit: [], until: far }],
    [
      'a seal that is never renewed, and its mark cleared',
      {
        action: 'C14-2',
        servedAt: monday,
        clearingSignedAt: moment('2029-03-05 10:00'),
        until: far,
        unit: [
          { at: moment('2026-03-03 10:00'), says: 'registered' },
          { at: moment('2029-03-06 10:00'), says: 'markCleared' },
        ],
      },
    ],
    [
      'a seal that is renewed and lifted',
      {
        action: 'C14-2',
        servedAt: monday,
        renewalSignedAt: moment('2029-02-02 10:00'),
        liftSignedAt: moment('2032-02-20 10:00'),
        until: far,
        unit: [
          { at: moment('2026-03-03 10:00'), says: 'registered' },
          { at: moment('2029-02-05 10:00'), says: 'renewed' },
          { at: moment('2032-02-24 10:00'), says: 'lifted' },
        ],
      },
    ],
    [
      'a lift that must be ordered',
      {
        action: 'C14-2',
        servedAt: monday,
        liftSignedAt: moment('2026-06-01 10:00'),
        orderSignedAt: moment('2026-06-08 10:00'),
        until: far,
        unit: [
          { at: moment('2026-03-03 10:00'), says: 'registered' },
          { at: moment('2026-06-15 10:00'), says: 'lifted' },
        ],
      },
    ],
  ])('%s', (_what, script) => {
    expect(proves(script)).toEqual([]);
  });

  it('any query, urging, seal or referral of any day of 2025 and 2026 that is answered after any time or never', () => {
    const script = fc
      .record({
        offset: fc.nat(600 * 24),
        action: fc.constantFrom<readonly [Script['action'], string]>(
          ['C04-1', 'noRecord'],
          ['C01-1', 'noted'],
          ['C14-2', 'registered'],
          ['C08-1', 'caseNotFiled'],
          ['C09-2', 'reasonsHold'],
        ),
        after: fc.nat(70 * 24),
      })
      .map(({ offset, action: [action, says], after }): Script => {
        const servedAt = addMs(moment('2025-01-01 00:30'), offset * 3_600_000);
        const at = addMs(servedAt, after * 3_600_000);
        return { action, servedAt, unit: after > 60 * 24 ? [] : [{ at, says }], until: addMs(servedAt, 200 * 86_400_000) };
      });
    fc.assert(
      fc.property(script, (one) => {
        expect(proves(one)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the oracle knows the case’s own days', () => {
  it('thirty days before the end of a seal its renewal is proposed', () => {
    const end = moment('2029-03-03 00:00');
    const court = houseFound()
      .says('C14-2', { kind: 'registered', lines: [sealed(1, '2026-03-02 09:00', '2029-03-03 00:00')] })
      .until(end);
    const proposed = court
      .case()
      .events()
      .find((event) => event.type === 'ProposalDrawnUp' && event.proposal.purpose.kind === 'renewal');
    expect(proposed?.at).toBe(renewalProposedAt(end));
  });

  it('police silent, procuratorate asked, notice to file, notice ignored', () => {
    const court = allEvidence(allSign(filed()).says('C04-1', { kind: 'noRecord' }).says('C14-1', { kind: 'noRecord' }));
    refers(court);
    court.acts(head, { kind: 'approve', proposals: 'all' });
    court.until('2026-03-11 10:00').acts(head, { kind: 'approve', proposals: 'all' });
    court
      .until('2026-03-13 10:00')
      .says('C09-2', { kind: 'reasonsRequested' })
      .until('2026-03-20 10:00')
      .says('C09-2', { kind: 'noticeToFile' })
      .until('2026-05-01 09:00');
    const until = moment('2026-05-01 09:00');
    const police: Script = { action: 'C08-1', servedAt: monday, unit: [], until };
    const procuratorate: Script = {
      action: 'C09-2',
      servedAt: moment('2026-03-11 10:00'),
      unit: [
        { at: moment('2026-03-13 10:00'), says: 'reasonsRequested' },
        { at: moment('2026-03-20 10:00'), says: 'noticeToFile' },
      ],
      until,
    };
    expect(differences(expectedChain(police, procuratorate), court.referral().events())).toEqual([]);
    expect(differences(expectedDays(police), court.request('C08-1').events())).toEqual([]);
    expect(differences(expectedDays(procuratorate), court.request('C09-2').events())).toEqual([]);
  });

  it('police that file in time', () => {
    const court = allEvidence(allSign(filed()).says('C04-1', { kind: 'noRecord' }).says('C14-1', { kind: 'noRecord' }));
    refers(court);
    court.acts(head, { kind: 'approve', proposals: 'all' });
    court.daysPass(5).says('C08-1', { kind: 'caseFiled' });
    const police: Script = { action: 'C08-1', servedAt: monday, unit: [{ at: moment('2026-03-07 09:00'), says: 'caseFiled' }], until: far };
    expect(differences(expectedChain(police), court.referral().events())).toEqual([]);
  });
});

describe('the oracle names what differs', () => {
  it('an event on another day, a missing one and one too many', () => {
    const script: Script = { action: 'C04-1', servedAt: monday, unit: [], until: moment('2026-03-10 12:00') };
    const recorded = played(script).request('C04-1').events();
    const late = recorded.map((event) => (event.type === 'TermPassed' ? { ...event, at: moment('2026-03-11 09:00') } : event));
    expect(differences(expectedDays(script), late)).toEqual([
      '4: expected TermPassed 2026-03-10T09:00:00.000+08:00, recorded TermPassed 2026-03-11T09:00:00.000+08:00',
    ]);
    expect(differences(expectedDays(script), recorded.slice(0, -1))).toEqual(['6: expected StepDelivered 2026-03-10, recorded nothing']);
    expect(differences(expectedDays(script), [...recorded, ...recorded.slice(-1)])).toEqual([
      '7: expected nothing, recorded StepDelivered 2026-03-10T09:00:00.000+08:00',
    ]);
  });

  it('and looks at what persons and units do by the day only, for they are not punctual to the second', () => {
    const script: Script = { action: 'C04-1', servedAt: monday, unit: [{ at: moment('2026-03-05 11:00'), says: 'records' }], until: far };
    const recorded = played(script)
      .request('C04-1')
      .events()
      .map((event) => ({ ...event, at: addMs(event.at, 1_234) }));
    expect(differences(expectedDays(script), recorded)).toEqual([]);
    expect(inWords(played(script).request('C04-1').events())).toHaveLength(5);
  });
});
