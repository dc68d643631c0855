import { describe, expect, it } from 'vitest';
import type { PartyId } from '../../../domain/party/party.ts';
import { inWords } from '../../support/in-words.ts';
import { moment, type Story } from '../../support/story.ts';
import { sealed } from '../assistance/request-file.ts';
import { aDebtor, allSign, clerk, filed, head, houseFound, judge, pays, owedOn, proposalFor, waiting } from './court-of-chuxiong.ts';

const since = (court: Story, day: string) => inWords(court.case().events()).filter((line) => line >= day);
const dutiesOf = (court: Story) =>
  court
    .case()
    .state()
    .duties.map(({ limitId, status }) => `${limitId} ${status}`);

const serveNotice = (court: Story, servedAt: string) => {
  const paper = court
    .case()
    .state()
    .unserved.find((notice) => notice.paper.kind === 'enforcementNotice')?.paper.paperId;
  if (paper === undefined) throw new Error('no notice waits for service');
  return court.acts(clerk, { kind: 'recordService', paperId: paper, manner: 'direct', servedAt: moment(servedAt) });
};

const sealedFrom = (from: string, to: string) => houseFound().says('C14-2', { kind: 'registered', lines: [sealed(1, from, to)] });
const lateSeal = () => sealedFrom('2026-03-02 09:00', '2029-03-03 00:00');

describe('a draft that nobody signs', () => {
  it('becomes an overdue matter of the court at nine on the third working day, once', () => {
    expect(since(filed().until('2026-03-09 12:00'), '2026-03-03')).toEqual([
      '2026-03-05 09:00 ProposalOverdue',
      '2026-03-05 09:00 ProposalOverdue',
      '2026-03-05 09:00 ProposalOverdue',
    ]);
  });

  it('can still be signed after that', () => {
    expect(waiting(allSign(filed().until('2026-04-01 09:00')))).toEqual([]);
  });
});

describe('the notice to perform', () => {
  it('is owed within ten days of the application, and met by its service', () => {
    const court = allSign(filed()).until('2026-03-09 16:00');
    expect(serveNotice(court, '2026-03-09 15:30')).toBeUndefined();
    expect(dutiesOf(court)).toEqual(['T03 met', 'T09 open']);
    expect(since(court.until('2026-03-20 09:00'), '2026-03-09').filter((line) => line.includes('Duty'))).toEqual([
      '2026-03-09 16:00 DutyMet T03',
    ]);
  });

  it('is overdue the moment the ten days have run out, and served later is owed no longer', () => {
    const court = allSign(filed()).until('2026-03-10 09:00');
    expect(since(court, '2026-03-10')).toEqual(['2026-03-10 00:00 DutyOverdue T03']);
    serveNotice(court, '2026-03-10 08:30');
    expect(dutiesOf(court)).toEqual(['T03 met', 'T09 open']);
  });

  it('may follow a seal, but then within three days of it', () => {
    const court = houseFound();
    expect(
      court
        .case()
        .state()
        .duties.map(({ limitId, clock }) => `${limitId} ${clock.lastDay}`),
    ).toEqual(['T03 2026-03-09', 'T09 2026-09-02', 'T04 2026-03-05']);
    expect(since(court.until('2026-03-06 08:00'), '2026-03-06')).toEqual(['2026-03-06 00:00 DutyOverdue T04']);
  });

  it('that reaches the debtor meets both clocks', () => {
    const court = houseFound().until('2026-03-05 16:00');
    serveNotice(court, '2026-03-05 15:00');
    expect(dutiesOf(court)).toEqual(['T03 met', 'T09 open', 'T04 met']);
  });

  it('that was served, in time or late, is not owed again because something is sealed later', () => {
    const late = allSign(filed()).until('2026-03-11 09:00');
    serveNotice(late, '2026-03-11 09:00');
    houseFound(late);
    expect(dutiesOf(late)).toEqual(['T03 met', 'T09 open']);
  });

  it('that reached one debtor is still owed to the other', () => {
    const court = allSign(filed(aDebtor(), aDebtor({ partyId: 'p-second' as PartyId })));
    serveNotice(court, '2026-03-02 09:00');
    expect(dutiesOf(court)).toEqual(['T03 met', 'T03 open', 'T09 open']);
  });

  it('is proved once, by a paper that waits for it, and for a day that has come', () => {
    const court = allSign(filed());
    const [notice, order] = court.case().state().unserved;
    if (notice === undefined || order === undefined) throw new Error('two papers wait for service');
    const proof = { kind: 'recordService', paperId: notice.paper.paperId, manner: 'post' } as const;
    expect(court.acts(clerk, { ...proof, servedAt: moment('2026-03-02 09:01') })).toEqual({ kind: 'dayInFuture', field: 'servedAt' });
    expect(court.acts(clerk, { ...proof, servedAt: court.now() })).toBeUndefined();
    expect(court.acts(clerk, { ...proof, servedAt: court.now() })).toEqual({ kind: 'noticeUnknown', paperId: notice.paper.paperId });
    court.acts(clerk, { ...proof, paperId: order.paper.paperId, servedAt: court.now() });
    expect(court.case().state().unserved).toEqual([]);
  });
});

describe('the six months of a case', () => {
  it('run out on the corresponding day', () => {
    const court = allSign(filed()).says('C04-1', { kind: 'noRecord' }).says('C14-1', { kind: 'noRecord' });
    expect(since(court.until('2026-09-03 09:00'), '2026-08-01')).toEqual(['2026-09-03 00:00 DutyOverdue T09']);
  });
});

describe('the renewal of a seal', () => {
  it('is proposed thirty days before its last day and alarms nobody once the unit has renewed', () => {
    const court = lateSeal().until('2029-01-31 09:00');
    expect(waiting(court)).toEqual(['renewal 3']);
    expect(since(court, '2029')).toEqual(['2029-01-31 09:00 ProposalDrawnUp renewal']);
    allSign(court)
      .daysPass(1)
      .says('C14-2', { kind: 'renewed', lines: [sealed(1, '2029-02-01 09:00', '2032-03-03 00:00')] });
    expect(waiting(court.until('2032-02-01 08:59'))).toEqual([]);
    expect(waiting(court.until('2032-02-01 09:00'))).toEqual(['renewal 3']);
  });

  it('is proposed once for one end, also when it is declined: the alarms go on', () => {
    const court = lateSeal().until('2029-01-31 10:00');
    court.acts(judge, { kind: 'decline', proposal: proposalFor(court, 'renewal 3'), reasonId: 'n-1' });
    expect(waiting(court.until('2029-03-02 12:00'))).toEqual([]);
    expect(inWords(court.request('C14-2').events()).filter((line) => line.includes('EndNear'))).toHaveLength(4);
  });

  it('that nobody signed in time must not be signed any more: what is left is to clear the mark', () => {
    const court = lateSeal().until('2029-03-03 09:00');
    expect(since(court, '2029-02-06')).toEqual([
      '2029-03-03 00:00 ReportTaken',
      '2029-03-03 00:00 ProposalWithdrawn',
      '2029-03-03 00:00 ProposalDrawnUp clearing',
    ]);
    expect(waiting(court)).toEqual(['clearing 3']);
  });

  it('is proposed also while a lift lies unsigned: until it is lifted, a seal is kept alive', () => {
    const court = lateSeal().until('2029-01-15 09:00');
    court.acts(judge, {
      kind: 'lift',
      requestNo: court.request('C14-2').state().file.requestNo,
      ground: 'applicantConsents',
      reasonId: 'n-1',
    });
    expect(waiting(court.until('2029-01-31 09:00'))).toEqual(['lift 3', 'renewal 3']);
    court.acts(judge, { kind: 'approve', proposals: [proposalFor(court, 'lift 3')] });
    court.acts(head, { kind: 'approve', proposals: [proposalFor(court, 'lift 3')] });
    expect(waiting(court)).toEqual([]);
  });

  it('is not proposed for a seal the unit has been told to lift', () => {
    const court = lateSeal().until('2029-01-15 09:00');
    court.acts(judge, {
      kind: 'lift',
      requestNo: court.request('C14-2').state().file.requestNo,
      ground: 'applicantConsents',
      reasonId: 'n-1',
    });
    allSign(court);
    expect(waiting(court.until('2029-02-15 09:00')).filter((what) => what.startsWith('renewal'))).toEqual([]);
  });

  it('is not proposed once everything is paid', () => {
    const court = lateSeal().until('2029-01-15 09:00');
    pays(court, owedOn('2029-01-15'));
    expect(waiting(court.until('2029-02-15 09:00'))).toEqual(['lift 3']);
  });

  it('of a seal with less than thirty days to run is proposed at once', () => {
    expect(waiting(sealedFrom('2026-03-02 09:00', '2026-03-12 00:00').daysPass(0))).toEqual(['renewal 3']);
  });
});
