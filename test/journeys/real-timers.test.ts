import { describe, expect, it } from 'vitest';
import { fromDate } from '../../adapters/postgres/client.ts';
import type { CaseInCourt } from '../support/court-case.ts';
import { performedAndLifted, silentUnit, type CourtStory } from '../support/court-stories.ts';
import { historyOf } from '../support/court-history.ts';
import { openCourt, type Court } from '../support/court.ts';

/** What was recorded, process by process, with its hour: which of two units was heard first within a moment is left to them. */
const lived = async ({ database }: Court, { caseId }: CaseInCourt): Promise<readonly string[]> => {
  const events = await database.event.findMany({ orderBy: [{ stream: 'asc' }, { number: 'asc' }] });
  return events.map(({ stream, type, at }) => `${stream.replace(caseId, 'the-case')} ${fromDate(at).slice(0, 13)}h ${type}`).toSorted();
};

const firedTimers = async (court: Court, kase: CaseInCourt): Promise<number> => {
  const streams = [`case/${kase.caseId}`, ...(await kase.requests()).map(({ workflowId }) => workflowId)];
  const histories = await Promise.all(streams.map((stream) => historyOf(court.client, stream)));
  return histories.flat().filter(({ timerFiredEventAttributes: fired }) => fired != null).length;
};

const play = async (story: CourtStory, timersFire: boolean) => {
  const court = await openCourt({ script: story.script, timersFire });
  try {
    const kase = await story.play(court);
    expect(await court.disagreements()).toEqual([]);
    return { events: await lived(court, kase), fired: await firedTimers(court, kase) };
  } finally {
    await court.close();
  }
};

describe('when the clock stops a moment before each term and the real timers fire', () => {
  it.concurrent.each([
    ['a unit that stays silent', silentUnit, 4],
    ['a debtor who performs', performedAndLifted, 1],
  ] as const)('everything happens to %s as it does by leaps, at the same moments', async (_whom, story, terms) => {
    const [byTimers, byLeaps] = await Promise.all([play(story, true), play(story, false)]);
    expect(byTimers.events).toEqual(byLeaps.events);
    expect(byTimers.fired).toBeGreaterThanOrEqual(terms);
  });
});
