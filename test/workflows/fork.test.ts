import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateOf } from '../../domain/calendar/instant.ts';
import type { CaseAct } from '../../domain/enforcement-case/acts.ts';
import { until } from '../simulator/until.ts';
import { yuan, type CaseInCourt } from '../support/court-case.ts';
import { resetToBefore, settledHistoryOf } from '../support/court-history.ts';
import { openCourt, type Court } from '../support/court.ts';

let court: Court;
beforeAll(async () => {
  court = await openCourt({ script: [{ when: { actionId: 'C04-1' }, behaviours: [{ silent: true }] }] });
});
afterAll(() => court.close());

const payment = async (amount: number): Promise<CaseAct> => ({
  kind: 'recordPayment',
  amount: yuan(amount),
  receivedOn: dateOf(await court.now()),
});

/** A case whose history an operator has cut off before its last payment, which stands in the record. */
const resetCase = async (): Promise<CaseInCourt> => {
  const kase = await court.files();
  await court.rests();
  await kase.pays(yuan(1));
  const stream = `case/${kase.caseId}`;
  const paid = (await settledHistoryOf(court.client, stream)).find((event) => event.workflowExecutionUpdateAcceptedEventAttributes != null);
  if (paid === undefined) throw new Error('The payment is not in the history');
  await resetToBefore(court.client, stream, paid);
  return kase;
};

/** What a supervisor finds it under, once it has stopped. */
const alarmOf = (workflowId: string) =>
  until('the alarm', async () => {
    const { searchAttributes } = await court.client.workflow.getHandle(workflowId).describe();
    return JSON.stringify(searchAttributes).includes('recordForked') && searchAttributes;
  });

describe('a run that was reset behind its record', () => {
  it('stops acting when it meets what stands under its numbers, tells every caller so, and shows an alarm', async () => {
    const kase = await resetCase();
    const stream = `case/${kase.caseId}`;
    const record = await court.recorded(stream);

    const refusals = await Promise.all([2, 3, 4].map(async (amount) => kase.refusal('clerk', await payment(amount))));
    expect(refusals).toEqual([{ kind: 'recordForked' }, { kind: 'recordForked' }, { kind: 'recordForked' }]);
    const stopped = await settledHistoryOf(court.client, stream);
    expect(await kase.refusal('judge', { kind: 'approve', proposals: 'all' })).toEqual({ kind: 'recordForked' });

    expect(await settledHistoryOf(court.client, stream)).toHaveLength(stopped.length);
    expect(await court.recorded(stream)).toEqual(record);
    expect(await alarmOf(stream)).toMatchObject({ Phase: ['recordForked'], AwaitingActor: ['clerk'] });
    const shown = await court.client.workflow.getHandle(stream).query('__temporal_workflow_metadata');
    expect(JSON.stringify(shown)).toContain('案卷记录与本流程不一致');
    expect((await court.units.log()).received.filter(({ requestNo }) => requestNo.startsWith(`${kase.caseId}/`))).toEqual([]);
  });

  it('stops before its paper goes out again when its service stands in the record', async () => {
    const kase = await court.files();
    await court.rests();
    await kase.approvedBy('judge');
    await court.rests();
    const { workflowId } = await kase.request('C04-1');
    const record = await court.recorded(workflowId);
    const served = (await settledHistoryOf(court.client, workflowId)).find((event) => event.activityTaskCompletedEventAttributes != null);
    if (served === undefined) throw new Error('The service is not in the history');
    await resetToBefore(court.client, workflowId, served);

    expect(await alarmOf(workflowId)).toMatchObject({ Phase: ['recordForked'] });
    const [step] = (await court.units.log()).received.filter(({ stepNo }) => stepNo === `${kase.caseId}/1/1`);
    expect(step).toMatchObject({ acts: 1, count: 1 });
    expect(await court.recorded(workflowId)).toEqual(record);
  });
});
