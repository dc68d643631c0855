import { addDays, addMs, atTime, latest, type Instant } from '../../domain/calendar/instant.ts';
import { lastDayOf } from '../../domain/measure/measure.ts';
import { termsOf } from '../../domain/time-limit/terms.ts';
import { inLanes } from '../lanes.ts';
import type { CaseInHand } from './case-in-hand.ts';
import type { Court } from './open-court.ts';

/** How many cases are dealt with at the same time. */
export const lanes = 4;

/** One way in which many cases go, step by step and side by side. Leaps of the court clock are for all at once. */
export type Life = (court: Court, cases: readonly CaseInHand[]) => Promise<void>;

/**
 * Everybody answers at once: the query is answered before its term, the house it finds is sealed, the debt is paid, the seal lifted
 * and confirmed, the case closed.
 */
export const promptLife: Life = async (_court, cases) => {
  await each(cases, sealTheHouse);
  await each(cases, payAndLift);
};

/** The unit says nothing until it has been reminded once. */
export const remindedLife: Life = async (court, cases) => {
  await each(cases, async (kase) => {
    await kase.file();
    await kase.sign('judge');
    await kase.answer('C14-1', 'service', 'noRecord');
  });
  await leapTo(court, cases, await latestOf(cases, async (kase) => dueOf(court, await kase.request('C04-1'))));
  await each(cases, async (kase) => {
    await kase.answer('C04-1', 'reminder', 'noRecord');
    await kase.pay();
    await kase.close();
  });
};

/** As the prompt life, but nobody pays until the seal had to be renewed. */
export const renewedLife: Life = async (court, cases) => {
  await each(cases, sealTheHouse);
  await leapTo(court, cases, await latestOf(cases, async (kase) => renewalOf(court, await kase.request('C14-2'))));
  await each(cases, async (kase) => {
    await kase.sign('judge', 'bureauHead');
    await kase.answer('C14-2', 'renewal', 'renewed');
  });
  await each(cases, payAndLift);
};

const sealTheHouse = async (kase: CaseInHand): Promise<void> => {
  await kase.file();
  await kase.sign('judge');
  await kase.answer('C04-1', 'service', 'noRecord');
  await kase.answer('C14-1', 'service', 'aHouse');
  await kase.sign('judge', 'bureauHead');
  await kase.answer('C14-2', 'service', 'registered');
};

const payAndLift = async (kase: CaseInHand): Promise<void> => {
  await kase.pay();
  await kase.sign('judge', 'bureauHead');
  await kase.answer('C14-2', 'lift', 'lifted');
  await kase.close();
};

const each = async (cases: readonly CaseInHand[], work: (kase: CaseInHand) => Promise<void>): Promise<void> => {
  await inLanes(lanes, cases, work);
};

const latestOf = async (cases: readonly CaseInHand[], dueOfCase: (kase: CaseInHand) => Promise<Instant>): Promise<Instant> => {
  const [first, ...others] = await Promise.all(cases.map(dueOfCase));
  if (first === undefined) throw new Error('A life without cases');
  return latest(first, ...others);
};

const dueOf = async ({ reader }: Court, requestNo: string): Promise<Instant> => {
  const due = (await reader.request(requestNo))?.dueAt;
  if (due === undefined) throw new Error(`${requestNo} waits for nothing`);
  return due;
};

/** When its renewal is proposed: nine in the morning so many days before the end of the seal. */
const renewalOf = async ({ reader, clock }: Court, requestNo: string): Promise<Instant> => {
  const row = await reader.request(requestNo);
  const held = row?.state.measures.find((measure) => measure.status === 'inForce');
  if (row === undefined || held === undefined) throw new Error(`${requestNo} holds nothing`);
  const lead = termsOf(row.state.file.lawPack).renewLeadDays(await clock.now());
  return atTime(addDays(lastDayOf(held.endsAt), -lead), 9);
};

/** Leaps, and one second further: that leap waits until whoever was due has been dealt with. */
const leapTo = async ({ clock }: Court, cases: readonly CaseInHand[], at: Instant): Promise<void> => {
  for (const goal of [at, addMs(at, 1_000)]) {
    const { waitingFor } = await clock.leap(goal);
    if (waitingFor.length > 0) throw new Error(`The clock stands still and waits for ${waitingFor.join(', ')}`);
  }
  await each(cases, (kase) => kase.rest());
};
