import { describe, expect, it } from 'vitest';
import { inWords } from '../../support/in-words.ts';
import type { Messenger, Story } from '../../support/story.ts';
import { served, theOrder } from './request-file.ts';

const events = (court: Story) => court.request('3').events();
const state = (court: Story) => court.request('3').state();

/** A unit that comes back into reach after so many attempts, and a note of every attempt with its channel. */
const hard = (failures: number, how: 'unreachable' | 'rejected' = 'unreachable') => {
  const attempts: string[] = [];
  const messenger: Messenger = ({ stepNo, channel }) => {
    attempts.push(`${stepNo.split('/')[2]} ${channel}`);
    return attempts.length <= failures ? how : 'delivered';
  };
  return { attempts, messenger };
};

/** Papers that are on their way again from nine on Tuesday 3 March, through this messenger. */
const onItsWay = (messenger: Messenger, channels: readonly ('rest' | 'pull' | 'paper')[] = ['rest']): Story => {
  const court = served('C04-1', { channels }).says('C04-1', { kind: 'returned', missing: 'document' }).daysPass(1).withMessenger(messenger);
  court.does('C04-1', { kind: 'serveAgain' });
  return court;
};
const record = (court: Story) => inWords(events(court)).slice(4);

describe('a unit that cannot be reached', () => {
  it('is tried again after ten minutes, an hour, four hours, always under the same step number', () => {
    const { attempts, messenger } = hard(3);
    expect(record(onItsWay(messenger).until('2026-03-04 09:00'))).toEqual([
      '2026-03-03 09:00 StepDecided service',
      '2026-03-03 09:00 DeliveryFailed',
      '2026-03-03 09:10 DeliveryFailed',
      '2026-03-03 10:10 DeliveryFailed',
      '2026-03-03 14:10 StepDelivered service',
    ]);
    expect(attempts).toEqual(['2 rest', '2 rest', '2 rest', '2 rest']);
  });

  it('is tried three times on each of its channels before a clerk is asked, and every working morning after that', () => {
    const { attempts, messenger } = hard(8);
    const court = onItsWay(messenger, ['rest', 'paper']).until('2026-03-09 09:00');
    expect(attempts).toEqual(['2 rest', '2 rest', '2 rest', '2 paper', '2 paper', '2 paper', '2 paper', '2 paper', '2 paper']);
    expect(record(court).slice(6)).toEqual([
      '2026-03-03 22:10 DeliveryLeftToClerk',
      '2026-03-04 09:00 DeliveryLeftToClerk',
      '2026-03-05 09:00 DeliveryLeftToClerk',
      '2026-03-06 09:00 StepDelivered service',
    ]);
  });

  it('with three channels is tried as often on the third as on the others', () => {
    const { attempts, messenger } = hard(9);
    onItsWay(messenger, ['rest', 'pull', 'paper']).until('2026-03-05 08:00');
    expect(attempts).toEqual(['2 rest', '2 rest', '2 rest', '2 pull', '2 pull', '2 pull', '2 paper', '2 paper', '2 paper']);
  });

  it('has its term run from the day it was reached, not from the day the court began to try', () => {
    const court = onItsWay(hard(6).messenger).until('2026-03-06 09:00');
    expect(state(court)).toMatchObject({ servedAt: '2026-03-04T09:00:00.000+08:00', exchange: { clock: { lastDay: '2026-03-11' } } });
  });

  it('can be tried at once by a person, under the old number: it may hold the papers already', () => {
    const { attempts, messenger } = hard(6);
    const court = onItsWay(messenger).until('2026-03-03 23:00');
    expect(state(court)).toMatchObject({ exchange: { outgoing: { withClerk: true } } });
    expect(court.does('C04-1', { kind: 'serveAgain' })).toBeUndefined();
    expect(record(court).slice(-2)).toEqual(['2026-03-03 23:00 DeliveryResumed', '2026-03-03 23:00 StepDelivered service']);
    expect(new Set(attempts)).toEqual(new Set(['2 rest']));
  });

  it('is not reminded again and again while the reminder is still on its way', () => {
    const court = served('C04-1')
      .withMessenger(() => 'unreachable')
      .until('2026-03-20 09:00');
    expect(inWords(events(court)).filter((line) => line.includes('StepDecided'))).toEqual([
      '2026-03-02 09:00 StepDecided service',
      '2026-03-10 09:00 StepDecided reminder',
    ]);
  });

  it('goes up the ladder from the day the reminder reached it', () => {
    const { messenger } = hard(6);
    const court = served('C04-1').withMessenger(messenger).until('2026-03-16 09:00');
    expect(inWords(events(court)).slice(-2)).toEqual(['2026-03-11 09:00 StepDelivered reminder', '2026-03-16 09:00 OrderDrawnUp']);
  });

  it('is not reminded any more when it has refused meanwhile, and the refusal keeps its own course', () => {
    const court = served('C04-1')
      .withMessenger(() => 'unreachable')
      .until('2026-03-10 09:05')
      .says('C04-1', { kind: 'refused' })
      .until('2026-03-13 09:00');
    expect(inWords(events(court)).slice(-3)).toEqual([
      '2026-03-10 09:05 AnswerReceived refused',
      '2026-03-10 09:05 OrderDrawnUp',
      '2026-03-13 09:00 OrderAwaitsSignature',
    ]);
  });

  it('lets no signed order be called unsigned because it has not arrived yet', () => {
    const court = served('C04-1')
      .until('2026-03-13 10:00')
      .withMessenger(() => 'unreachable')
      .told('C04-1', { kind: 'order', paper: theOrder });
    expect(inWords(events(court.until('2026-03-25 09:00'))).filter((line) => line.includes('OrderAwaitsSignature'))).toEqual([]);
  });
});

describe('a unit that will not take a step', () => {
  it('is tried on its next channel at once', () => {
    const { attempts, messenger } = hard(1, 'rejected');
    expect(record(onItsWay(messenger, ['rest', 'paper']))).toEqual([
      '2026-03-03 09:00 StepDecided service',
      '2026-03-03 09:00 DeliveryFailed',
      '2026-03-03 09:00 StepDelivered service',
    ]);
    expect(attempts).toEqual(['2 rest', '2 paper']);
  });

  it('on no channel waits for the clerk, who serves what he has put right as a new step', () => {
    const { attempts, messenger } = hard(1, 'rejected');
    const court = onItsWay(messenger).until('2026-05-01 09:00');
    expect(record(court)).toEqual(['2026-03-03 09:00 StepDecided service', '2026-03-03 09:00 DeliveryLeftToClerk']);
    expect(court.request('3').due()).toBeUndefined();
    expect(court.does('C04-1', { kind: 'serveAgain' })).toBeUndefined();
    expect(attempts).toEqual(['2 rest', '3 rest']);
  });

  it('has the order itself drawn up as a new step, not the query it answers for', () => {
    const { messenger } = hard(1, 'rejected');
    const court = served('C04-1')
      .says('C04-1', { kind: 'refused' })
      .withMessenger(messenger)
      .told('C04-1', { kind: 'order', paper: theOrder });
    court.does('C04-1', { kind: 'serveAgain' });
    expect(inWords(events(court)).slice(-2)).toEqual(['2026-03-02 09:00 StepDecided order', '2026-03-02 09:00 StepDelivered order']);
    expect(state(court)).toMatchObject({ exchange: { ladder: { rung: 'ordered' } } });
  });
});

describe('the term that begins with service', () => {
  const lastDay = (court: Story) =>
    events(court).flatMap((event) => (event.type === 'StepDelivered' && event.clock ? [event.clock.lastDay] : []));

  it('is one working day over the network and three on paper, for a seal', () => {
    expect(lastDay(served('C14-2'))).toEqual(['2026-03-03']);
    expect(lastDay(served('C14-2', { channels: ['paper'] }))).toEqual(['2026-03-05']);
  });

  it('is seven days for a query and thirty for an urging, and rolls over a festival', () => {
    expect(lastDay(served('C14-1', {}, '2026-02-09 09:00'))).toEqual(['2026-02-24']);
    expect(lastDay(served('C01-1', {}, '2026-01-16 09:00'))).toEqual(['2026-02-24']);
  });
});
