import { describe, expect, it } from 'vitest';
import { reportOfRequest } from '../../../domain/assistance/report.ts';
import type { Story } from '../../support/story.ts';
import { replayRequest } from '../../../domain/assistance/evolve.ts';
import { papersOf, sealed, served, theOrder } from './request-file.ts';

const ends = '2029-03-03 00:00';

/** What the case is told of the last events of a request. */
const told = (court: Story, lastEvents: number) => {
  const events = court.request('3').events();
  const before = replayRequest(events.slice(0, -lastEvents));
  return reportOfRequest(before, events.slice(-lastEvents), events.length);
};
const contents = (court: Story, lastEvents: number) => told(court, lastEvents)?.contents.map((content) => content.kind);

describe('a case is told', () => {
  it('when its request was served, under the number of the last event', () => {
    expect(told(served('C04-1'), 1)).toEqual({
      requestNo: '2026-yun2301-zhi-123/3',
      actionId: 'C04-1',
      upTo: 3,
      at: '2026-03-02T09:00:00.000+08:00',
      contents: [{ kind: 'served', at: '2026-03-02T09:00:00.000+08:00' }],
    });
  });

  it('what was answered and how it ended, in one report', () => {
    expect(told(served('C04-1').says('C04-1', { kind: 'noRecord' }), 2)?.contents).toEqual([
      { kind: 'answered', answer: { kind: 'noRecord' } },
      { kind: 'ended', how: 'answered' },
    ]);
  });

  it('of every measure as it stands after the turn', () => {
    const court = served('C14-2').says('C14-2', { kind: 'registered', lines: [sealed(1, '2026-03-02 09:00', ends)] });
    expect(contents(court, 3)).toEqual(['answered', 'measures']);
    expect(told(court.until(ends), 1)?.contents).toMatchObject([{ kind: 'measures', measures: [{ status: 'lapsed', cleared: false }] }]);
  });

  it('that an order wants a signature, and that it wants it no longer', () => {
    const court = served('C04-1').until('2026-03-13 09:00');
    expect(contents(court, 1)).toEqual(['orderDrawnUp']);
    expect(contents(court.says('C04-1', { kind: 'records', properties: [] }), 2)).toEqual(['answered', 'ended', 'orderMoot']);
  });

  it('that an order wants no signature while papers that came back are put right', () => {
    const court = served('C04-1').until('2026-03-13 09:00').says('C04-1', { kind: 'identityMismatch' });
    expect(contents(court, 1)).toEqual(['answered', 'orderMoot']);
  });

  it('that an order for a seal wants no signature once the seal is to be lifted', () => {
    const court = served('C14-2')
      .until('2026-03-09 09:00')
      .told('C14-2', { kind: 'lift', papers: papersOf('liftNotice') });
    expect(contents(court, 2)).toEqual(['orderMoot']);
  });

  it('nothing of an order that has been signed: it is on its way', () => {
    const court = served('C04-1').until('2026-03-13 09:00').told('C04-1', { kind: 'order', paper: theOrder });
    expect(told(court, 2)).toBeUndefined();
  });

  it('that the police let their term pass', () => {
    expect(contents(served('C08-1').until('2026-03-10 00:00'), 2)).toEqual(['chainSilent']);
  });

  it.each<[string, () => Story, number]>([
    ['reminders', () => served('C04-1').until('2026-03-10 09:00'), 3],
    ['a review suggestion, which is the judge’s own', () => served('C04-1').says('C04-1', { kind: 'reviewSuggested' }), 1],
    ['a repeat', () => served('C04-1').says('C04-1', { kind: 'refused' }, '1').says('C04-1', { kind: 'refused' }, '1'), 1],
    [
      'an alarm',
      () =>
        served('C14-2')
          .says('C14-2', { kind: 'registered', lines: [sealed(1, '2026-03-02 09:00', ends)] })
          .until('2029-02-15 09:00'),
      1,
    ],
  ])('nothing of %s', (_what, given, lastEvents) => {
    expect(told(given(), lastEvents)).toBeUndefined();
  });
});
