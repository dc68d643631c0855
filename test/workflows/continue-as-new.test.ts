import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateKeyPairSync } from 'node:crypto';
import { passingServers, type PassingServers } from '../../scripts/lib/bring-up.mjs';
import { postgresAdmissions } from '../../adapters/postgres/admissions.ts';
import { temporalDesk } from '../../adapters/temporal/desk.ts';
import { dateOf } from '../../domain/calendar/instant.ts';
import { yuan, type CaseInCourt } from '../support/court-case.ts';
import { runsOf } from '../support/court-history.ts';
import { actorAt } from '../support/court-register.ts';
import { refusedAndFiled, renewedAndLifted, type CourtStory } from '../support/court-stories.ts';
import { openCourt, type Court } from '../support/court.ts';

let servers: PassingServers;
/** A server that asks for the next run after a handful of events instead of thousands. */
let narrow: { readonly address: string };
beforeAll(async () => {
  servers = await passingServers();
  narrow = await servers.startTemporal({ settings: ['limit.historyCount.suggestContinueAsNew=12'] });
});
afterAll(() => servers.stopAll());

const withCourt = async <Value>(options: Parameters<typeof openCourt>[0], use: (court: Court) => Promise<Value>): Promise<Value> => {
  const court = await openCourt(options);
  try {
    return await use(court);
  } finally {
    await court.close();
  }
};

/**
 * All that was recorded and where it led, without what differs from one playing to the next: moments within a day, given ids, and which
 * of two units was heard first.
 */
const account = async ({ database }: Court, { caseId }: CaseInCourt): Promise<unknown> => {
  const alike = (value: unknown): string =>
    JSON.stringify(value)
      .replaceAll(caseId, 'the-case')
      .replaceAll(/(\d{4}-\d{2}-\d{2})T[\d:.]+\+08:00/g, '$1')
      .replaceAll(/"[op]-[0-9a-f-]{36}"/g, '"an-id"');
  const events = await database.event.findMany();
  const processes = await database.process.findMany();
  return {
    events: events.map(({ stream, body }) => alike({ stream, body })).toSorted(),
    processes: processes.map(({ workflowId, line, phase, ended, state }) => alike({ workflowId, line, phase, ended, state })).toSorted(),
  };
};

const runs = async ({ client, database }: Court): Promise<Readonly<Record<string, number>>> => {
  const processes = await database.process.findMany({ select: { workflowId: true, kind: true } });
  const counted = await Promise.all(
    processes.map(async ({ workflowId, kind }) => [kind, (await runsOf(client, workflowId)).length] as const),
  );
  return Object.fromEntries(
    ['case', 'request', 'referral'].map((kind) => [kind, Math.max(0, ...counted.filter(([of]) => of === kind).map(([, n]) => n))]),
  );
};

/** Plays a story in one run of each process and in many, and gives both accounts with the most runs that a process of each kind had. */
const bothWays = async (story: CourtStory) => {
  const play = (temporalAddress?: string) =>
    withCourt({ script: story.script, ...(temporalAddress !== undefined && { temporalAddress }) }, async (court) => {
      const kase = await story.play(court);
      expect(await court.disagreements()).toEqual([]);
      return { account: await account(court, kase), runs: await runs(court) };
    });
  const [inOne, inMany] = await Promise.all([play(), play(narrow.address)]);
  return { inOne, inMany };
};

describe('a process that goes on in further runs', () => {
  it.concurrent('ends in the same state with the same record: a case and the request that holds its seal', async () => {
    const { inOne, inMany } = await bothWays(renewedAndLifted);
    expect(inMany.account).toEqual(inOne.account);
    expect(inOne.runs).toEqual({ case: 1, request: 1, referral: 0 });
    expect(inMany.runs['case']).toBeGreaterThanOrEqual(3);
    expect(inMany.runs['request']).toBeGreaterThanOrEqual(3);
  });

  it.concurrent('ends in the same state with the same record: a referral and its requests', async () => {
    const { inOne, inMany } = await bothWays(refusedAndFiled);
    expect(inMany.account).toEqual(inOne.account);
    expect(inOne.runs).toEqual({ case: 1, request: 1, referral: 1 });
    expect(inMany.runs['referral']).toBeGreaterThanOrEqual(3);
  });

  it.concurrent('answers every act once that comes while it changes runs', () =>
    withCourt({ temporalAddress: narrow.address }, async (court) => {
      const kase = await court.files();
      await court.rests();
      const waves = [0, 5, 10, 15, 20, 25].map((from) => [1, 2, 3, 4, 5].map((amount) => yuan(from + amount)));
      const results: { readonly line: number }[] = [];
      for (const wave of waves) results.push(...(await Promise.all(wave.map((amount) => kase.pays(amount)))));
      await court.rests();

      expect(new Set(results.map(({ line }) => line)).size).toBe(30);
      const { payments } = await kase.state();
      expect(payments.map(({ amount }) => amount).toSorted((one, other) => one - other)).toEqual(waves.flat());
      expect((await runsOf(court.client, `case/${kase.caseId}`)).length).toBeGreaterThanOrEqual(3);
      expect(await court.disagreements()).toEqual([]);
    }),
  );

  it.concurrent('knows in a later run what was done under a key before, and does not take a refused act for done', () =>
    withCourt({ temporalAddress: narrow.address }, async (court) => {
      const kase = await court.files();
      await court.rests();
      const parts = { client: court.client, assertionKey: court.places.secrets.assertionPrivateKey, taskQueue: court.places.taskQueue };
      // Without its own look into the record, so that the process has to know.
      const admissions = { ...postgresAdmissions(court.database), actDone: () => Promise.resolve(undefined) };
      const forgetful = temporalDesk({ ...parts, admissions });
      const forger = temporalDesk({ ...parts, admissions, assertionKey: generateKeyPairSync('ed25519').privateKey });
      const act = { kind: 'recordPayment', amount: yuan(9), receivedOn: dateOf(await court.now()) } as const;
      const paid = { actId: 's-clerk:paid', actor: actorAt('clerk'), bodyHash: 'a'.repeat(64), act };
      const forged = { ...paid, actId: 's-clerk:forged' };
      const sends = async () => [await forgetful.actOnCase(kase.caseId, paid), await forger.actOnCase(kase.caseId, forged)];

      const [first, refused] = await sends();
      expect(refused).toEqual({ kind: 'refused', refusal: { kind: 'recordRefused' } });
      for (const amount of [1, 2, 3, 4]) await kase.pays(yuan(amount));
      await court.rests();
      const [again, refusedAgain] = await sends();
      expect(again).toMatchObject({ kind: 'done', result: first?.kind === 'done' ? first.result : undefined });
      expect(refusedAgain).toEqual(refused);
      expect((await kase.state()).payments).toHaveLength(5);
      expect((await runsOf(court.client, `case/${kase.caseId}`)).length).toBeGreaterThanOrEqual(3);
    }),
  );
});
