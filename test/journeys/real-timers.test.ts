import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { fromDate } from '../../adapters/postgres/client.ts';
import { addMs, earliest, epochMsOf, type Instant } from '../../domain/calendar/instant.ts';
import type { CaseInCourt } from '../support/court-case.ts';
import { performedAndLifted, silentUnit, type CourtStory } from '../support/court-stories.ts';
import { historyOf } from '../support/court-history.ts';
import { openCourt, type Court } from '../support/court.ts';
import { moment } from '../support/story.ts';

const leadMs = 1_500;

/** The earliest moment at which something is going to happen by itself, in a process or at a unit. */
const nextDue = async ({ database }: Court): Promise<Instant | undefined> => {
  const [processes, appointments] = await Promise.all([
    database.process.findMany({ where: { ended: false, dueAt: { not: null } }, select: { dueAt: true } }),
    database.appointment.findMany({ where: { doneAt: null }, select: { dueAt: true } }),
  ]);
  return earliest(...[...processes, ...appointments].map(({ dueAt }) => (dueAt === null ? undefined : fromDate(dueAt))));
};

/** The same court, whose clock never leaps onto a term: it leaps to a moment before, and time itself does the rest. */
const withRealTimers = (court: Court): Court => {
  const leapsTo = async (to: Instant | string): Promise<void> => {
    const goal = to.includes('T') ? (to as Instant) : moment(to);
    for (;;) {
      await court.rests();
      const due = await nextDue(court);
      if (due === undefined || due > goal) return court.leapsTo(goal);
      await court.leapsTo(addMs(due, -leadMs));
      await pause(Math.max(0, epochMsOf(due) - epochMsOf(await court.now())));
    }
  };
  return { ...court, leapsTo, letDaysPass: async (days) => leapsTo(addMs(await court.now(), days * 86_400_000)) };
};

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

const play = async (story: CourtStory, timers: (court: Court) => Court) => {
  const court = await openCourt({ script: story.script });
  try {
    const kase = await story.play(timers(court));
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
    const [byTimers, byLeaps] = await Promise.all([play(story, withRealTimers), play(story, (court) => court)]);
    expect(byTimers.events).toEqual(byLeaps.events);
    expect(byTimers.fired).toBeGreaterThanOrEqual(terms);
  });
});
