import fc from 'fast-check';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { postgresAdmissions } from '../../../adapters/postgres/admissions.ts';
import { fromDate, openDatabase, toDate, type Database } from '../../../adapters/postgres/client.ts';
import { courtNow, laggards, leapOnce, noteTold, readOffset } from '../../../adapters/postgres/court-clock.ts';
import { addMs, epochMsOf, type Instant } from '../../../domain/calendar/instant.ts';
import { createDatabase } from '../../support/database.ts';
import { aGate } from './gate.ts';

let url: string;
let drop: () => Promise<void>;
let database: Database;
beforeAll(async () => {
  ({ url, drop } = await createDatabase());
  database = openDatabase(url);
});
afterEach(async () => {
  await database.process.deleteMany();
  await database.appointment.deleteMany();
  await database.message.deleteMany();
});
afterAll(async () => {
  await database.$disconnect();
  await drop();
});

const dayMs = 86_400_000;
const now = async (): Promise<Instant> => courtNow(await readOffset(database));
const inDays = async (days: number): Promise<Instant> => addMs(await now(), days * dayMs);

const aProcess = (workflowId: string, dueAt: Instant | undefined, more: { busy?: boolean; ended?: boolean; offsetMs?: bigint } = {}) =>
  database.process.create({
    data: {
      ...{ workflowId, kind: 'request', caseId: 'c', court: '云2301', phase: 'served', awaiting: 'unit', details: '', line: 1, state: {} },
      ...{ busy: false, offsetMs: 0n, ...more },
      dueAt: dueAt === undefined ? null : toDate(dueAt),
    },
  });

const anAppointment = (id: string, dueAt: Instant, doneAt?: Date) =>
  database.appointment.create({ data: { id, kind: 'answer', dueAt: toDate(dueAt), ...(doneAt !== undefined && { doneAt }) } });

const aMessage = (id: string, at: Instant, more: { consumedAt?: Date; problem?: string } = {}) =>
  database.message.create({ data: { id, recipient: 'case/c', signal: 'report', at: toDate(at), ...more } });

describe('a leap', () => {
  it('goes to the goal when nothing is due before it', async () => {
    const goal = await inDays(30);
    expect(await leapOnce(database, goal)).toMatchObject({ kind: 'leapt', arrived: true });
    expect((await now()) >= goal).toBe(true);
    expect(epochMsOf(await now()) - epochMsOf(goal)).toBeLessThan(2_000);
  });

  it('puts nothing forward to a goal that has passed', async () => {
    const before = await readOffset(database);
    expect(await leapOnce(database, await inDays(-1))).toMatchObject({ kind: 'leapt', arrived: true, offsetMs: before });
    expect(await readOffset(database)).toBe(before);
  });

  it.for<[string, (due: Instant) => Promise<unknown>]>([
    ['the due instant of an open process', (due) => aProcess('request/c/1', due)],
    ['an appointment outside the processes', (due) => anAppointment('script-1', due)],
    ['a message that is dated later', (due) => aMessage('m-1', due)],
  ])('stops at %s and goes no further while it stands', async ([, stands]) => {
    const due = await inDays(3);
    await stands(due);
    await aProcess('request/c/9', await inDays(5));
    const step = await leapOnce(database, await inDays(90));
    expect(step).toMatchObject({ kind: 'leapt', arrived: false });
    expect(epochMsOf(await now()) - epochMsOf(due)).toBeGreaterThanOrEqual(0);
    expect(epochMsOf(await now()) - epochMsOf(due)).toBeLessThan(2_000);
    expect(await leapOnce(database, await inDays(90))).toMatchObject({ kind: 'busy', waitingFor: { length: 1 } });
  });

  it.for<[string, () => Promise<unknown>, string]>([
    ['a process is at work', () => aProcess('request/c/1', undefined, { busy: true }), 'request/c/1 is at work'],
    ['a process is overdue', async () => aProcess('request/c/1', await inDays(-1)), 'request/c/1 is due'],
    ['an appointment is overdue', async () => anAppointment('script-1', await inDays(-1)), 'script-1 is due'],
    ['a message is on its way', async () => aMessage('m-1', await inDays(0)), 'm-1 is on its way to case/c'],
  ])('does not happen while %s, and says so', async ([, stands, said]) => {
    await stands();
    const before = await readOffset(database);
    expect(await leapOnce(database, await inDays(90))).toEqual({ kind: 'busy', waitingFor: [said] });
    expect(await readOffset(database)).toBe(before);
  });

  it('is not held up by what has ended, was done, was taken in, or cannot be delivered', async () => {
    const past = await inDays(-1);
    await aProcess('request/c/1', past, { ended: true });
    await aProcess('request/c/2', past, { ended: true, busy: true });
    await anAppointment('script-1', past, new Date());
    await aMessage('m-1', past, { consumedAt: new Date() });
    await aMessage('m-2', past, { problem: 'recipientClosed' });
    expect(await leapOnce(database, await inDays(2))).toMatchObject({ kind: 'leapt', arrived: true });
  });

  it('of several drivers at once crosses nothing either', async () => {
    const due = await inDays(3);
    await aProcess('request/c/1', due);
    const goal = await inDays(90);
    await Promise.all(Array.from({ length: 8 }, () => leapOnce(database, goal)));
    expect(epochMsOf(await now()) - epochMsOf(due)).toBeLessThan(2_000);
  });

  it('visits every due instant before the goal, in order, whatever stands in the list', async () => {
    const minutes = fc.uniqueArray(fc.integer({ min: 60, max: 60 * 24 * 400 }), {
      minLength: 1,
      maxLength: 6,
      comparator: 'IsStrictlyEqual',
    });
    await fc.assert(
      fc.asyncProperty(minutes, fc.integer({ min: 60, max: 60 * 24 * 400 }), async (offsets, goalIn) => {
        const start = await now();
        const dues = offsets.map((minute) => addMs(start, minute * 60_000)).toSorted();
        await Promise.all(
          dues.map((due, place) => (place % 2 === 0 ? aProcess(`request/c/${place}`, due) : anAppointment(`a-${place}`, due))),
        );
        const goal = addMs(start, goalIn * 60_000);
        const visited = await leapThrough(goal);
        await database.process.deleteMany();
        await database.appointment.deleteMany();
        expect(visited).toEqual(dues.filter((due) => due < goal));
        expect((await now()) >= goal).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});

/** Leaps until the goal and does what is due wherever the clock stops; tells where that was. */
const leapThrough = async (goal: Instant): Promise<readonly Instant[]> => {
  const visited: Instant[] = [];
  for (;;) {
    const step = await leapOnce(database, goal);
    if (step.kind === 'leapt' && step.arrived) return visited;
    const due = { lte: new Date(epochMsOf(await now())) };
    const [processes, appointments] = await Promise.all([
      database.process.findMany({ where: { ended: false, dueAt: due } }),
      database.appointment.findMany({ where: { doneAt: null, dueAt: due } }),
    ]);
    visited.push(...[...processes, ...appointments].flatMap(({ dueAt }) => (dueAt === null ? [] : [fromDate(dueAt)])).toSorted());
    await database.process.updateMany({ where: { dueAt: due }, data: { ended: true } });
    await database.appointment.updateMany({ where: { dueAt: due }, data: { doneAt: new Date() } });
  }
};

describe('the clock of the court', () => {
  it('never goes back', async () => {
    await leapOnce(database, await inDays(1));
    const offset = await readOffset(database);
    await expect(database.$executeRaw`UPDATE court_clock SET offset_ms = offset_ms - 1`).rejects.toThrow('not put back');
    expect(await readOffset(database)).toBe(offset);
  });

  it('tells whoever listens of each leap', async () => {
    const listener = new pg.Client({ connectionString: url });
    await listener.connect();
    await listener.query('LISTEN court_clock');
    const heard = new Promise<string | undefined>((resolve) => listener.once('notification', ({ payload }) => resolve(payload)));
    const step = await leapOnce(database, await inDays(1));
    expect(await heard).toBe(String(step.kind === 'leapt' ? step.offsetMs : 'no leap'));
    await listener.end();
  });

  it('stands still while an act is being admitted, and finds it on its way afterwards', async () => {
    const admitted = aGate();
    const admission = postgresAdmissions(database).admit({ id: 'act-1', recipient: 'case/c', signal: 'act' }, async ({ at }) => {
      await admitted.opened;
      return { admitted: true, value: at };
    });
    await waitUntil(async () => (await locksOnClock()).held > 0);
    const leap = leapOnce(database, await inDays(90));
    await waitUntil(async () => (await locksOnClock()).waiting > 0);
    const before = await readOffset(database);
    admitted.open();
    const at = await admission;
    expect(await leap).toEqual({ kind: 'busy', waitingFor: ['act-1 is on its way to case/c'] });
    expect(await readOffset(database)).toBe(before);
    expect(epochMsOf(await now()) - epochMsOf(at as Instant)).toBeLessThan(5_000);
  });
});

/** Who holds the clock row's table, and who waits for another transaction. */
const locksOnClock = async (): Promise<{ readonly held: number; readonly waiting: number }> => {
  const [row] = await database.$queryRaw<{ held: bigint; waiting: bigint }[]>`
    SELECT count(*) FILTER (WHERE granted AND relation = 'court_clock'::regclass AND mode = 'RowShareLock') AS held,
           count(*) FILTER (WHERE NOT granted) AS waiting FROM pg_locks`;
  return { held: Number(row?.held ?? 0), waiting: Number(row?.waiting ?? 0) };
};

const waitUntil = async (holds: () => Promise<boolean>): Promise<void> => {
  const giveUpAt = Date.now() + 10_000;
  while (!(await holds())) if (Date.now() > giveUpAt) throw new Error('It did not come to that');
};

describe('those who must be told of a leap', () => {
  it('are the open processes at rest, due within a day, that have not seen it; and each only once', async () => {
    await leapOnce(database, await inDays(1));
    const offset = await readOffset(database);
    await aProcess('request/c/near', await inDays(0.5));
    await aProcess('request/c/far', await inDays(2));
    await aProcess('request/c/busy', await inDays(0.5), { busy: true });
    await aProcess('request/c/ended', await inDays(0.5), { ended: true });
    await aProcess('request/c/informed', await inDays(0.5), { offsetMs: BigInt(offset) });
    const found = await laggards(database, offset);
    expect(found).toEqual(['request/c/near']);
    await noteTold(database, found, offset);
    expect(await laggards(database, offset)).toEqual([]);
  });
});
