import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOutage } from '../../adapters/postgres/client.ts';
import { addMs, dateOf } from '../../domain/calendar/instant.ts';
import { migrate } from '../../prisma/migrate.ts';
import { passingServers, type PassingProcess, type PassingServers } from '../../scripts/lib/bring-up.mjs';
import { until } from '../simulator/until.ts';
import { yuan, type CaseInCourt } from '../support/court-case.ts';
import { performedAndLifted, type Amid } from '../support/court-stories.ts';
import type { Part } from '../support/court-processes.ts';
import { openCourt, type Court } from '../support/court.ts';
import { differences } from '../support/legal-days.ts';
import { expectedDays } from '../support/oracle.ts';
import { moment } from '../support/story.ts';

let servers: PassingServers;
beforeAll(async () => {
  servers = await passingServers();
});
afterAll(() => servers.stopAll());

const withCourt = async (options: Parameters<typeof openCourt>[0], use: (court: Court) => Promise<void>): Promise<void> => {
  const court = await openCourt(options);
  try {
    await use(court);
    expect(await court.disagreements()).toEqual([]);
  } finally {
    await court.close();
  }
};

const ownDatabase = async () => {
  const postgres = await servers.startPostgres();
  const databaseUrl = postgres.url('postgres');
  await migrate(databaseUrl, path.join(import.meta.dirname, '..', '..', 'prisma'));
  return { postgres: postgres.server, databaseUrl };
};

/** While a thing is being done, the server goes as in a power cut, each time a little later in the doing, and comes back. */
const amidPowerCuts = (server: PassingProcess): Amid => {
  let deeds = 0;
  return async (deed) => {
    const doing = deed();
    doing.catch(() => undefined);
    await pause([20, 80, 200][deeds++ % 3]);
    await server.kill();
    await server.start();
    return doing;
  };
};

/** The seal's record, on the days on which it stands when nothing goes wrong. That a step had to be brought again may stand between. */
const isAsEver = async (court: Court, kase: CaseInCourt): Promise<void> => {
  const { workflowId } = await kase.request('C14-2');
  const record = (await court.recorded(workflowId)).filter(({ type }) => type !== 'DeliveryFailed');
  const expected = expectedDays({
    action: 'C14-2',
    servedAt: moment('2026-03-04 09:00'),
    unit: [
      { says: 'registered', at: moment('2026-03-04 21:00') },
      { says: 'lifted', at: moment('2026-03-07 21:00') },
    ],
    liftSignedAt: moment('2026-03-07 09:00'),
    until: moment('2026-03-10 10:00'),
  });
  expect(differences(expected, record)).toEqual([]);
  expect((await kase.row()).phase).toBe('closed');
};

/** While a thing is being done, the process that does it is killed, each time at another step of the doing, and started again. */
const amidKills = (part: Part): Amid => {
  let deeds = 0;
  return async (deed) => {
    const doing = deed();
    doing.catch(() => undefined);
    for (const after of [deeds * 15, 150]) {
      await pause(after);
      await part.end();
      await part.start();
    }
    deeds += 1;
    return doing;
  };
};

describe('what the court stands on goes away and comes back', () => {
  it.concurrent(
    'the worker is killed amid every act, at another step each time, and every unit acts once on every step',
    async () => {
      await withCourt({ script: performedAndLifted.script, apart: servers, patienceMs: 20_000 }, async (court) => {
        const kase = await performedAndLifted.play(court, amidKills(court.worker));
        await isAsEver(court, kase);
      });
    },
    300_000,
  );

  it.concurrent(
    'the engine is killed amid every act, and the case goes its way on the same days',
    async () => {
      const temporal = await servers.startTemporal({ isKept: true, settings: ['history.defaultWorkflowTaskTimeout="2s"'] });
      const options = { script: performedAndLifted.script, temporalAddress: temporal.address, patienceMs: 20_000 };
      await withCourt(options, async (court) => {
        const kase = await performedAndLifted.play(court, amidPowerCuts(temporal.server));
        await isAsEver(court, kase);
      });
    },
    150_000,
  );

  it.concurrent(
    'the database is killed amid every act, and the case goes its way on the same days',
    async () => {
      const { postgres, databaseUrl } = await ownDatabase();
      await withCourt({ script: performedAndLifted.script, databaseUrl, patienceMs: 20_000 }, async (court) => {
        const kase = await performedAndLifted.play(court, amidPowerCuts(postgres));
        await isAsEver(court, kase);
      });
    },
    150_000,
  );

  it.concurrent(
    'the database is away for thirty seconds: nothing leaves the court, callers hear so, and it goes on by itself',
    async () => {
      const { postgres, databaseUrl } = await ownDatabase();
      await withCourt({ script: [{ when: {}, behaviours: [{ silent: true }] }], databaseUrl }, async (court) => {
        const kase = await court.files();
        await court.rests();
        await kase.approvedBy('judge');
        await court.rests();
        const reminderDue = moment('2026-03-10 09:00');
        await court.leapsTo(addMs(reminderDue, -8_000));
        const payment = { kind: 'recordPayment', amount: yuan(5), receivedOn: dateOf(await court.now()) } as const;
        const accepted = await whileNothingIsWritten(databaseUrl, () => kase.sends('clerk', payment, 'accepted'));
        expect(accepted).toMatchObject({ kind: 'accepted' });

        await postgres.kill();
        const knocks = court.units.knocks();
        await expect(kase.sends('clerk', payment, 'while-away')).rejects.toSatisfy(isOutage);
        expect(
          await court.units.says({
            unit: 'cx-social-insurance',
            replyNo: 'while-away',
            requestNo: `${kase.caseId}/1`,
            stepNo: `${kase.caseId}/1/1`,
            content: { kind: 'noRecord' },
          }),
        ).toBe(503);
        await pause(30_000);
        expect(court.units.knocks()).toBe(knocks);

        await postgres.start();
        expect(await kase.acts('clerk', payment, 'accepted')).toMatchObject({ papers: [] });
        expect(await kase.acts('clerk', payment, 'while-away')).toMatchObject({ papers: [] });
        const { workflowId } = await kase.request('C04-1');
        const reminded = await until(
          'the reminder',
          async () => {
            const found = (await court.recorded(workflowId)).filter(({ type }) => type === 'TermPassed' || type === 'StepDecided').slice(1);
            return found.length > 0 && found;
          },
          30_000,
        );
        await court.rests();
        expect(reminded.map(({ at }) => at)).toEqual([reminderDue, reminderDue]);
        expect((await kase.state()).payments).toHaveLength(2);
      });
    },
    120_000,
  );

  it.concurrent('a unit that is down is called again until it is there, acts once, and its term runs from its service', () =>
    withCourt({ patienceMs: 300 }, async (court) => {
      const kase = await court.files();
      await court.rests();
      await court.units.goAway();
      await kase.approvedBy('judge');
      await court.leapsTo('2026-03-02 12:00');
      await court.units.comeBack();
      await court.leapsTo('2026-03-04 10:00');

      const { workflowId } = await kase.request('C04-1');
      const record = (await court.recorded(workflowId)).map(({ type, at }) => `${at.slice(0, 16)} ${type}`);
      expect(record.map((line) => line.replace(/:\d\d /, 'h '))).toEqual([
        '2026-03-02T09h RequestOpened',
        '2026-03-02T09h StepDecided',
        '2026-03-02T09h DeliveryFailed',
        '2026-03-02T09h DeliveryFailed',
        '2026-03-02T10h DeliveryFailed',
        '2026-03-02T14h StepDelivered',
        '2026-03-03T14h AnswerReceived',
        '2026-03-03T14h RequestEnded',
      ]);
    }),
  );

  it.concurrent('a counter that is closed is knocked at until it opens, and what the unit says counts once', () =>
    withCourt({}, async (court) => {
      const kase = await court.files();
      await court.rests();
      await kase.approvedBy('judge');
      await court.rests();
      await court.counter.end();
      const passing = court.letDaysPass(2);
      await pause(1_500);
      await court.counter.start();
      await passing;
      expect((await kase.requests()).map(({ phase }) => phase)).toEqual(['answered', 'answered']);
    }),
  );
});

/** Lets nobody write an event while something is tried. */
const whileNothingIsWritten = async <Value>(databaseUrl: string, attempt: () => Promise<Value>): Promise<Value> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE event IN SHARE MODE');
  try {
    return await attempt();
  } finally {
    void client.end().catch(() => undefined);
  }
};
