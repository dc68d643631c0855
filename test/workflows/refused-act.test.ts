import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresAdmissions } from '../../adapters/postgres/admissions.ts';
import { temporalDesk } from '../../adapters/temporal/desk.ts';
import { dateOf } from '../../domain/calendar/instant.ts';
import { actorAt, aHouse } from '../support/court-register.ts';
import { yuan } from '../support/court-case.ts';
import { settledHistoryOf } from '../support/court-history.ts';
import type { Rule } from '../support/court-units.ts';
import { openCourt, type Court } from '../support/court.ts';

const aHouseIsFound: Rule = {
  when: { actionId: 'C14-1', step: 'service' },
  behaviours: [{ reply: { kind: 'records', properties: [aHouse()] } }],
};

let court: Court;
beforeAll(async () => {
  court = await openCourt({ script: [aHouseIsFound] });
});
afterAll(() => court.close());

describe('an act that the law refuses', () => {
  it('is refused with its reason before anything happens, and leaves no line in the history', async () => {
    const kase = await court.files();
    await court.rests();
    const before = await settledHistoryOf(court.client, `case/${kase.caseId}`);
    const { line } = await kase.row();

    expect(await kase.refusal('clerk', { kind: 'approve', proposals: 'all' })).toEqual({ kind: 'notYourSignature', level: 'none' });
    expect(await kase.refusal('bureauHead', { kind: 'approve', proposals: 'all' })).toEqual({ kind: 'nothingToSign', awaits: ['judge'] });
    expect(await kase.refusal('judge', { kind: 'close', mode: 'performed' })).toMatchObject({ kind: 'notClosable' });
    expect(await kase.refusal('judge', { kind: 'refer', debtor: kase.debtorId, ground: 'concealsProperty' })).toMatchObject({
      kind: 'evidenceMissing',
    });

    expect(await settledHistoryOf(court.client, `case/${kase.caseId}`)).toHaveLength(before.length);
    expect((await kase.row()).line).toBe(line);
  });

  it('lets nobody look again at a paper that he signed as its maker', async () => {
    const kase = await court.files();
    await court.rests();
    await kase.approvedBy('judge');
    await court.rests();
    await kase.approvedBy('judge');

    const sameHand = { ...actorAt('judge'), role: 'bureauHead', level: 'bureauHead' } as const;
    expect(await kase.refusal(sameHand, { kind: 'approve', proposals: 'all' })).toEqual({ kind: 'makerMayNotCheck' });
    const history = await settledHistoryOf(court.client, `case/${kase.caseId}`);
    expect(history.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes != null)).toHaveLength(2);
    expect((await kase.requests()).map(({ actionId }) => actionId)).toEqual(['C04-1', 'C14-1']);
  });

  it('is refused by the record when nobody vouched for its author, leaves the state as it was, and hinders nobody', async () => {
    const kase = await court.files();
    await court.rests();
    const before = await kase.row();
    const strangers = temporalDesk({
      client: court.client,
      admissions: postgresAdmissions(court.database),
      assertionKey: generateKeyPairSync('ed25519').privateKey,
      taskQueue: court.places.taskQueue,
    });
    const act = { kind: 'recordPayment', amount: yuan(1), receivedOn: dateOf(await court.now()) } as const;
    const forged = { actId: 's-clerk:forged', actor: actorAt('clerk'), bodyHash: 'a'.repeat(64), act };

    expect(await strangers.actOnCase(kase.caseId, forged)).toEqual({ kind: 'refused', refusal: { kind: 'recordRefused' } });
    expect((await kase.row()).state).toEqual(before.state);
    expect((await kase.row()).line).toBe(before.line);
    expect(await kase.pays(yuan(1))).toEqual({ line: before.line + 1, papers: [] });
    await court.rests();
    expect(await court.disagreements()).toEqual([]);
  });
});
