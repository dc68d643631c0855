import { describe, expect, it } from 'vitest';
import type { Instruction } from '../../../domain/assistance/messages.ts';
import { inWords } from '../../support/in-words.ts';
import type { Story } from '../../support/story.ts';
import { papersOf, sealed, served, theOrder } from './request-file.ts';

const record = (court: Story) => inWords(court.request('3').events()).slice(3);
const state = (court: Story) => court.request('3').state();

describe('a unit that is silent to a query', () => {
  it('is reminded at nine on the first working day after its term; three working days later the order is drawn up', () => {
    expect(record(served('C04-1').until('2026-03-13 09:00'))).toEqual([
      '2026-03-10 09:00 TermPassed',
      '2026-03-10 09:00 StepDecided reminder',
      '2026-03-10 09:00 StepDelivered reminder',
      '2026-03-13 09:00 OrderDrawnUp',
    ]);
  });

  it('is reminded only when offices are open again, however long the festival', () => {
    const court = served('C04-1', {}, '2026-02-05 09:00');
    expect(record(court.until('2026-03-02 09:00'))).toEqual([
      '2026-02-13 09:00 TermPassed',
      '2026-02-13 09:00 StepDecided reminder',
      '2026-02-13 09:00 StepDelivered reminder',
      '2026-02-25 09:00 OrderDrawnUp',
      '2026-02-28 09:00 OrderAwaitsSignature',
    ]);
  });

  it('is ordered by a person, never by the clock: an unsigned order alarms once and stays in the house', () => {
    const court = served('C04-1').until('2026-12-31 09:00');
    expect(record(court).slice(3)).toEqual(['2026-03-13 09:00 OrderDrawnUp', '2026-03-18 09:00 OrderAwaitsSignature']);
    expect(state(court)).toMatchObject({ steps: 2, exchange: { ladder: { rung: 'drawnUp' } } });
  });

  it('is ordered as soon as the order is signed, and an order without answer in three working days is ignored', () => {
    const court = served('C04-1').until('2026-03-16 10:00').told('C04-1', { kind: 'order', paper: theOrder }).until('2026-06-01 09:00');
    expect(record(court).slice(4)).toEqual([
      '2026-03-16 10:00 StepDecided order',
      '2026-03-16 10:00 StepDelivered order',
      '2026-03-20 09:00 OrderIgnored',
    ]);
    expect(state(court)).toMatchObject({
      exchange: { clock: { limitId: 'D-order' }, ladder: { rung: 'atRest', because: 'orderIgnored' } },
    });
  });

  it('may still answer after it ignored the order', () => {
    const court = served('C04-1').until('2026-03-16 10:00').told('C04-1', { kind: 'order', paper: theOrder }).until('2026-05-06 09:00');
    expect(state(court.says('C04-1', { kind: 'records', properties: [] }))).toMatchObject({ status: 'ended', how: 'answered' });
  });

  it('is not ordered when the bureau head declines, and nothing more is drawn up', () => {
    const court = served('C04-1').until('2026-03-16 10:00').told('C04-1', { kind: 'declineOrder' }).until('2026-06-01 09:00');
    expect(record(court).slice(4)).toEqual(['2026-03-16 10:00 OrderDeclined']);
  });

  it('names in reminder and order what they press for', () => {
    const court = served('C04-1').until('2026-03-16 10:00').told('C04-1', { kind: 'order', paper: theOrder });
    expect(
      court
        .request('3')
        .events()
        .flatMap((event) => (event.type === 'StepDecided' ? [[event.step, event.of?.split('/')[2]]] : [])),
    ).toEqual([
      ['service', undefined],
      ['reminder', '1'],
      ['order', '1'],
    ]);
  });
});

describe('a unit that refuses', () => {
  it('goes straight to the order, without reminder and before its term is over', () => {
    const court = served('C04-1').daysPass(1).says('C04-1', { kind: 'refused' }).until('2026-03-30 09:00');
    expect(record(court)).toEqual([
      '2026-03-03 09:00 AnswerReceived refused',
      '2026-03-03 09:00 OrderDrawnUp',
      '2026-03-06 09:00 OrderAwaitsSignature',
    ]);
  });

  it('does not have the order drawn up twice by saying it twice', () => {
    const court = served('C04-1').says('C04-1', { kind: 'refused' }).says('C04-1', { kind: 'refused' });
    expect(record(court).filter((line) => line.includes('OrderDrawnUp'))).toHaveLength(1);
  });

  it('meets no second order when it refuses after the first was ignored', () => {
    const court = served('C04-1')
      .says('C04-1', { kind: 'refused' })
      .told('C04-1', { kind: 'order', paper: theOrder })
      .until('2026-04-01 09:00');
    expect(state(court.says('C04-1', { kind: 'refused' }))).toMatchObject({ exchange: { ladder: { because: 'orderIgnored' } } });
  });

  it('is ordered although its refusal was quicker than the proof of service', () => {
    const early = refusedBeforeReceipt();
    expect(state(early)).toMatchObject({ exchange: { clock: { limitId: 'D-query' }, ladder: { rung: 'drawnUp' } } });
    expect(state(early.told('C04-1', { kind: 'order', paper: theOrder }))).toMatchObject({ exchange: { ladder: { rung: 'ordered' } } });
  });
});

describe('a congress', () => {
  it('that is silent is reminded once and then reported to the office, and never ordered', () => {
    const court = served('C01-1').until('2026-12-31 09:00');
    expect(record(court)).toEqual([
      '2026-04-02 09:00 TermPassed',
      '2026-04-02 09:00 StepDecided reminder',
      '2026-04-02 09:00 StepDelivered reminder',
      '2026-04-08 09:00 ReportedToOffice',
    ]);
    expect(court.request('3').due()).toBeUndefined();
  });

  it('that declines is reported to the office at once, and never ordered', () => {
    const court = served('C01-1')
      .says('C01-1', { kind: 'refused' })
      .told('C01-1', { kind: 'order', paper: theOrder })
      .until('2026-12-31 09:00');
    expect(record(court)).toEqual([
      '2026-03-02 09:00 AnswerReceived refused',
      '2026-03-02 09:00 ReportedToOffice',
      '2026-03-02 09:00 InstructionMoot order',
    ]);
  });

  it('is heard again while the urging goes on: a promise first, performance later', () => {
    const court = served('C01-1').daysPass(10).says('C01-1', { kind: 'urged', result: 'promised' });
    expect(state(court)).toMatchObject({ status: 'standing' });
    expect(record(court.daysPass(60).says('C01-1', { kind: 'urged', result: 'performed' }))).toEqual([
      '2026-03-12 09:00 AnswerReceived urged',
      '2026-03-12 09:00 ExchangeClosed service',
      '2026-05-11 09:00 AnswerReceived urged',
    ]);
  });

  it('receives the letter that ends the urging once, and the request ends with its receipt', () => {
    const court = served('C01-1')
      .says('C01-1', { kind: 'noted' })
      .told('C01-1', { kind: 'endUrging', papers: papersOf('urgingEndedLetter') });
    expect(record(court).slice(2)).toEqual([
      '2026-03-02 09:00 StepDecided endOfUrging',
      '2026-03-02 09:00 StepDelivered endOfUrging',
      '2026-03-02 09:00 RequestEnded urgingEnded',
    ]);
    expect(record(court.told('C01-1', { kind: 'endUrging', papers: [] })).at(-1)).toBe('2026-03-02 09:00 InstructionMoot endUrging');
  });
});

describe('an instruction that has lost its object', () => {
  const aSeal = () => served('C14-2').says('C14-2', { kind: 'registered', lines: [sealed(1, '2026-03-02 09:00', '2029-03-03 00:00')] });
  const answered = () => served('C04-1').says('C04-1', { kind: 'noRecord' });
  const signed = (kind: 'renew' | 'lift' | 'clear' | 'endUrging'): Instruction => ({ kind, papers: [] });

  it.each<[string, Instruction, () => Story]>([
    ['an order to a unit that has answered', { kind: 'order', paper: theOrder }, answered],
    ['an order before any is drawn up', { kind: 'order', paper: theOrder }, () => served('C04-1')],
    ['a declined order that is not drawn up', { kind: 'declineOrder' }, () => served('C04-1')],
    ['the withdrawal of an answered query', { kind: 'withdraw' }, answered],
    ['the withdrawal of a seal, which can only be lifted', { kind: 'withdraw' }, aSeal],
    ['the renewal of what is not in force', signed('renew'), () => served('C14-2')],
    ['a second renewal while the first is on its way', signed('renew'), () => aSeal().told('C14-2', signed('renew'))],
    ['the renewal of what is being lifted', signed('renew'), () => aSeal().told('C14-2', signed('lift'))],
    ['a second lift', signed('lift'), () => aSeal().told('C14-2', signed('lift'))],
    ['the lift of a query', signed('lift'), () => served('C04-1')],
    ['the clearing of a seal that is in force', signed('clear'), aSeal],
    ['the end of an urging that is none', signed('endUrging'), () => served('C04-1')],
  ])('changes nothing and is put on record: %s', (_what, instruction, given) => {
    const court = given();
    const before = state(court);
    expect(court.told('3', instruction).request('3').events().at(-1)).toMatchObject({
      type: 'InstructionMoot',
      instruction: instruction.kind,
    });
    expect(state(court)).toEqual(before);
  });

  it('never sends the same order twice while the first is on its way', () => {
    const court = served('C04-1')
      .says('C04-1', { kind: 'refused' })
      .withMessenger(() => 'unreachable');
    court.told('C04-1', { kind: 'order', paper: theOrder }).told('C04-1', { kind: 'order', paper: theOrder });
    expect(record(court).filter((line) => line.includes('StepDecided order'))).toHaveLength(1);
  });

  it('does not stop a request from moving to the case that takes it over, even at its end', () => {
    const court = answered().told('C04-1', { kind: 'adopt', caseId: '2027-yun2301-zhihui-9', reportTo: [] });
    expect(state(court)).toMatchObject({ status: 'ended', file: { caseId: '2027-yun2301-zhihui-9', requestNo: '2026-yun2301-zhi-123/3' } });
  });
});

describe('a person who acts on a request that has ended', () => {
  it.each([{ kind: 'serveAgain' } as const, { kind: 'answerReview', replyNo: 'hf-1', decision: 'changed' } as const])(
    'hears so: $kind',
    (act) => {
      expect(served('C04-1').says('C04-1', { kind: 'noRecord' }).does('C04-1', act)).toEqual({ kind: 'requestEnded' });
    },
  );
});

/** The unit has read the papers and refuses while the messenger is still on his way back. */
const refusedBeforeReceipt = (): Story => {
  let lost = true;
  const court = served('C04-1')
    .says('C04-1', { kind: 'returned', missing: 'document' })
    .withMessenger(() => (lost ? 'unreachable' : 'delivered'));
  court.does('C04-1', { kind: 'serveAgain' });
  court.says('C04-1', { kind: 'refused' });
  lost = false;
  return court.daysPass(1);
};
