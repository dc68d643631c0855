import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { epochMsOf } from '../../domain/calendar/instant.ts';
import { readConfig } from '../../simulator/config.ts';
import { aDelivery } from '../adapters/units/deliveries.ts';
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

const unit = 'cx-social-insurance';
const stepNo = '2026-yun2301-zhi-123/1/1';
const rejected = (status: number, code: string) => ({ ok: false, error: { kind: 'deliveryRejected', status, code } });

describe('a unit at its door', () => {
  it('takes nothing that the court did not sign', async () => {
    expect(await units.channelTo(unit, { keyId: 'somebody' }).deliver(aDelivery())).toEqual(rejected(401, 'unknownKey'));
    const unsigned = await units.put(`/units/${unit}/steps/${encodeURIComponent(stepNo)}`, aDelivery());
    expect([unsigned.status, await unsigned.json()]).toEqual([401, { code: 'missing' }]);
    expect((await units.log()).received).toEqual([]);
  });

  it('takes no service, renewal or lift without a paper', async () => {
    for (const step of ['service', 'order', 'renewal', 'lift'] as const)
      expect(await units.channelTo(unit).deliver(aDelivery({ step, papers: [] }))).toEqual(rejected(422, 'noPaper'));
    expect((await units.log()).received).toEqual([]);
  });

  it('takes nothing that is addressed to another', async () => {
    expect(await units.channelTo('cx-police').deliver(aDelivery())).toEqual(rejected(422, 'otherUnit'));
    expect(await units.channelTo(unit).deliver({ ...aDelivery(), contact: '' })).toEqual(rejected(422, 'unreadableDelivery'));
  });

  it('acts once per step number, however often and however closely together it comes', async () => {
    await Promise.all(Array.from({ length: 6 }, () => units.deliver(aDelivery())));
    await units.deliver(aDelivery());
    expect((await units.log()).received).toMatchObject([{ stepNo, unit, actionId: 'C04-1', step: 'service', count: 7, acts: 1 }]);
    expect(await units.due()).toEqual([`sim:${stepNo}:1`]);
    await units.leapToNextDue();
    await until('the appointment to be kept', async () => (await units.due()).length === 0);
    expect(units.door.arrivals).toHaveLength(1);
  });

  it('refuses another content under a step number it knows', async () => {
    await units.deliver(aDelivery());
    const other = await units.channelTo(unit).deliver(aDelivery({ contact: '执行局 丁试例法官 0878-0000001' }));
    expect(other).toEqual(rejected(409, 'duplicateWithOtherContent'));
    expect((await units.log()).received).toMatchObject([{ count: 1, acts: 1 }]);
  });
});

describe('a unit in trouble', () => {
  it.each([
    ['busy', 'unitBusy'],
    ['reset', 'unitUnreachable'],
  ] as const)('is down (%s) for the first two deliveries, takes the third and answers as usual', async (by, kind) => {
    await units.play({ when: {}, behaviours: [{ down: { attempts: 2, by } }] });
    for (const _attempt of [1, 2]) expect(await units.channelTo(unit).deliver(aDelivery())).toMatchObject({ ok: false, error: { kind } });
    expect((await units.log()).received).toEqual([]);
    expect(await units.deliver(aDelivery())).toMatchObject({ repeat: false });
    expect(await units.due()).toHaveLength(1);
  });

  it('is down until so much court time has passed', async () => {
    await units.play({ when: { unit }, behaviours: [{ down: { forMs: 3 * dayMs } }] });
    expect(await units.channelTo(unit).deliver(aDelivery())).toEqual({ ok: false, error: { kind: 'unitBusy', retryAfterSeconds: 1 } });
    await database.query(`UPDATE court_clock SET offset_ms = offset_ms + $1`, [3 * dayMs]);
    expect(await units.deliver(aDelivery())).toMatchObject({ repeat: false });
  });

  it('is so slow that the court hangs up, and has acted all the same', async () => {
    await units.play({ when: {}, behaviours: [{ slowMs: 5_000 }, { usual: true, afterMs: 0 }] });
    const hasty = await units.channelTo(unit, { attemptTimeoutMs: 100 }).deliver(aDelivery());
    expect(hasty).toEqual({ ok: false, error: { kind: 'unitUnreachable' } });
    expect(await units.deliver(aDelivery())).toMatchObject({ repeat: true });
    await units.arrivals(1);
    expect((await units.log()).received).toMatchObject([{ count: 2, acts: 1 }]);
  });

  it('repeats an answer until the court has it, and lets none of that request overtake it', async () => {
    await units.play({
      when: {},
      behaviours: [
        { reply: { kind: 'caseAccepted' }, afterMs: 0 },
        { reply: { kind: 'caseNotFiled', reason: '不符合立案条件。' }, afterMs: 1 },
      ],
    });
    units.door.answerNext('hangUp', 503, 429);
    await units.deliver(aDelivery({ actionId: 'C08-1' }));
    const arrivals = await units.arrivals(5);
    expect(arrivals.map(({ reply, status }) => [reply.content.kind, status])).toEqual([
      ['caseAccepted', 0],
      ['caseAccepted', 503],
      ['caseAccepted', 429],
      ['caseAccepted', 202],
      ['caseNotFiled', 202],
    ]);
    await until('both appointments to be kept', async () => (await units.due()).length === 0);
    expect((await units.log()).sent).toMatchObject([
      { kind: 'caseAccepted', loggedAsSent: true, httpStatus: 202, repeats: 3 },
      { kind: 'caseNotFiled', httpStatus: 202, repeats: 0 },
    ]);
  });

  it('lets go of an answer that the court refuses for good', async () => {
    await units.play({ when: {}, behaviours: [{ usual: true, afterMs: 0 }] });
    units.door.answerNext(403);
    await units.deliver(aDelivery());
    await units.arrivals(1);
    await until('the appointment to be kept', async () => (await units.due()).length === 0);
    expect((await units.log()).sent).toMatchObject([{ httpStatus: 403, repeats: 0 }]);
  });
});

describe('a simulator that is interrupted', () => {
  it('answers after a restart what it took before', async () => {
    const { receivedAt } = await units.deliver(aDelivery());
    await units.stop();
    await units.leapToNextDue();
    await units.start();
    const [arrival] = await units.arrivals(1);
    expect(Date.parse(arrival?.reply.answeredAt ?? '') - epochMsOf(receivedAt)).toBe(dayMs);
    expect(await units.deliver(aDelivery())).toMatchObject({ repeat: true, receivedAt });
    await until('the appointment to be kept', async () => (await units.due()).length === 0);
    await units.stop();
    await units.start();
    expect((await units.log()).received).toMatchObject([{ count: 2, acts: 1 }]);
    expect(units.door.arrivals).toHaveLength(1);
  });

  it('reads a journal whose last line was cut short', async () => {
    await units.deliver(aDelivery());
    await units.stop();
    appendFileSync(join(units.environment['LIANDONG_SIMULATOR_DATA'] ?? '', 'journal.jsonl'), '{"type":"repeated","stepN');
    await units.start();
    await units.deliver(aDelivery());
    await units.stop();
    await units.start();
    expect((await units.log()).received).toMatchObject([{ count: 2 }]);
  });

  it('acknowledges nothing while the court clock is away, and loses no answer over it', async () => {
    await units.play({ when: { step: 'service' }, behaviours: [{ usual: true, afterMs: 300 }] });
    await until('the clock to be known', async () => (await fetch(`${units.url}/health`)).ok);
    await units.deliver(aDelivery());
    await units.line.cut();
    const [early] = await units.arrivals(1);
    expect(early?.reply.stepNo).toBe(stepNo);
    const next = aDelivery({ stepNo: '2026-yun2301-zhi-124/1/1' });
    expect(await units.channelTo(unit).deliver(next)).toMatchObject({ ok: false, error: { kind: 'unitBusy' } });
    await until('the loss to be known', async () => (await fetch(`${units.url}/health`)).status === 503);
    await units.line.mend();
    await until('the first appointment to be kept', async () => (await units.due()).length === 0);
    await units.deliver(next);
    await units.arrivals(2);
    await until('health', async () => (await fetch(`${units.url}/health`)).ok);
  });

  it('shows the due list again what an outage kept from it, before it answers', async () => {
    await units.deliver(aDelivery());
    await units.stop();
    await database.query(`DELETE FROM appointment`);
    await units.start();
    await until('the appointment', async () => (await units.due()).length === 1);
    await units.leapToNextDue();
    await units.arrivals(1);
  });

  it('follows a leap of which it had no notice', async () => {
    await units.deliver(aDelivery());
    await database.query(`SET session_replication_role = replica; UPDATE court_clock SET offset_ms = offset_ms + ${dayMs}; RESET ALL`);
    await units.arrivals(1);
  });

  it('begins a new run with nothing on its books and nothing in the due list', async () => {
    await units.deliver(aDelivery());
    expect((await fetch(`${units.url}/log`, { method: 'DELETE' })).status).toBe(204);
    expect([await units.log(), await units.due()]).toEqual([{ received: [], sent: [] }, []]);
    expect(await units.deliver(aDelivery())).toMatchObject({ repeat: false });
    await units.leapToNextDue();
    await units.arrivals(1);
  });
});

describe('sabotage', () => {
  it('loses one answer that it logs as sent, acts twice on one later service, and names both', async () => {
    const second = aDelivery({ stepNo: '2026-yun2301-zhi-124/1/1' });
    expect(await units.sabotage()).toEqual({ mode: null, lost: null, doubled: null });
    expect((await units.put('/sabotage', { mode: 'loseOneAnswerAndDoubleOneService' })).status).toBe(200);
    await units.deliver(aDelivery());
    await units.leapToNextDue();
    await until('the lost answer to be off the due list', async () => (await units.due()).length === 0);
    expect(units.door.arrivals).toEqual([]);
    await units.deliver(second);
    await units.deliver(second);
    await units.deliver(aDelivery({ stepNo: '2026-yun2301-zhi-125/1/1' }));
    const { received, sent } = await units.log();
    expect(sent).toMatchObject([{ stepNo, kind: 'records', loggedAsSent: true, httpStatus: 202 }]);
    expect(received.map(({ acts }) => acts)).toEqual([1, 2, 1]);
    const report = { lost: { stepNo, replyNo: sent[0]?.replyNo }, doubled: { stepNo: second.stepNo } };
    expect(await units.sabotage()).toMatchObject(report);
    // The third was asked milliseconds after the second, and is due as many after it.
    await units.leapToNextDue();
    await units.arrivals(2);
    await units.stop();
    await units.start();
    expect(await units.sabotage()).toMatchObject(report);
  });

  it('spares the answers without which a case could not come to an end', async () => {
    await units.put('/sabotage', { mode: 'loseOneAnswerAndDoubleOneService' });
    await units.play({ when: {}, behaviours: [{ usual: true, afterMs: 0 }] });
    await units.deliver(aDelivery({ actionId: 'C08-1', unit: 'cx-police' }));
    await units.arrivals(2);
    expect((await units.sabotage()).lost).toBeNull();
  });
});

describe('the configuration of the simulator', () => {
  it('is refused in production, and names what is missing without repeating a key', () => {
    expect(() => readConfig({ ...units.environment, NODE_ENV: 'production' })).toThrow('the simulator does not run in production');
    const { SIMULATOR_DATABASE_URL: _gone, ...rest } = units.environment;
    expect(() => readConfig(rest)).toThrow('SIMULATOR_DATABASE_URL');
    const spoilt = { ...units.environment, LIANDONG_UNIT_PRIVATE_KEYS: '{"*": {"kty": "OKP", "d": "very-secret"}}' };
    expect(() => readConfig(spoilt)).toThrow(/LIANDONG_UNIT_PRIVATE_KEYS(?!.*very-secret)/s);
  });
});
