import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseAct } from '../../domain/enforcement-case/acts.ts';
import { evidenceGroups } from '../../domain/referral/referral.ts';
import { dateOf } from '../../domain/calendar/instant.ts';
import { openCourt, type Court } from '../support/court.ts';
import { yuan } from '../support/court-case.ts';
import type { Post } from '../support/court-register.ts';

let court: Court;
beforeAll(async () => {
  court = await openCourt();
});
afterAll(() => court.close());

describe('many callers at once on one case', () => {
  it('does the act of each of forty exactly once: nobody is lost, none is doubled, and the numbers have no hole', async () => {
    const kase = await court.files();
    await court.rests();
    const receivedOn = dateOf(await court.now());
    const acts: readonly (readonly [Post, CaseAct])[] = [
      ...Array.from({ length: 28 }, (_, index) => ['clerk', { kind: 'recordPayment', amount: yuan(index + 1), receivedOn }] as const),
      ...Array.from({ length: 11 }, (_, index) => {
        const group = evidenceGroups[index % evidenceGroups.length] ?? 'identity';
        return ['clerk', { kind: 'attachEvidence', evidenceId: `e-${index}`, group, debtor: kase.debtorId }] as const;
      }),
      ['judge', { kind: 'approve', proposals: 'all' }],
    ];
    const results = await Promise.all(acts.map(([post, act], index) => kase.acts(post, act, `caller-${index}`)));
    await court.rests();

    expect(new Set(results.map(({ line }) => line)).size).toBe(40);
    const { payments, evidence, requests } = await kase.state();
    expect(payments.map(({ amount }) => amount).toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 28 }, (_, index) => yuan(index + 1)),
    );
    expect(payments.map(({ paymentNo }) => paymentNo)).toEqual(Array.from({ length: 28 }, (_, index) => index + 1));
    expect(new Set(evidence.map(({ evidenceId }) => evidenceId)).size).toBe(11);
    expect(evidence).toHaveLength(11);
    expect(requests.map(({ actionId }) => actionId)).toEqual(['C04-1', 'C14-1']);
    expect(await court.disagreements()).toEqual([]);
  });

  it('lets one of forty signatures that come at once count, and tells the others that nothing is left to sign', async () => {
    const kase = await court.files();
    await court.rests();
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => kase.sends('judge', { kind: 'approve', proposals: 'all' })));
    await court.rests();

    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    const signed = (await court.recorded(`case/${kase.caseId}`)).filter(({ type }) => type === 'PaperSigned');
    expect(signed).toHaveLength(4);
    expect(await court.disagreements()).toEqual([]);
  });
});
