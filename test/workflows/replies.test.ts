import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../simulator/until.ts';
import type { CaseInCourt } from '../support/court-case.ts';
import { openCourt, type Court } from '../support/court.ts';

let court: Court;
beforeAll(async () => {
  court = await openCourt();
});
afterAll(() => court.close());

const silentOn = (actionId: string) => ({ when: { actionId, step: 'service' as const }, behaviours: [{ silent: true as const }] });

const asked = async (): Promise<CaseInCourt> => {
  const kase = await court.files();
  await court.rests();
  await kase.approvedBy('judge');
  await court.rests();
  return kase;
};

const eventsOf = async (kase: CaseInCourt) => {
  const { workflowId } = await kase.request('C04-1');
  return (await court.recorded(workflowId)).map(({ type }) => type);
};

/** What the social insurance office says, word for word, to its first question in that case. */
const says = (kase: CaseInCourt, replyNo: string, unit = 'cx-social-insurance') =>
  court.units.says({
    unit,
    replyNo,
    requestNo: `${kase.caseId}/1`,
    stepNo: `${kase.caseId}/1/1`,
    content: { kind: 'records', records: [], properties: [] },
  });

describe('what a unit says', () => {
  it('is taken in when it overtakes the record of its own service', async () => {
    const slowly = { when: { actionId: 'C04-1', step: 'service' as const }, behaviours: [{ slowMs: 1_500 }, { silent: true as const }] };
    await court.units.play(slowly);
    const kase = await court.files();
    await court.rests();
    await kase.approvedBy('judge');
    await until('the unit to hold the paper', async () =>
      (await court.units.log()).received.some(({ stepNo }) => stepNo === `${kase.caseId}/1/1`),
    );
    expect(await eventsOf(kase)).toEqual(['RequestOpened', 'StepDecided']);
    expect(await says(kase, 'early-1')).toBe(200);
    await court.rests();

    expect(await eventsOf(kase)).toEqual(['RequestOpened', 'StepDecided', 'StepDelivered', 'AnswerReceived', 'RequestEnded']);
    expect(await court.disagreements()).toEqual([]);
  });

  it('counts once, however often and however closely together it is said', async () => {
    await court.units.play(silentOn('C04-1'));
    const kase = await asked();
    const statuses = await Promise.all(Array.from({ length: 6 }, () => says(kase, 'double-1')));
    await court.rests();

    expect(statuses).toEqual(Array.from({ length: 6 }, () => 200));
    expect((await eventsOf(kase)).filter((type) => type === 'AnswerReceived')).toHaveLength(1);
    expect(await says(kase, 'double-1')).toBe(200);
    expect(await eventsOf(kase)).toHaveLength(5);
    expect(await court.disagreements()).toEqual([]);
  });

  it('is noted as late after the term, and kept on file after the end, with a line in the audit chain', async () => {
    await court.units.play(silentOn('C04-1'));
    const kase = await asked();
    await court.letDaysPass(9);
    expect(await says(kase, 'late-1')).toBe(200);
    await court.rests();
    const { workflowId } = await kase.request('C04-1');
    const answer = (await court.recorded(workflowId)).find(({ type }) => type === 'AnswerReceived');
    expect(answer).toMatchObject({ late: true });

    expect(await says(kase, 'late-2')).toBe(200);
    expect(await says(kase, 'late-2')).toBe(200);
    await court.rests();
    expect(await eventsOf(kase)).not.toContain('ReplyKeptOnFile');
    const onFile = await court.database.auditLine.findMany({ where: { kind: 'keptOnFile' } });
    expect(onFile.map(({ actor, what }) => [actor, what])).toEqual([
      ['cx-social-insurance', `reply:cx-social-insurance:late-2 to request/${kase.caseId}/1 records: kept on file, the request has ended`],
    ]);
    expect(await court.disagreements()).toEqual([]);
  });

  it('is turned away at the door when it is about the request of another unit, or of none', async () => {
    await court.units.play(silentOn('C04-1'));
    const kase = await asked();
    const before = await eventsOf(kase);
    expect(await says(kase, 'foreign-1', 'cx-police')).toBe(403);
    const unknown = `${kase.caseId}/9`;
    const content = { kind: 'noRecord' } as const;
    expect(await court.units.says({ unit: 'cx-police', replyNo: 'none-1', requestNo: unknown, stepNo: `${unknown}/1`, content })).toBe(404);
    await court.rests();
    expect(await eventsOf(kase)).toEqual(before);
  });
});
