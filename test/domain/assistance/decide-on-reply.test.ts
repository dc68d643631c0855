import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../domain/assistance/answer.ts';
import { inWords } from '../../support/in-words.ts';
import { moment, type Story } from '../../support/story.ts';
import { sealed, served, theOrder } from './request-file.ts';

const record = (court: Story) => inWords(court.request('3').events()).slice(3);
const state = (court: Story) => court.request('3').state();
const lastEvent = (court: Story) => court.request('3').events().at(-1);

describe('a query', () => {
  it('ends with the records the unit sends', () => {
    const court = served('C04-1').daysPass(3).says('C04-1', { kind: 'records', properties: [] });
    expect(inWords(court.request('3').events())).toEqual([
      '2026-03-02 09:00 RequestOpened',
      '2026-03-02 09:00 StepDecided service',
      '2026-03-02 09:00 StepDelivered service',
      '2026-03-05 09:00 AnswerReceived records',
      '2026-03-05 09:00 RequestEnded answered',
    ]);
    expect(state(court)).toMatchObject({ status: 'ended', how: 'answered', servedAt: moment('2026-03-02 09:00') });
  });

  it('is answered as fully by the word that there is no record, which is not silence', () => {
    const court = served('C04-1').daysPass(1).says('C04-1', { kind: 'noRecord' });
    expect(court.request('3').events()).toContainEqual(
      expect.objectContaining({ type: 'AnswerReceived', outcome: 'NO_RECORD', late: false }),
    );
    expect(state(court)).toMatchObject({ status: 'ended', how: 'answered' });
  });

  it('is asked nothing more after its answer', () => {
    const court = served('C04-1').daysPass(2).says('C04-1', { kind: 'noRecord' }).daysPass(400);
    expect(record(court)).toEqual(['2026-03-04 09:00 AnswerReceived noRecord', '2026-03-04 09:00 RequestEnded answered']);
    expect(court.request('3').due()).toBeUndefined();
  });
});

describe('an answer is late', () => {
  const lateness = (court: Story) =>
    court
      .request('3')
      .events()
      .flatMap((event) => (event.type === 'AnswerReceived' ? [event.late] : []));

  it('never on the last day of the term, up to its last minute', () => {
    expect(lateness(served('C04-1').until('2026-03-09 23:59').says('C04-1', { kind: 'noRecord' }))).toEqual([false]);
  });

  it('from the first minute after it, although no reminder has gone out yet', () => {
    const court = served('C04-1').until('2026-03-10 00:00').says('C04-1', { kind: 'noRecord' });
    expect(lateness(court)).toEqual([true]);
    expect(record(court)).toEqual(['2026-03-10 00:00 AnswerReceived noRecord', '2026-03-10 00:00 RequestEnded answered']);
  });

  it('also within the new term that an order sets: the unit had its own before', () => {
    const court = served('C04-1').until('2026-03-13 10:00').told('C04-1', { kind: 'order', paper: theOrder });
    expect(lateness(court.until('2026-03-16 08:00').says('C04-1', { kind: 'noRecord' }))).toEqual([true]);
  });

  it('not because the request was served anew after it came back: the term then runs anew', () => {
    const court = served('C04-1').daysPass(2).says('C04-1', { kind: 'returned', missing: 'document' }).until('2026-03-20 09:00');
    expect(court.does('C04-1', { kind: 'serveAgain' })).toBeUndefined();
    expect(lateness(court.until('2026-03-27 09:00').says('C04-1', { kind: 'noRecord' }))).toEqual([false, false]);
  });
});

describe('what a unit says is never lost and never taken in twice', () => {
  it('notes a repeat under the same number, and nothing more', () => {
    const court = served('C04-1')
      .says('C04-1', { kind: 'returned', missing: 'credential' }, 'hf-7')
      .daysPass(1)
      .says('C04-1', { kind: 'refused' }, 'hf-7');
    expect(record(court)).toEqual(['2026-03-02 09:00 AnswerReceived returned', '2026-03-03 09:00 ReplyRepeated']);
  });

  it('knows a repeat also after the end', () => {
    const court = served('C04-1').says('C04-1', { kind: 'noRecord' }, 'hf-7').says('C04-1', { kind: 'noRecord' }, 'hf-7');
    expect(record(court).at(-1)).toBe('2026-03-02 09:00 ReplyRepeated');
  });

  it('keeps on file what comes after the end', () => {
    const court = served('C04-1').says('C04-1', { kind: 'noRecord' }).daysPass(5).says('C04-1', { kind: 'records', properties: [] });
    expect(lastEvent(court)).toMatchObject({ type: 'ReplyKeptOnFile', because: 'requestEnded', answer: 'records' });
  });

  it.each<[string, Answer]>([
    ['a lift', { kind: 'lifted', lines: [1] }],
    ['a registration', { kind: 'registered', lines: [sealed(1, '2026-03-02 10:00', '2029-03-03 00:00')] }],
    ['a promotion', { kind: 'promoted', lines: [] }],
    ['the outcome of an urging', { kind: 'urged', result: 'performed' }],
    ['a decision of the police', { kind: 'caseFiled' }],
  ])('keeps on file %s that answers no query, and goes on waiting', (_what, answer) => {
    const court = served('C04-1').says('C04-1', answer);
    expect(lastEvent(court)).toMatchObject({ type: 'ReplyKeptOnFile', because: 'notAsked' });
    expect(state(court)).toMatchObject({ status: 'exchanging', exchange: { ladder: { rung: 'none' } } });
  });

  it('keeps the word of a unit that was not asked apart, and still hears the right one under the same number', () => {
    const court = served('C04-1').says('C04-1', { kind: 'noRecord' }, '17', 'cx-other-unit');
    expect(lastEvent(court)).toMatchObject({ type: 'ReplyKeptOnFile', because: 'otherUnit' });
    expect(state(court.says('C04-1', { kind: 'noRecord' }, '17'))).toMatchObject({ status: 'ended', how: 'answered' });
  });
});

describe('a review suggestion', () => {
  const suggested = () => served('C04-1').daysPass(2).says('C04-1', { kind: 'reviewSuggested' }, 'hf-1');

  it('is recorded with fifteen days for the judge, and leaves the clock of the unit as it was', () => {
    const before = served('C04-1').daysPass(2);
    const after = suggested();
    expect(lastEvent(after)).toMatchObject({ type: 'ReviewSuggested', clock: { limitId: 'T41', lastDay: '2026-03-19' } });
    expect(exchangeOf(after)).toEqual(exchangeOf(before));
  });

  it('stops no reminder', () => {
    expect(record(suggested().until('2026-03-10 09:00'))).toEqual([
      '2026-03-04 09:00 ReviewSuggested',
      '2026-03-10 09:00 TermPassed',
      '2026-03-10 09:00 StepDecided reminder',
      '2026-03-10 09:00 StepDelivered reminder',
    ]);
  });

  it('alarms once when the judge has let the fifteen days pass', () => {
    const court = suggested().until('2026-03-06 09:00').says('C04-1', { kind: 'returned', missing: 'document' }).until('2026-06-01 09:00');
    expect(record(court).slice(2)).toEqual(['2026-03-20 00:00 ReviewOverdue']);
  });

  it('is answered by the judge once, and then alarms no more', () => {
    const court = suggested().daysPass(1);
    expect(court.does('C04-1', { kind: 'answerReview', replyNo: 'hf-1', decision: 'maintained' })).toBeUndefined();
    expect(court.does('C04-1', { kind: 'answerReview', replyNo: 'hf-1', decision: 'changed' })).toEqual({
      kind: 'noReviewPending',
      replyNo: 'hf-1',
    });
    expect(record(court.until('2026-06-01 09:00')).filter((line) => line.includes('ReviewOverdue'))).toEqual([]);
  });

  it('is not forgotten because another one follows: each keeps its own clock', () => {
    const court = suggested().daysPass(5).says('C04-1', { kind: 'reviewSuggested' }, 'hf-2');
    expect(court.does('C04-1', { kind: 'answerReview', replyNo: 'hf-2', decision: 'changed' })).toBeUndefined();
    expect(record(court.until('2026-04-30 09:00'))).toContain('2026-03-20 00:00 ReviewOverdue');
  });

  it('is also heard of a seal that the unit has entered first, as it must', () => {
    const court = served('C14-2')
      .says('C14-2', { kind: 'registered', lines: [sealed(1, '2026-03-02 10:00', '2029-03-03 00:00')] })
      .says('C14-2', { kind: 'reviewSuggested' });
    expect(lastEvent(court)).toMatchObject({ type: 'ReviewSuggested' });
    expect(state(court)).toMatchObject({ status: 'standing', measures: [{ status: 'inForce' }] });
  });
});

describe('papers that come back', () => {
  it.each<[string, Answer]>([
    ['for a missing document', { kind: 'returned', missing: 'document' }],
    ['for a missing credential', { kind: 'returned', missing: 'credential' }],
    ['because name and number do not fit', { kind: 'identityMismatch' }],
  ])('%s are no refusal, and stop all pressure until they are served again', (_why, answer) => {
    const court = served('C04-1').daysPass(1).says('C04-1', answer).until('2026-04-01 09:00');
    expect(record(court)).toEqual([`2026-03-03 09:00 AnswerReceived ${answer.kind}`]);
    expect(court.request('3').due()).toBeUndefined();

    expect(court.does('C04-1', { kind: 'serveAgain' })).toBeUndefined();
    expect(record(court.until('2026-04-09 09:00')).slice(1)).toEqual([
      '2026-04-01 09:00 StepDecided service',
      '2026-04-01 09:00 StepDelivered service',
      '2026-04-09 09:00 TermPassed',
      '2026-04-09 09:00 StepDecided reminder',
      '2026-04-09 09:00 StepDelivered reminder',
    ]);
  });

  it('go out again under a new step number, and only when they have come back', () => {
    const court = served('C04-1');
    expect(court.does('C04-1', { kind: 'serveAgain' })).toEqual({ kind: 'nothingToServe' });
    court.says('C04-1', { kind: 'returned', missing: 'document' });
    court.does('C04-1', { kind: 'serveAgain' });
    expect(state(court)).toMatchObject({
      steps: 2,
      exchange: { stepNo: '2026-yun2301-zhi-123/3/2' },
      origin: { stepNo: '2026-yun2301-zhi-123/3/2' },
    });
  });
});

const exchangeOf = (court: Story) => {
  const request = state(court);
  return request.status === 'exchanging' ? request.exchange : undefined;
};
