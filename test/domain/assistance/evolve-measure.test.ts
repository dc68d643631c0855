import { describe, expect, it } from 'vitest';
import type { Answer, RegisteredLine } from '../../../domain/assistance/answer.ts';
import { inWords } from '../../support/in-words.ts';
import { moment, type Story } from '../../support/story.ts';
import { papersOf, sealed, served, waiting } from './request-file.ts';

const record = (court: Story) => inWords(court.request('3').events()).slice(3);
const state = (court: Story) => court.request('3').state();
const says = (kind: 'registered' | 'promoted' | 'renewed', ...lines: readonly RegisteredLine[]): Answer => ({ kind, lines });

const ends = '2029-03-03 00:00';
const aSeal = () => served('C14-2').says('C14-2', says('registered', sealed(1, '2026-03-02 09:00', ends)));
const twoSeals = () =>
  served('C14-2', { lines: 2 }).says('C14-2', says('registered', sealed(1, '2026-03-02 09:00', ends), sealed(2, '2026-03-02 09:00', ends)));
const renew = { kind: 'renew', papers: papersOf('enforcementRuling', 'enforcementAssistanceNotice') } as const;

describe('a seal that is entered', () => {
  it('in force ends the wait, and stands', () => {
    expect(record(aSeal())).toEqual([
      '2026-03-02 09:00 AnswerReceived registered',
      '2026-03-02 09:00 MeasureRegistered 1',
      '2026-03-02 09:00 ExchangeClosed service',
    ]);
    expect(state(aSeal())).toMatchObject({ status: 'standing', measures: [{ status: 'inForce', rank: 1 }] });
  });

  it('line by line ends the wait with the last line', () => {
    const court = served('C14-2', { lines: 2 }).says('C14-2', says('registered', sealed(2, '2026-03-02 09:00', ends)));
    expect(state(court)).toMatchObject({ status: 'exchanging', measures: [{ lineNo: 2 }] });
    expect(state(court.says('C14-2', says('registered', waiting(1, 2))))).toMatchObject({
      status: 'standing',
      measures: [{ lineNo: 1, status: 'waiting' }, { lineNo: 2 }],
    });
  });

  it('behind others waits with its rank, counts as queued, and neither alarms nor lapses', () => {
    const court = served('C14-2').says('C14-2', says('registered', waiting(1, 3)));
    expect(court.request('3').events()).toContainEqual(expect.objectContaining({ type: 'AnswerReceived', outcome: 'QUEUED' }));
    expect(court.request('3').due()).toBeUndefined();
    expect(record(court.until('2039-03-02 09:00'))).toHaveLength(3);
  });

  it('moves up when those ahead of it are gone; a seal that does not wait is not moved', () => {
    const court = served('C14-2', { lines: 2 }).says('C14-2', says('registered', waiting(1, 2), sealed(2, '2026-03-02 09:00', ends)));
    court
      .until('2027-06-15 11:00')
      .says(
        'C14-2',
        says('promoted', sealed(1, '2027-06-15 11:00', '2030-06-16 00:00'), sealed(2, '2027-06-15 11:00', '2030-06-16 00:00')),
      );
    expect(record(court).slice(4)).toEqual(['2027-06-15 11:00 AnswerReceived promoted', '2027-06-15 11:00 MeasurePromoted 1']);
    expect(state(court).measures).toMatchObject([
      { status: 'inForce', endsAt: moment('2030-06-16 00:00') },
      { status: 'inForce', endsAt: moment(ends) },
    ]);
  });

  it('on no line, for the unit holds nothing of the debtor, ends the request', () => {
    expect(state(served('C14-2').says('C14-2', { kind: 'notControlled' }))).toMatchObject({ status: 'ended', how: 'notControlled' });
  });

  it('on one line keeps the request alive when there is nothing to seal on the other', () => {
    const court = served('C14-2', { lines: 2 })
      .says('C14-2', says('registered', sealed(1, '2026-03-02 09:00', ends)))
      .says('C14-2', { kind: 'notControlled' });
    expect(state(court)).toMatchObject({ status: 'standing', measures: [{ lineNo: 1, status: 'inForce' }] });
  });
});

describe('a seal whose end draws near', () => {
  it('alarms 15, 7, 3 and 1 days before its last day, weekends and festivals notwithstanding, and then lapses', () => {
    expect(record(aSeal().until('2030-01-01 09:00')).slice(3)).toEqual([
      '2029-02-15 09:00 MeasureEndNear 1 15',
      '2029-02-23 09:00 MeasureEndNear 1 7',
      '2029-02-27 09:00 MeasureEndNear 1 3',
      '2029-03-01 09:00 MeasureEndNear 1 1',
      '2029-03-03 00:00 MeasureLapsed 1',
    ]);
    expect(state(aSeal().until('2030-01-01 09:00'))).toMatchObject({
      status: 'standing',
      measures: [{ status: 'lapsed', cleared: false }],
    });
  });

  it('that had ended before the court heard of it ended when its term did, not when the court heard', () => {
    const court = served('C14-2')
      .until('2026-04-02 10:00')
      .says('C14-2', says('registered', sealed(1, '2026-03-02 09:00', '2026-04-01 00:00')));
    expect(state(court.daysPass(0)).measures).toMatchObject([{ status: 'lapsed', endedAt: moment('2026-04-01 00:00'), cleared: false }]);
    expect(record(court).at(-1)).toBe('2026-04-02 10:00 MeasureLapsed 1');
  });

  it('is kept alive by its renewal, and alarms again before the new end only', () => {
    const court = aSeal()
      .until('2029-02-05 10:00')
      .told('C14-2', renew)
      .daysPass(1)
      .says('C14-2', says('renewed', sealed(1, '2029-02-06 10:00', '2032-03-03 00:00')));
    expect(record(court.until('2032-02-20 09:00')).slice(3)).toEqual([
      '2029-02-05 10:00 StepDecided renewal',
      '2029-02-05 10:00 StepDelivered renewal',
      '2029-02-06 10:00 AnswerReceived renewed',
      '2029-02-06 10:00 MeasureRenewed 1',
      '2029-02-06 10:00 ExchangeClosed renewal',
      '2032-02-16 09:00 MeasureEndNear 1 15',
    ]);
  });

  it('is not safe because the renewal was sent: without a receipt it alarms and lapses', () => {
    const court = aSeal().until('2029-03-02 08:00').told('C14-2', renew).until('2029-03-03 08:00');
    expect(record(court).slice(-1)).toEqual(['2029-03-03 00:00 MeasureLapsed 1']);
  });

  it('stands again when the receipt of a renewal comes the morning after', () => {
    const court = aSeal()
      .until('2029-03-02 23:50')
      .told('C14-2', renew)
      .until('2029-03-03 08:00')
      .says('C14-2', says('renewed', sealed(1, '2029-03-02 23:55', '2032-03-03 00:00')));
    expect(record(court).slice(-4)).toEqual([
      '2029-03-03 00:00 MeasureLapsed 1',
      '2029-03-03 08:00 AnswerReceived renewed',
      '2029-03-03 08:00 MeasureRenewed 1',
      '2029-03-03 08:00 ExchangeClosed renewal',
    ]);
    expect(state(court)).toMatchObject({ status: 'standing', measures: [{ status: 'inForce', endsAt: moment('2032-03-03 00:00') }] });
  });

  it('is pressed for until every line is renewed, in however many answers', () => {
    const court = twoSeals()
      .until('2029-02-05 10:00')
      .told('C14-2', renew)
      .says('C14-2', says('renewed', sealed(1, '2029-02-05 10:00', '2032-03-03 00:00')));
    expect(state(court)).toMatchObject({ status: 'exchanging', exchange: { step: 'renewal', toRenew: [2] } });
    expect(state(court.says('C14-2', says('renewed', sealed(2, '2029-02-05 10:00', '2032-03-03 00:00'))))).toMatchObject({
      status: 'standing',
    });
  });
});
