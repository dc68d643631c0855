import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../domain/calendar/instant.ts';
import { subtractFen, type Fen } from '../../../domain/claim/money.ts';
import type { RequestNo } from '../../../domain/assistance/request.ts';
import { inWords } from '../../support/in-words.ts';
import type { Story } from '../../support/story.ts';
import { sealed, waiting as queued } from '../assistance/request-file.ts';
import {
  aDebtor,
  aHouse,
  allSign,
  clerk,
  filed,
  head,
  houseFound,
  judge,
  owedOn,
  pays,
  proposalFor,
  waiting,
  yuan,
} from './court-of-chuxiong.ts';

const oneFen = 1 as Fen;
const ends = '2029-03-03 00:00';
const houseSealed = (given?: Story) =>
  houseFound(given).says('C14-2', { kind: 'registered', lines: [sealed(1, '2026-03-02 09:00', ends)] });
const status = (court: Story) => court.case().state().status;
const since = (court: Story, day: string) => inWords(court.case().events()).filter((line) => line >= day);
const liftOf = (court: Story, ground: 'applicantConsents' | 'performed' = 'applicantConsents') =>
  ({ kind: 'lift', requestNo: court.request('C14-2').state().file.requestNo, ground, reasonId: 'n-1' }) as const;

describe('a payment', () => {
  it('of a part leaves everything in force', () => {
    const court = houseSealed();
    pays(court, yuan(60_000));
    expect(status(court)).toBe('open');
    expect(waiting(court)).toEqual([]);
  });

  it('of the whole principal does not satisfy the debt: the doubled interest is owed as well, to the day', () => {
    const court = houseSealed();
    pays(court, yuan(100_000));
    expect(status(court)).toBe('open');
    pays(court, yuan(30 * 17.5));
    expect(status(court)).toBe('satisfied');
  });

  it('satisfies the debt with the last fen, and not with one less', () => {
    const almost = houseSealed();
    pays(almost, subtractFen(owedOn('2026-03-02'), oneFen));
    expect(status(almost)).toBe('open');
    pays(almost, oneFen);
    expect(status(almost)).toBe('satisfied');
  });

  it('counts from the day it was received, not from the day it is entered', () => {
    const court = houseSealed().until('2026-03-09 10:00');
    pays(court, owedOn('2026-03-06'), '2026-03-06');
    expect(status(court)).toBe('satisfied');
  });

  it('cannot have been received on a day to come', () => {
    const tomorrow = { kind: 'recordPayment', amount: yuan(1), receivedOn: civilDate('2026-03-03') } as const;
    expect(filed().acts(clerk, tomorrow)).toEqual({ kind: 'dayInFuture', field: 'receivedOn' });
  });
});

describe('everything owed has come in', () => {
  it('and in the same moment all that this case imposed is before the judge to be undone', () => {
    const court = houseSealed(filed(aDebtor({ deputy: { level: 'county', unit: 'cx-congress' } }))).until('2026-04-01 09:00');
    pays(court, owedOn('2026-04-01'));
    expect(since(court, '2026-04-01').slice(0, 2)).toEqual(['2026-04-01 09:00 PaymentRecorded', '2026-04-01 09:00 DebtSatisfied']);
    expect(waiting(court)).toEqual(['endOfUrging 1', 'lift 4']);
  });

  it('undoes each thing once, however often money comes in', () => {
    const court = houseSealed();
    pays(court, owedOn('2026-03-02'));
    pays(court, yuan(500));
    expect(waiting(court)).toEqual(['lift 3']);
    expect(since(court, '2026-03-02').filter((line) => line.endsWith('DebtSatisfied'))).toHaveLength(1);
  });

  it('leaves alone what has been lifted before, and what another case imposed', () => {
    const court = houseSealed();
    court.acts(judge, liftOf(court));
    allSign(court).says('C14-2', { kind: 'lifted', lines: [1] });
    pays(court, owedOn('2026-03-02'));
    expect(waiting(court)).toEqual([]);
  });

  it('withdraws drafts that must not be signed any more, and the questions nobody needs answered', () => {
    const court = filed();
    court.acts(judge, { kind: 'approve', proposals: [proposalFor(court, 'request C04-1')] });
    pays(court, owedOn('2026-03-02'));
    expect(waiting(court)).toEqual(['notice p-debtor']);
    expect(court.request('C04-1').state()).toMatchObject({ status: 'ended', how: 'withdrawn' });
  });

  it('lifts a seal that is entered later, at once', () => {
    const court = houseFound();
    pays(court, owedOn('2026-03-02'));
    expect(waiting(court)).toEqual(['lift 3']);
    court.acts(judge, { kind: 'decline', proposal: proposalFor(court, 'lift 3'), reasonId: 'n-1' });
    court.daysPass(1).says('C14-2', { kind: 'registered', lines: [sealed(1, '2026-03-03 09:00', '2029-03-04 00:00')] });
    expect(waiting(court)).toEqual(['lift 3']);
  });

  it('lifts by the court’s own order what was ordered before its registration was answered', () => {
    const court = houseFound();
    pays(court, owedOn('2026-03-02'));
    allSign(court).says('C14-2', { kind: 'registered', lines: [sealed(1, '2026-03-02 09:00', ends)] });
    expect(court.request('C14-2').state()).toMatchObject({ status: 'exchanging', exchange: { step: 'lift' } });
    court.says('C14-2', { kind: 'lifted', lines: [1] });
    expect(court.request('C14-2').state()).toMatchObject({ status: 'ended', how: 'lifted' });
  });

  it('orders a unit that does not let go, although no other order goes out any more', () => {
    const court = houseSealed();
    pays(court, owedOn('2026-03-02'));
    allSign(court).until('2026-03-09 09:00');
    expect(waiting(court)).toEqual(['order 3']);
    court.acts(head, { kind: 'approve', proposals: 'all' });
    expect(inWords(court.request('C14-2').events()).at(-1)).toBe('2026-03-09 09:00 StepDelivered order');
  });

  it('withdraws the order that pressed for an answer, and keeps the one that presses for a lift', () => {
    const court = allSign(filed()).says('C14-1', { kind: 'records', properties: [aHouse()] });
    allSign(court).says('C14-2', { kind: 'registered', lines: [sealed(1, '2026-03-02 09:00', ends)] });
    court.acts(judge, liftOf(court));
    allSign(court).until('2026-03-13 09:00');
    expect(waiting(court)).toEqual(['order 3', 'order 1']);
    pays(court, owedOn('2026-03-13'));
    expect(waiting(court)).toEqual(['order 3']);
  });

  it('clears what has lapsed instead of lifting it', () => {
    const court = houseSealed().until('2029-03-03 09:00');
    pays(court, owedOn('2029-03-03'));
    expect(waiting(court)).toEqual(['clearing 3']);
  });
});

describe('a judge who lifts one measure by itself', () => {
  it('with the applicant’s consent has ruling and notice drawn up, and the unit is told when both are signed', () => {
    const court = houseSealed().until('2026-05-06 09:00');
    expect(court.acts(judge, liftOf(court))).toBeUndefined();
    const [proposal] = court.case().state().proposals;
    expect(proposal?.papers.map(({ kind }) => kind)).toEqual(['enforcementRuling', 'liftNotice']);
    court.acts(judge, { kind: 'approve', proposals: 'all' });
    expect(court.request('C14-2').state().status).toBe('standing');
    court.acts(head, { kind: 'approve', proposals: 'all' });
    expect(court.request('C14-2').state()).toMatchObject({ status: 'exchanging', exchange: { step: 'lift' } });
  });

  it('may do so before the unit has answered, and withdraws the order that pressed for the seal', () => {
    const court = houseFound().until('2026-03-09 09:00');
    expect(waiting(court)).toEqual(['order 3']);
    court.acts(judge, liftOf(court));
    court.acts(judge, { kind: 'approve', proposals: [proposalFor(court, 'lift 3')] });
    court.acts(head, { kind: 'approve', proposals: [proposalFor(court, 'lift 3')] });
    expect(waiting(court)).toEqual([]);
  });

  it('lifts a waiting seal as well', () => {
    const court = houseFound().says('C14-2', { kind: 'registered', lines: [queued(1, 2)] });
    expect(court.acts(judge, liftOf(court))).toBeUndefined();
  });

  it('is told why not', () => {
    const court = houseSealed();
    const { requestNo } = liftOf(court);
    const unknown = '2026-yun2301-zhi-123/99' as RequestNo;
    const query = court.request('C04-1').state().file.requestNo;
    expect(court.acts(head, liftOf(court))).toEqual({ kind: 'notYourSignature', level: 'judge' });
    expect(court.acts(judge, { ...liftOf(court), requestNo: unknown })).toEqual({ kind: 'requestUnknown', requestNo: unknown });
    expect(court.acts(judge, { ...liftOf(court), requestNo: query })).toEqual({ kind: 'nothingToLift', requestNo: query });
    expect(court.acts(judge, liftOf(court, 'performed'))).toEqual({ kind: 'notPerformed', fen: owedOn('2026-03-02') });
    court.acts(judge, liftOf(court));
    expect(court.acts(judge, liftOf(court))).toEqual({ kind: 'alreadyLifting', requestNo });
  });

  it('can have a lift drawn up again that the bureau head sent back after performance', () => {
    const court = houseSealed();
    pays(court, owedOn('2026-03-02'));
    court.acts(judge, { kind: 'approve', proposals: 'all' });
    court.acts(head, { kind: 'decline', proposal: proposalFor(court, 'lift 3'), reasonId: 'n-1' });
    expect(waiting(court)).toEqual([]);
    expect(court.acts(judge, liftOf(court, 'performed'))).toBeUndefined();
    expect(waiting(court)).toEqual(['lift 3']);
  });
});
