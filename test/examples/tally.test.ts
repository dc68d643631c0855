import { describe, expect, it } from 'vitest';
import type { Figures } from '../../examples/demo/accounts/account.ts';
import { tallyOf, type Accounts } from '../../examples/demo/tally.ts';

const figures: Figures = { cases: 1, requests: 1, reminders: 1, escalations: 0, liftsConfirmed: 0 };
const [service, reminder] = ['2026-yun2301-zhi-1/1/1', '2026-yun2301-zhi-1/1/2'];
const answer = { unit: 'cx-social-insurance', replyNo: 'n-1', stepNo: service };
const act = { actId: 'judge-jia:demo-1', what: 'judge-jia /cases/2026-yun2301-zhi-1/approvals' };

/** A run in which one request was approved, served, pressed once and answered, and all three say so. */
const inOrder: Accounts = {
  units: {
    figures,
    acted: [
      { stepNo: service, step: 'service', times: 1 },
      { stepNo: reminder, step: 'reminder', times: 1 },
    ],
    sent: [answer],
  },
  record: {
    figures,
    delivered: [
      { stepNo: service, step: 'service' },
      { stepNo: reminder, step: 'reminder' },
    ],
    decidedAgain: [],
    answers: [answer],
    onFile: [],
    actIds: [act.actId],
  },
  histories: { figures, actIds: [act.actId], answers: [answer] },
  taken: [act],
};

const where = (findings: readonly { readonly where: string }[]): readonly string[] => findings.map((finding) => finding.where);

it('finds nothing lost, nothing doubled and no difference where the three accounts agree', () => {
  expect(tallyOf(inOrder)).toEqual({ lost: [], doubled: [], differing: [] });
});

describe('lost is', () => {
  it('an answer that a unit says it sent and no event holds, named by the step it answers', () => {
    const tally = tallyOf({ ...inOrder, record: { ...inOrder.record, answers: [] }, histories: { ...inOrder.histories, answers: [] } });
    expect(where(tally.lost)).toEqual([service]);
  });

  it('counted once, also when the engine held it too', () => {
    expect(tallyOf({ ...inOrder, record: { ...inOrder.record, answers: [] } }).lost).toHaveLength(1);
  });

  it('an answer under the same number from another unit than the one whose answer the record holds', () => {
    const foreign = { ...answer, unit: 'cx-natural-resources' };
    expect(tallyOf({ ...inOrder, units: { ...inOrder.units, sent: [answer, foreign] } }).lost).toHaveLength(1);
  });

  it('a step on which a unit acted and which the record never saw delivered', () => {
    expect(where(tallyOf({ ...inOrder, record: { ...inOrder.record, delivered: [] } }).lost)).toEqual([service, reminder]);
  });

  it('an act that the court said it had taken and no event bears', () => {
    expect(where(tallyOf({ ...inOrder, record: { ...inOrder.record, actIds: [] } }).lost)).toEqual([act.actId]);
  });

  it('not an answer that came after the end and was kept on file', () => {
    const late = { ...answer, replyNo: 'n-2' };
    const onFile = ['reply:cx-social-insurance:n-2'];
    const tally = tallyOf({
      ...inOrder,
      units: { ...inOrder.units, sent: [answer, late] },
      record: { ...inOrder.record, onFile },
    });
    expect(tally.lost).toEqual([]);
  });
});

describe('doubled is', () => {
  it('a step on which a unit acted twice', () => {
    const acted = inOrder.units.acted.map((step) => ({ ...step, times: step.step === 'service' ? 2 : 1 }));
    expect(where(tallyOf({ ...inOrder, units: { ...inOrder.units, acted } }).doubled)).toEqual([service]);
  });

  it('a business step that was decided a second time under another number', () => {
    const decidedAgain = [{ stepNo: '2026-yun2301-zhi-1/1/3', step: 'reminder' }];
    expect(where(tallyOf({ ...inOrder, record: { ...inOrder.record, decidedAgain } }).doubled)).toEqual(['2026-yun2301-zhi-1/1/3']);
  });

  it('a delivery, an answer or an act that stands twice', () => {
    const { record, histories } = inOrder;
    const twice: Accounts = {
      ...inOrder,
      record: { ...record, delivered: [...record.delivered, { stepNo: reminder, step: 'reminder' }], answers: [answer, answer] },
      histories: { ...histories, actIds: [act.actId, act.actId] },
    };
    expect(where(tallyOf(twice).doubled)).toEqual([reminder, 'reply:cx-social-insurance:n-1', act.actId]);
  });
});

it('names every figure on which two accounts differ', () => {
  const tally = tallyOf({ ...inOrder, histories: { ...inOrder.histories, figures: { ...figures, reminders: 2, liftsConfirmed: 1 } } });
  expect(tally.differing).toEqual(['reminders', 'liftsConfirmed']);
});
