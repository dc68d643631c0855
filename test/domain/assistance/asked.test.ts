import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../domain/assistance/answer.ts';
import { inWords } from '../../support/in-words.ts';
import type { Story } from '../../support/story.ts';
import { served } from './request-file.ts';

const record = (court: Story) => inWords(court.request('3').events()).slice(3);
const state = (court: Story) => court.request('3').state();

describe('police and procuratorate', () => {
  const chain = (...answers: readonly Answer[]) =>
    answers.reduce((court, answer) => court.daysPass(1).says('C08-1', answer), served('C08-1'));

  it('file in time, and the request is over', () => {
    expect(record(chain({ kind: 'caseAccepted' }, { kind: 'caseFiled' }))).toEqual([
      '2026-03-03 09:00 AnswerReceived caseAccepted',
      '2026-03-04 09:00 AnswerReceived caseFiled',
      '2026-03-04 09:00 RequestEnded chainEnded',
    ]);
  });

  it('are silent seven days: the chain is told the moment the term has run out, and nobody reminds the police', () => {
    const court = served('C08-1').until('2026-06-01 09:00');
    expect(record(court)).toEqual(['2026-03-10 00:00 TermPassed', '2026-03-10 00:00 ChainInformed']);
  });

  it('have thirty days from the transfer when they call the matter complex within the seven', () => {
    const court = chain({ kind: 'caseComplex' }).until('2026-06-01 09:00');
    expect(record(court)).toEqual([
      '2026-03-03 09:00 AnswerReceived caseComplex',
      '2026-03-03 09:00 TermExtended',
      '2026-04-02 00:00 TermPassed',
      '2026-04-02 00:00 ChainInformed',
    ]);
  });

  it('have no thirty days when they call it complex too late', () => {
    const court = served('C08-1').until('2026-03-10 00:00').says('C08-1', { kind: 'caseComplex' });
    expect(record(court)).toEqual([
      '2026-03-10 00:00 TermPassed',
      '2026-03-10 00:00 ChainInformed',
      '2026-03-10 00:00 AnswerReceived caseComplex',
    ]);
  });

  it('do not file: the wait is over, and a later filing is still heard', () => {
    const court = chain({ kind: 'caseNotFiled' });
    expect(state(court)).toMatchObject({ status: 'standing' });
    expect(state(court.daysPass(90).says('C08-1', { kind: 'caseFiled' }))).toMatchObject({ status: 'ended', how: 'chainEnded' });
  });

  it('speak for themselves: a notice to file that comes from the police is kept on file', () => {
    expect(record(chain({ kind: 'noticeToFile' }))).toEqual(['2026-03-03 09:00 ReplyKeptOnFile noticeToFile']);
  });

  it('explain within seven days of being asked to, and the court waits for that', () => {
    const court = served('C09-2').daysPass(2).says('C09-2', { kind: 'reasonsRequested' }).until('2026-12-31 09:00');
    expect(record(court)).toEqual([
      '2026-03-04 09:00 AnswerReceived reasonsRequested',
      '2026-03-04 09:00 TermExtended',
      '2026-03-12 09:00 TermPassed',
      '2026-03-12 09:00 StepDecided reminder',
      '2026-03-12 09:00 StepDelivered reminder',
      '2026-03-17 09:00 ReportedToOffice',
    ]);
  });

  it.each<Answer>([{ kind: 'noticeToFile' }, { kind: 'reasonsHold' }])('are done with the supervision by $kind', (answer) => {
    expect(state(served('C09-2').says('C09-2', answer))).toMatchObject({ status: 'ended', how: 'answered' });
  });

  it('are asked no longer once the chain is over', () => {
    expect(state(served('C09-2').told('C09-2', { kind: 'withdraw' }))).toMatchObject({ status: 'ended', how: 'chainEnded' });
  });
});
