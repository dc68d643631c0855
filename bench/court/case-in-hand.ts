import { setTimeout as pause } from 'node:timers/promises';
import { createHash } from 'node:crypto';
import type { StepDelivery } from '../../adapters/units/wire/messages.ts';
import { dateOf, type CivilDate } from '../../domain/calendar/instant.ts';
import type { Answer } from '../../domain/assistance/answer.ts';
import type { StepNo } from '../../domain/assistance/request.ts';
import type { CaseAct } from '../../domain/enforcement-case/acts.ts';
import { caseAddress } from '../../domain/enforcement-case/plan.ts';
import type { ActorIdentity } from '../../domain/ports/desk.ts';
import type { PropertyId } from '../../domain/measure/measure.ts';
import { isIdle, untilTwice } from '../rest.ts';
import { benchCourt, fileOf, judgeId, type InventedCase } from './docket.ts';
import { unitOf, type Court } from './open-court.ts';

/** One case in the hands of the bench, which plays judge, bureau head and units. After each act everything has come to rest. */
export interface CaseInHand {
  readonly caseId: string;
  /** Files it; gives how long that took, in milliseconds, until the engine held it for good. */
  readonly file: () => Promise<number>;
  /** These persons, in this order, sign everything that waits for them. */
  readonly sign: (...by: readonly Signatory[]) => Promise<void>;
  /** The unit answers to a step that lies with it. */
  readonly answer: (actionId: string, step: StepDelivery['step'], words: Words) => Promise<void>;
  readonly pay: () => Promise<void>;
  readonly close: () => Promise<void>;
  /** The number of the one request for an action. @throws when there is none */
  readonly request: (actionId: string) => Promise<string>;
  readonly rest: () => Promise<void>;
}

/** What a unit says, before the numbers of the case are put in. */
export type Words = 'noRecord' | 'aHouse' | 'registered' | 'renewed' | 'lifted';

type Signatory = 'judge' | 'bureauHead';

const judge: ActorIdentity = { id: judgeId, role: 'judge', court: benchCourt, level: 'judge' };
const staff: Readonly<Record<Signatory, ActorIdentity>> = {
  judge,
  bureauHead: { id: 'bench-head', role: 'bureauHead', court: benchCourt, level: 'bureauHead' },
};

export const takeInHand = (court: Court, kase: InventedCase): CaseInHand => {
  const { caseId } = kase;
  const { clock, desk, reader } = court;
  let acts = 0;

  const act = async (actor: ActorIdentity, body: CaseAct): Promise<void> => {
    acts += 1;
    const keyed = { actId: `${actor.id}:${caseId}-${acts}`, actor, bodyHash: hashOf(body), act: body };
    for (let tries = 0; tries < 20; tries += 1) {
      const outcome = await desk.actOnCase(caseId, keyed);
      if (outcome.kind === 'done') return rest();
      if (outcome.kind !== 'accepted' && outcome.kind !== 'unavailable')
        throw new Error(`${body.kind} in ${caseId}: ${JSON.stringify(outcome)}`);
      await pause(100);
    }
    throw new Error(`${body.kind} in ${caseId} was not answered`);
  };

  const rest = (): Promise<void> => untilTwice(`${caseId} has come to rest`, () => isAtRest(court, caseId));

  const request = async (actionId: string): Promise<string> => {
    const found = (await reader.requestsOfCase(caseId)).find((row) => row.actionId === actionId);
    if (found === undefined) throw new Error(`${caseId} has not asked for ${actionId}`);
    return found.state.file.requestNo;
  };

  return {
    caseId,
    file: async () => {
      const parties = await fileDossier(court, kase);
      const filing = fileOf(kase, parties, dateOf(await clock.now()));
      const since = performance.now();
      const outcome = await desk.file({ actId: `${judge.id}:${caseId}-0`, actor: judge, bodyHash: hashOf(filing), act: filing });
      const ms = performance.now() - since;
      if (outcome.kind !== 'filed') throw new Error(`Filing ${caseId}: ${outcome.kind}`);
      await rest();
      return ms;
    },
    sign: async (...by) => {
      for (const level of by) await act(staff[level], { kind: 'approve', proposals: 'all' });
    },
    answer: async (actionId, step, words) => {
      const delivery = court.units.held(await request(actionId), step);
      await reply(court, kase, delivery, words);
      await rest();
    },
    pay: async () => act(judge, { kind: 'recordPayment', amount: kase.owed, receivedOn: dateOf(await clock.now()) }),
    close: () => act(judge, { kind: 'close', mode: 'performed' }),
    request,
    rest,
  };
};

/** Nothing of it is at work: not in the record, not on its way, not in the engine. */
const isAtRest = async ({ database, client }: Court, caseId: string): Promise<boolean> => {
  const processes = await database.process.findMany({ where: { caseId }, select: { workflowId: true, busy: true } });
  const ids = [caseAddress(caseId), ...processes.map(({ workflowId }) => workflowId)];
  if (processes.length === 0 || processes.some(({ busy }) => busy)) return false;
  if ((await database.message.count({ where: { recipient: { in: ids }, consumedAt: null, problem: null } })) > 0) return false;
  return (await Promise.all(ids.map((id) => isIdle(client, id)))).every(Boolean);
};

const fileDossier = async ({ writer }: Court, kase: InventedCase) => {
  const [applicant, debtor] = await Promise.all([writer.party(benchCourt, kase.applicant), writer.party(benchCourt, kase.debtor)]);
  await writer.caseDossier({
    caseId: kase.caseId,
    caseNumber: kase.caseNumber,
    court: benchCourt,
    handler: judgeId,
    contentHash: hashOf(kase),
    instrument: {
      title: '（2025）云2301民初1号民事判决书',
      issuedBy: '楚雄市人民法院',
      effectiveOn: '2026-01-05' as CivilDate,
      performanceEndsOn: '2026-02-05' as CivilDate,
    },
  });
  return { applicant, debtor };
};

/** The unit's answer goes through the door of the units: its words into the dossier, ids and codes to the process. */
const reply = async ({ desk, writer }: Court, kase: InventedCase, delivery: StepDelivery, words: Words): Promise<void> => {
  const { requestNo, stepNo } = delivery;
  const unit = unitOf(delivery.actionId.replace(/-\d+$/, ''));
  const replyNo = `复-${stepNo}`;
  const properties = words === 'aHouse' ? [{ propertyNo: kase.house, location: '楚雄市演示路1号' }] : [];
  const kept = await writer.reply({ unit, replyNo, requestNo, bodyHash: hashOf(words), content: { words }, properties });
  if (kept.kind === 'otherContent') throw new Error(`${replyNo} was given twice`);
  const answer = answerIn(words, delivery, kept.propertyIds);
  const outcome = await desk.reply({ unit, replyNo, requestNo, stepNo: stepNo as StepNo, answer });
  if (outcome.kind !== 'taken') throw new Error(`${replyNo}: ${outcome.kind}`);
};

const answerIn = (words: Words, { lines }: StepDelivery, propertyIds: readonly string[]): Answer => {
  switch (words) {
    case 'noRecord':
      return { kind: 'noRecord' };
    case 'aHouse':
      return {
        kind: 'records',
        properties: propertyIds.map((id) => ({ propertyId: id as PropertyId, type: 'realEstate', coOwned: false, mortgaged: false })),
      };
    case 'registered':
    case 'renewed':
      return {
        kind: words,
        lines: lines.map(({ lineNo }) => ({ lineNo, standing: 'inForce', registrationNo: `演示查封${lineNo}号`, rank: 1 })),
      };
    case 'lifted':
      return { kind: words, lines: lines.map(({ lineNo }) => lineNo) };
  }
};

const hashOf = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('hex');
