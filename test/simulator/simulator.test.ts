import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { epochMsOf } from '../../domain/calendar/instant.ts';
import { aDelivery, aLine } from '../adapters/units/deliveries.ts';
import { openCourtDatabase, type CourtDatabase } from './court-database.ts';
import { dayMs, openSimulatedUnits, type SimulatedUnits } from './simulated-units.ts';
import { until } from './until.ts';

let database: CourtDatabase;
let units: SimulatedUnits;

beforeAll(async () => {
  database = await openCourtDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  units = await openSimulatedUnits(database);
});
afterEach(() => units.close());

const inquiry = '2026-yun2301-zhi-123/1/1';
const seal = '2026-yun2301-zhi-123/2/1';
const aSeal = (...lines: readonly number[]) =>
  aDelivery({ stepNo: seal, actionId: 'C14-2', unit: 'cx-natural-resources', lines: lines.map((lineNo) => aLine(lineNo)) });

const nothingIsDue = (): Promise<readonly string[]> =>
  until('all appointments to be kept', async () => ((await units.due()).length === 0 ? [] : undefined));

describe('a unit that does as usual', () => {
  it('answers an inquiry a day after service, to the millisecond, by a signed reply with a number of its own', async () => {
    const { receivedAt } = await units.deliver(aDelivery());
    await units.leapToNextDue();
    const [arrival] = await units.arrivals(1);
    expect(arrival).toMatchObject({ path: '/api/v1/units/cx-social-insurance/replies', signedBy: 'cx-social-insurance', status: 202 });
    expect(arrival?.reply).toMatchObject({ unit: 'cx-social-insurance', requestNo: '2026-yun2301-zhi-123/1', stepNo: inquiry });
    expect(arrival?.reply.content).toMatchObject({ kind: 'records', properties: [] });
    const answeredAt = arrival?.reply.answeredAt ?? '';
    expect(Date.parse(answeredAt) - epochMsOf(receivedAt)).toBe(dayMs);
    expect(arrival?.reply.replyNo).toBe(`cx-social-insurance-${answeredAt.slice(0, 10).replaceAll('-', '')}-2026-yun2301-zhi-123-1-1-1`);
  });

  it('shows its answer in the due list of the court before it acknowledges service, and until the court holds it', async () => {
    const { receivedAt } = await units.deliver(aDelivery());
    const rows = await database.query<{ id: string; kind: string; due_at: Date }>(`SELECT id, kind, due_at FROM appointment`);
    expect(rows).toEqual([{ id: `sim:${inquiry}:1`, kind: 'simulator', due_at: new Date(epochMsOf(receivedAt) + dayMs) }]);
    units.door.answerNext(503);
    await units.leapToNextDue();
    await units.arrivals(1);
    expect(await units.due()).toEqual([`sim:${inquiry}:1`]);
    await units.arrivals(2);
    await nothingIsDue();
  });

  it('enters a seal as first in rank until the day asked for is over', async () => {
    await units.deliver(aSeal(1, 2));
    await units.leapToNextDue();
    const [arrival] = await units.arrivals(1);
    const effectiveAt = arrival?.reply.answeredAt;
    expect(arrival?.reply.content).toEqual({
      kind: 'registered',
      lines: [1, 2].map((lineNo) => ({
        lineNo,
        standing: 'inForce',
        registrationNo: `cf-2026-yun2301-zhi-123-2-1-${lineNo}`,
        effectiveAt,
        endsAt: '2029-03-02T00:00:00.000+08:00',
        rank: 1,
      })),
    });
  });

  it('renews, lifts and clears what was asked, under the number it first gave', async () => {
    const number = 'cf-2026-yun2301-zhi-123-2-1-1';
    const asked = { of: seal, actionId: 'C14-2', unit: 'cx-natural-resources' } as const;
    await units.deliver(aDelivery({ ...asked, stepNo: '2026-yun2301-zhi-123/2/2', step: 'renewal', lines: [aLine(1, '2032-03-01')] }));
    await units.leapToNextDue();
    await units.arrivals(1);
    await units.deliver(aDelivery({ ...asked, stepNo: '2026-yun2301-zhi-123/2/3', step: 'lift', lines: [aLine(1, '2032-03-01', number)] }));
    await units.leapToNextDue();
    await units.arrivals(2);
    await units.deliver(
      aDelivery({ ...asked, stepNo: '2026-yun2301-zhi-123/2/4', step: 'clearing', lines: [aLine(1, '2032-03-01', number)] }),
    );
    await units.leapToNextDue();
    const contents = (await units.arrivals(3)).map(({ reply }) => reply.content);
    expect(contents).toMatchObject([
      { kind: 'renewed', lines: [{ lineNo: 1, registrationNo: number, endsAt: '2032-03-02T00:00:00.000+08:00' }] },
      { kind: 'lifted', lines: [1] },
      { kind: 'markCleared', lines: [1] },
    ]);
  });

  it('accepts a transferred case at once and files it on the fifth day', async () => {
    const { receivedAt } = await units.deliver(aDelivery({ actionId: 'C08-1', unit: 'cx-police' }));
    await units.arrivals(1);
    await until('the filing to be all that is due', async () => (await units.due()).length === 1);
    await units.leapToNextDue();
    const arrivals = await units.arrivals(2);
    expect(arrivals.map(({ reply }) => reply.content.kind)).toEqual(['caseAccepted', 'caseFiled']);
    expect(arrivals.map(({ reply }) => Date.parse(reply.answeredAt ?? '') - epochMsOf(receivedAt))).toEqual([0, 5 * dayMs]);
  });

  it('says nothing to a reminder, and answers an order with what was first asked', async () => {
    await units.play({ when: { step: 'service' }, behaviours: [{ silent: true }] });
    await units.deliver(aSeal(1));
    const pressing = { of: seal, actionId: 'C14-2', unit: 'cx-natural-resources' } as const;
    await units.deliver(aDelivery({ ...pressing, stepNo: '2026-yun2301-zhi-123/2/2', step: 'reminder' }));
    expect(await units.due()).toEqual([]);
    await units.deliver(aDelivery({ ...pressing, stepNo: '2026-yun2301-zhi-123/2/3', step: 'order' }));
    await units.leapToNextDue();
    const [arrival] = await units.arrivals(1);
    expect(arrival?.reply).toMatchObject({ stepNo: seal, content: { kind: 'registered', lines: [{ lineNo: 1, standing: 'inForce' }] } });
  });
});

describe('a unit that does as scripted', () => {
  it('stays silent when it is to be silent', async () => {
    await units.play({ when: { subjectName: '甲试例' }, behaviours: [{ silent: true }] });
    await units.deliver(aDelivery());
    await units.deliver(aDelivery({ stepNo: '2026-yun2301-zhi-124/1/1', subjectName: '丙试例' }));
    expect(await units.due()).toEqual(['sim:2026-yun2301-zhi-124/1/1:1']);
  });

  it('refuses in the words of the script', async () => {
    const refusal = { kind: 'refused', reason: '本单位内部规定不予提供。' } as const;
    await units.play({ when: { unit: 'cx-social-insurance', actionId: 'C04-1' }, behaviours: [{ reply: refusal, afterDays: 3 }] });
    await units.deliver(aDelivery());
    await units.leapToNextDue();
    const [arrival] = await units.arrivals(1);
    expect(arrival?.reply.content).toEqual(refusal);
  });

  it('sends one answer three times under one number', async () => {
    await units.play({ when: {}, behaviours: [{ usual: true, times: 3, afterMs: 0 }] });
    await units.deliver(aDelivery());
    const arrivals = await units.arrivals(3);
    await nothingIsDue();
    expect(new Set(arrivals.map(({ reply }) => JSON.stringify(reply))).size).toBe(1);
    expect((await units.log()).sent).toMatchObject([{ httpStatus: 202, repeats: 2 }]);
  });

  it('answers only when reminded', async () => {
    await units.play(
      { when: { step: 'service' }, behaviours: [{ silent: true }] },
      { when: { step: 'reminder' }, behaviours: [{ usual: true, afterHours: 1 }] },
    );
    await units.deliver(aDelivery());
    await units.deliver(aDelivery({ stepNo: '2026-yun2301-zhi-123/1/2', step: 'reminder', of: inquiry, papers: [] }));
    expect(await units.leapToNextDue()).toBe('sim:2026-yun2301-zhi-123/1/2:1');
    const [arrival] = await units.arrivals(1);
    expect(arrival?.reply).toMatchObject({ stepNo: inquiry, content: { kind: 'records' } });
  });

  it('queues a seal as third and moves it up a month later', async () => {
    await units.play({
      when: { actionId: 'C14-2' },
      behaviours: [
        { reply: { kind: 'registered', standing: 'waiting', rank: 3 }, afterHours: 12 },
        { reply: { kind: 'promoted' }, afterDays: 30 },
      ],
    });
    await units.deliver(aSeal(1));
    await units.leapToNextDue();
    await units.arrivals(1);
    await until('the promotion to be all that is due', async () => (await units.due()).length === 1);
    await units.leapToNextDue();
    const [queued, promoted] = (await units.arrivals(2)).map(({ reply }) => reply);
    const registrationNo = 'cf-2026-yun2301-zhi-123-2-1-1';
    expect(queued?.content).toEqual({ kind: 'registered', lines: [{ lineNo: 1, standing: 'waiting', registrationNo, rank: 3 }] });
    const movedUpAt = promoted?.answeredAt ?? '';
    const line = promoted?.content.kind === 'promoted' ? promoted.content.lines[0] : undefined;
    expect(line).toMatchObject({ standing: 'inForce', registrationNo, effectiveAt: movedUpAt, rank: 1 });
  });

  it('lifts half of what it was told to lift', async () => {
    await units.play({ when: { step: 'lift' }, behaviours: [{ reply: { kind: 'lifted', half: true }, afterMs: 0 }] });
    const lines = [aLine(1), aLine(2), aLine(3), aLine(4)];
    await units.deliver(aDelivery({ stepNo: '2026-yun2301-zhi-123/2/2', step: 'lift', of: seal, actionId: 'C14-2', lines }));
    const [arrival] = await units.arrivals(1);
    expect(arrival?.reply.content).toEqual({ kind: 'lifted', lines: [1, 2] });
  });

  it('speaks under the name of a unit that was never asked, and with a signature that proves nothing', async () => {
    await units.play({
      when: {},
      behaviours: [
        { usual: true, afterMs: 0, fromUnit: 'cx-somebody-else' },
        { usual: true, afterMs: 1, badSignature: true },
      ],
    });
    await units.deliver(aDelivery());
    const arrivals = await units.arrivals(2);
    expect(arrivals.map(({ reply, signedBy }) => [reply.unit, signedBy])).toEqual([
      ['cx-somebody-else', 'cx-somebody-else'],
      ['cx-social-insurance', 'badSignature'],
    ]);
    await nothingIsDue();
    expect((await units.log()).sent.map(({ httpStatus }) => httpStatus)).toEqual([202, 401]);
  });

  it('sends a seal without a term back to the court', async () => {
    const { endsOn: _none, ...line } = aLine(1);
    await units.deliver(aDelivery({ stepNo: seal, actionId: 'C14-2', unit: 'cx-natural-resources', lines: [line] }));
    await units.leapToNextDue();
    const [arrival] = await units.arrivals(1);
    expect(arrival?.reply.content).toMatchObject({ kind: 'returned', missing: 'document' });
  });

  it('is not given a script with a word nobody knows', async () => {
    const answer = await units.put('/script', { rules: [{ when: { town: '楚雄' }, behaviours: [{ silent: true }] }] });
    expect(answer.status).toBe(422);
  });
});
