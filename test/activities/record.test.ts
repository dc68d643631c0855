import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecordActivities, type RecordActivities, type RunErrand, type Turn, type Turned } from '../../activities/record.ts';
import { openingLines } from '../../domain/assistance/opening.ts';
import { requestAddress, requestProcess } from '../../domain/assistance/process.ts';
import type { AssistanceEvent } from '../../domain/assistance/events.ts';
import { addMs, epochMsOf, type Instant } from '../../domain/calendar/instant.ts';
import { err, ok } from '../../domain/result.ts';
import { aPlannedCase, filedAt, judge, openRecord, type CourtRecord } from '../adapters/postgres/court-record.ts';
import { aGate } from '../adapters/postgres/gate.ts';

let court: CourtRecord;
beforeAll(async () => {
  court = await openRecord();
  // Wherever the real clock stands: what is due in March is due.
  const offsetMs = BigInt(Math.max(0, epochMsOf(addMs(filedAt, 90 * 86_400_000)) - Date.now()));
  await court.database.courtClock.update({ where: { id: 1 }, data: { offsetMs } });
});
afterAll(() => court.close());

let cases = 0;

/** A request that was approved, with its first two lines in the record, and the paper still to be brought to its unit. */
const aRequest = async () => {
  const book = await aPlannedCase(court.record, (cases += 1));
  const approval = book.approval(judge);
  await book.put(court.record, approval, { act: await court.signed(`s-judge:${cases}`, judge) });
  const [started] = approval.flatMap((event) => (event.type === 'RequestStarted' ? [event] : []));
  if (started === undefined) throw new Error('Nothing was started');
  const { file, papers, at } = started;
  const stream = requestAddress(file.requestNo);
  const born = openingLines(file, papers, at);
  const turnOf = (record: readonly AssistanceEvent[], events: readonly AssistanceEvent[]): Turn => ({
    kind: 'request',
    stream,
    line: record.length,
    state: requestProcess.replay(record),
    events,
    consumes: [],
    offsetMs: 0,
  });
  return { stream, born, turnOf };
};

/** The way to the units, as a hand that counts: every errand takes effect a second later than the one before it. */
const messengers = (before: () => Promise<unknown> = () => Promise.resolve()) => {
  const posted: string[] = [];
  let runs = 0;
  const runErrand: RunErrand = async () => {
    runs += 1;
    const at = addMs(filedAt, runs * 1_000);
    await before();
    return { type: 'delivered', at, channel: 'rest', receiptNo: `hz-${runs}` };
  };
  const activities = createRecordActivities({
    record: court.record,
    postman: {
      send: ({ id }) => {
        posted.push(id);
        return Promise.resolve(ok(undefined));
      },
    },
    runErrand,
  });
  return { runs: () => runs, posted, activities };
};

/** One attempt of the activity, within a run of its workflow. */
const attempt = async (run: string, activity: RecordActivities['perform'], turn: Turn): Promise<Turned> => {
  const info = { workflowExecution: { workflowId: turn.stream, runId: run } };
  const turned: unknown = await new MockActivityEnvironment(info, { logger: new DefaultLogger('ERROR') }).run(activity, turn);
  return turned as Turned;
};

const typesIn = async (stream: string) =>
  (await court.database.event.findMany({ where: { stream }, orderBy: { number: 'asc' } })).map(({ type }) => type);

const forked = (number: number) =>
  expect.objectContaining({ type: 'recordForked', nonRetryable: true, details: [expect.objectContaining({ number })] });

describe('an errand whose worker dies', () => {
  it('after its result was recorded is not run again, though its decision left no line', async () => {
    const { stream, born, turnOf } = await aRequest();
    const { activities, runs, posted } = messengers();
    const first = await attempt('run-a', activities.perform, turnOf(born, []));
    const again = await attempt('run-a', activities.perform, turnOf(born, []));
    expect(first.events).toMatchObject([{ type: 'StepDelivered', receiptNo: 'hz-1' }]);
    expect(again.events).toEqual(first.events);
    expect(runs()).toBe(1);
    expect(await typesIn(stream)).toEqual(['RequestOpened', 'StepDecided', 'StepDelivered']);
    expect(posted).toHaveLength(1);
  });

  it('after its result was recorded is not run again behind the lines of its decision', async () => {
    const { stream, born, turnOf } = await aRequest();
    const { activities, runs } = messengers();
    const served = await attempt('run-a', activities.perform, turnOf(born, []));
    const record = [...born, ...(served.events as readonly AssistanceEvent[])];
    const state = requestProcess.replay(record);
    const at = requestProcess.dueOf(state) as Instant;
    const reminded = requestProcess.decide(state, { type: 'due', at });
    if (!reminded.ok) throw new Error('A silent unit is reminded');
    const first = await attempt('run-a', activities.perform, turnOf(record, reminded.value));
    const again = await attempt('run-a', activities.perform, turnOf(record, reminded.value));
    expect(first.events.map(({ type }) => type)).toEqual(['TermPassed', 'StepDecided', 'StepDelivered']);
    expect(again.events).toEqual(first.events);
    expect(runs()).toBe(2);
    expect(await typesIn(stream)).toHaveLength(6);
  });

  it('between decision and errand has the decision recorded once and the errand run', async () => {
    const { stream, born, turnOf } = await aRequest();
    const { activities, runs } = messengers();
    const ended = requestProcess.decide(requestProcess.replay(born), {
      type: 'undelivered',
      at: filedAt,
      channel: 'rest',
      failure: 'unitUnreachable',
      permanent: false,
    });
    const events = ended.ok ? ended.value : [];
    const [failed] = events;
    if (failed?.type !== 'DeliveryFailed') throw new Error('A unit that is down is tried again');
    await attempt('run-a', activities.record, turnOf(born, events));
    const later = turnOf([...born, ...events], []);
    await attempt('run-a', activities.record, later);
    const brought = await attempt('run-a', activities.perform, later);
    expect(brought.events).toMatchObject([{ type: 'StepDelivered' }]);
    expect(runs()).toBe(1);
    expect(await typesIn(stream)).toEqual(['RequestOpened', 'StepDecided', 'DeliveryFailed', 'StepDelivered']);
  });

  it('in appearance only, and is still at it beside its repetition, is recorded once and both learn the same', async () => {
    const { stream, born, turnOf } = await aRequest();
    const gate = aGate();
    const slow = messengers(() => gate.opened);
    const believedDead = attempt('run-a', slow.activities.perform, turnOf(born, []));
    const quick = messengers();
    const repetition = await attempt('run-a', quick.activities.perform, turnOf(born, []));
    gate.open();
    expect((await believedDead).events).toEqual(repetition.events);
    expect(await typesIn(stream)).toEqual(['RequestOpened', 'StepDecided', 'StepDelivered']);
  });
});

describe('a run that another history has overtaken', () => {
  it('stops before it runs an errand, when the lines behind it are another run’s', async () => {
    const { born, stream, turnOf } = await aRequest();
    const { activities, runs } = messengers();
    await attempt('run-a', activities.perform, turnOf(born, []));
    await expect(attempt('run-b', activities.perform, turnOf(born, []))).rejects.toEqual(forked(3));
    expect(runs()).toBe(1);
    expect(await typesIn(stream)).toHaveLength(3);
  });

  it('stops when what its errand brings back is not what stands', async () => {
    const { born, stream, turnOf } = await aRequest();
    const gate = aGate();
    const slow = messengers(() => gate.opened);
    const overtaken = attempt('run-b', slow.activities.perform, turnOf(born, []));
    const { activities } = messengers();
    const told = requestProcess.decide(requestProcess.replay(born), {
      type: 'instruction',
      at: filedAt,
      instruction: { kind: 'withdraw' },
    });
    await attempt('run-a', activities.record, turnOf(born, told.ok ? told.value : []));
    const standing = await typesIn(stream);
    gate.open();
    await expect(overtaken).rejects.toEqual(forked(3));
    expect(await typesIn(stream)).toEqual(standing);
  });
});

describe('what the events of a turn say to others', () => {
  const reportsOf = async (stream: string) =>
    court.database.message.findMany({ where: { id: { startsWith: `${stream.slice('request/'.length)}#` } } });

  it('is written with them and marked when it was handed over', async () => {
    const { born, stream, turnOf } = await aRequest();
    await attempt('run-a', messengers().activities.perform, turnOf(born, []));
    const [report] = await reportsOf(stream);
    expect(report).toMatchObject({ signal: 'report', problem: null, consumedAt: null });
    expect(report?.sentAt).toBeInstanceOf(Date);
  });

  it('stays to be sent while the engine is away, and is shown as undeliverable when its recipient has closed', async () => {
    const rejecting = (kind: 'engineAway' | 'recipientClosed') =>
      createRecordActivities({
        record: court.record,
        postman: { send: () => Promise.resolve(err({ kind })) },
        runErrand: () => Promise.resolve({ type: 'delivered', at: filedAt, channel: 'rest', receiptNo: 'hz' }),
      });
    const away = await aRequest();
    await attempt('run-a', rejecting('engineAway').perform, away.turnOf(away.born, []));
    expect(await reportsOf(away.stream)).toMatchObject([{ sentAt: null, problem: null }]);
    const closed = await aRequest();
    await attempt('run-a', rejecting('recipientClosed').perform, closed.turnOf(closed.born, []));
    expect(await reportsOf(closed.stream)).toMatchObject([{ sentAt: null, problem: 'recipientClosed' }]);
  });
});

describe('a turn that the record refuses', () => {
  it('fails for good, so that its author hears so and nobody tries it again', async () => {
    const { born, turnOf } = await aRequest();
    const act = { actId: 's-judge:forged', bodyHash: 'a'.repeat(64), assertion: 'nobody.says.so' };
    const refused = attempt('run-a', messengers().activities.record, { ...turnOf(born, []), act });
    await expect(refused).rejects.toBeInstanceOf(ApplicationFailure);
    await expect(refused).rejects.toMatchObject({ type: 'recordRefused', nonRetryable: true });
  });
});
