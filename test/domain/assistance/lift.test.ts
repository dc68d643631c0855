import { describe, expect, it } from 'vitest';
import type { Answer, RegisteredLine } from '../../../domain/assistance/answer.ts';
import { inWords } from '../../support/in-words.ts';
import type { Story } from '../../support/story.ts';
import { papersOf, sealed, served, theOrder, waiting } from './request-file.ts';

const record = (court: Story) => inWords(court.request('3').events()).slice(3);
const state = (court: Story) => court.request('3').state();
const says = (kind: 'registered' | 'promoted' | 'renewed', ...lines: readonly RegisteredLine[]): Answer => ({ kind, lines });
const lifted = (...lines: readonly number[]): Answer => ({ kind: 'lifted', lines });

const ends = '2029-03-03 00:00';
const aSeal = () => served('C14-2').says('C14-2', says('registered', sealed(1, '2026-03-02 09:00', ends)));
const twoSeals = () =>
  served('C14-2', { lines: 2 }).says('C14-2', says('registered', sealed(1, '2026-03-02 09:00', ends), sealed(2, '2026-03-02 09:00', ends)));
const lift = { kind: 'lift', papers: papersOf('enforcementRuling', 'liftNotice') } as const;
const clear = { kind: 'clear', papers: papersOf('liftNotice') } as const;

describe('a lift', () => {
  it('is over when every line is confirmed; partly lifted it stays open and is pressed for', () => {
    const court = twoSeals().until('2026-06-01 09:00').told('C14-2', lift).says('C14-2', lifted(2));
    expect(state(court)).toMatchObject({ status: 'exchanging', measures: [{ status: 'inForce' }, { status: 'lifted' }] });
    court.until('2026-06-04 10:00').says('C14-2', lifted(1));
    expect(record(court).slice(4)).toEqual([
      '2026-06-01 09:00 StepDecided lift',
      '2026-06-01 09:00 StepDelivered lift',
      '2026-06-01 09:00 AnswerReceived lifted',
      '2026-06-01 09:00 MeasureLifted 2',
      '2026-06-03 09:00 TermPassed',
      '2026-06-03 09:00 StepDecided reminder',
      '2026-06-03 09:00 StepDelivered reminder',
      '2026-06-04 10:00 AnswerReceived lifted',
      '2026-06-04 10:00 MeasureLifted 1',
      '2026-06-04 10:00 RequestEnded lifted',
    ]);
  });

  it('names the service it undoes, and its reminder names the lift', () => {
    const court = aSeal().until('2026-06-01 09:00').told('C14-2', lift).until('2026-06-03 09:00');
    expect(
      court
        .request('3')
        .events()
        .flatMap((event) => (event.type === 'StepDecided' ? [`${event.step} of ${event.of?.split('/')[2] ?? 'nothing'}`] : [])),
    ).toEqual(['service of nothing', 'lift of 1', 'reminder of 2']);
    expect(
      court
        .withMessenger(() => 'unreachable')
        .told('C14-2', lift)
        .request('3')
        .errand(court.now()),
    ).toBeUndefined();
  });

  it('of a unit that does not let go climbs the ladder like every other duty', () => {
    const court = aSeal()
      .until('2026-06-01 09:00')
      .told('C14-2', lift)
      .until('2026-06-08 10:00')
      .told('C14-2', { kind: 'order', paper: theOrder })
      .until('2026-06-12 09:00');
    expect(record(court).slice(-4)).toEqual([
      '2026-06-08 09:00 OrderDrawnUp',
      '2026-06-08 10:00 StepDecided order',
      '2026-06-08 10:00 StepDelivered order',
      '2026-06-12 09:00 OrderIgnored',
    ]);
  });

  it('ordered before the registration was answered takes in the registration that crosses it, and waits for it to be undone', () => {
    const court = served('C14-2')
      .until('2026-03-02 11:00')
      .told('C14-2', lift)
      .until('2026-03-02 12:00')
      .says('C14-2', says('registered', sealed(1, '2026-03-02 10:30', ends)));
    expect(state(court)).toMatchObject({ status: 'exchanging', exchange: { step: 'lift' }, measures: [{ status: 'inForce' }] });
    expect(state(court.says('C14-2', lifted(1)))).toMatchObject({ status: 'ended', how: 'lifted', measures: [{ status: 'lifted' }] });
  });

  it.each<[string, Answer]>([
    ['that it has let go', lifted(1)],
    ['that it never held anything', { kind: 'notControlled' }],
  ])('of what was never registered ends with the word of the unit %s', (_word, answer) => {
    expect(state(served('C14-2').told('C14-2', lift).says('C14-2', answer))).toMatchObject({ status: 'ended', measures: [] });
  });

  it('is not over because the unit says it holds nothing, while the court knows of a seal', () => {
    const court = aSeal().told('C14-2', lift).says('C14-2', { kind: 'notControlled' });
    expect(record(court).at(-1)).toBe('2026-03-02 09:00 ReplyKeptOnFile notControlled');
    expect(state(court)).toMatchObject({ status: 'exchanging' });
  });

  it('undoes a waiting seal like any other', () => {
    const court = served('C14-2')
      .says('C14-2', says('registered', waiting(1, 2)))
      .told('C14-2', lift)
      .says('C14-2', lifted(1));
    expect(state(court)).toMatchObject({ status: 'ended', how: 'lifted', measures: [{ status: 'lifted' }] });
  });
});

describe('a seal that has lapsed', () => {
  const gone = () => aSeal().until('2029-03-05 09:00');

  it('leaves its mark until the unit has cleared it', () => {
    const court = gone()
      .told('C14-2', clear)
      .says('C14-2', { kind: 'markCleared', lines: [1] });
    expect(record(court).slice(-5)).toEqual([
      '2029-03-05 09:00 StepDecided clearing',
      '2029-03-05 09:00 StepDelivered clearing',
      '2029-03-05 09:00 AnswerReceived markCleared',
      '2029-03-05 09:00 MarkCleared 1',
      '2029-03-05 09:00 RequestEnded lifted',
    ]);
    expect(state(court)).toMatchObject({ status: 'ended', measures: [{ status: 'lapsed', cleared: true }] });
  });

  it('is cleared also where the unit calls it lifting', () => {
    expect(state(gone().told('C14-2', clear).says('C14-2', lifted(1)))).toMatchObject({ measures: [{ status: 'lapsed', cleared: true }] });
  });

  it('lifted while the lift was on its way is cleared by the same lift', () => {
    const court = aSeal().until('2029-03-02 09:00').told('C14-2', lift).until('2029-03-03 09:00').says('C14-2', lifted(1));
    expect(state(court)).toMatchObject({ status: 'ended', how: 'lifted', measures: [{ status: 'lapsed', cleared: true }] });
  });

  it('beside one that stands is lifted with it: the lift takes the place of the clearing', () => {
    const court = served('C14-2', { lines: 2 })
      .says('C14-2', says('registered', sealed(1, '2026-03-02 09:00', '2027-03-03 00:00')))
      .until('2027-03-04 09:00')
      .told('C14-2', clear);
    court.says('C14-2', says('registered', sealed(2, '2027-03-04 09:00', '2030-03-05 00:00'))).told('C14-2', lift);
    expect(state(court)).toMatchObject({ exchange: { step: 'lift' } });
    expect(state(court.says('C14-2', lifted(1, 2)))).toMatchObject({
      status: 'ended',
      how: 'lifted',
      measures: [{ cleared: true }, { status: 'lifted' }],
    });
  });
});
