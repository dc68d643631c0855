import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leapOnce } from '../../adapters/postgres/court-clock.ts';
import { clockDriver } from '../../adapters/temporal/clock-driver.ts';
import { addMs } from '../../domain/calendar/instant.ts';
import { until } from '../simulator/until.ts';
import { historyOf } from '../support/court-history.ts';
import { openCourt, type Court } from '../support/court.ts';
import { moment } from '../support/story.ts';

let court: Court;
let workflowId: string;
beforeAll(async () => {
  court = await openCourt({ script: [{ when: {}, behaviours: [{ silent: true }] }] });
  const kase = await court.files();
  await court.rests();
  await kase.approvedBy('judge');
  await court.rests();
  ({ workflowId } = await kase.request('C04-1'));
});
afterAll(() => court.close());

/** Served on Monday 2 March, due on Monday 9 March; the reminder goes out on the morning after. */
const reminderDue = moment('2026-03-10 09:00');

describe('the court clock', () => {
  it('is told to a waiting process once, however long it stands within a day of its next term', async () => {
    await court.leapsTo('2026-03-09 21:00');
    await pause(3_500);
    const heard = (await historyOf(court.client, workflowId)).filter(
      ({ workflowExecutionSignaledEventAttributes: signal }) => signal?.signalName === 'followClock',
    );
    expect(heard).toHaveLength(1);
  });

  it('is followed by every process although the driver died between the leap and the telling', async () => {
    const step = await until('the leap', async () => {
      const tried = await leapOnce(court.database, reminderDue);
      return tried.kind === 'leapt' && tried.arrived && tried;
    });
    expect(step.now >= reminderDue).toBe(true);
    const reminded = await until('the reminder', async () => (await court.recorded(workflowId)).find(({ type }) => type === 'TermPassed'));
    expect(reminded.at).toBe(reminderDue);
  });

  it('stands still while something is under way, and names what it waits for', async () => {
    await court.rests();
    const now = await court.now();
    await court.database.appointment.create({ data: { id: 'unkept', kind: 'test', dueAt: new Date(now) } });
    const impatient = clockDriver(court.database, court.client, 300);
    const { waitingFor } = await impatient.leap(addMs(now, 86_400_000));
    expect(waitingFor).toEqual(['unkept is due']);
    expect((await court.now()).slice(0, 10)).toBe(now.slice(0, 10));
    await court.database.appointment.update({ where: { id: 'unkept' }, data: { doneAt: new Date() } });
  });
});
