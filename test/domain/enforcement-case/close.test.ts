import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../domain/calendar/instant.ts';
import { closingObstacles } from '../../../domain/enforcement-case/close.ts';
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
  theDebtor,
  waiting,
  yuan,
} from './court-of-chuxiong.ts';

const ends = '2029-03-03 00:00';
const deputy = () => filed(aDebtor({ deputy: { level: 'county', unit: 'cx-congress' } }));
const twoHouses = (given: Story) => {
  const court = allSign(given).says('C04-1', { kind: 'noRecord' });
  return allSign(court.says('C14-1', { kind: 'records', properties: [aHouse(1), aHouse(2)] }));
};
const closes = (court: Story, by = judge) => court.acts(by, { kind: 'close', mode: 'performed' });
const performed = (court: Story) => {
  pays(court, owedOn(court.now().slice(0, 10)));
  return court;
};
/** Paid, everything lifted and confirmed. */
const settled = () => {
  const court = houseFound(deputy()).says('C14-2', { kind: 'registered', lines: [sealed(1, '2026-03-02 09:00', ends)] });
  return allSign(performed(court)).says('C14-2', { kind: 'lifted', lines: [1] });
};

describe('a case is not closed', () => {
  it('while anything stands in its way, and the judge gets the whole list', () => {
    const court = twoHouses(deputy()).says('C14-2', { kind: 'registered', lines: [sealed(1, '2026-03-02 09:00', ends), queued(2, 2)] });
    pays(court, yuan(40_000));
    const requestNo = '2026-yun2301-zhi-123/4';
    expect(closes(court)).toEqual({
      kind: 'notClosable',
      obstacles: [
        { kind: 'debtOutstanding', fen: owedOn('2026-03-02') - yuan(40_000) },
        { kind: 'urgingNotEnded', requestNo: '2026-yun2301-zhi-123/1' },
        { kind: 'measureInForce', requestNo, lineNo: 1 },
        { kind: 'measureWaiting', requestNo, lineNo: 2 },
      ],
    });
  });

  it('while a unit has not said whether it sealed anything', () => {
    expect(closes(performed(houseFound()))).toEqual({
      kind: 'notClosable',
      obstacles: [{ kind: 'controlUnanswered', requestNo: '2026-yun2301-zhi-123/3' }],
    });
  });

  it('while a lift is ordered and not confirmed, or confirmed for one line of two', () => {
    const court = twoHouses(filed()).says('C14-2', {
      kind: 'registered',
      lines: [sealed(1, '2026-03-02 09:00', ends), sealed(2, '2026-03-02 09:00', ends)],
    });
    allSign(performed(court)).says('C14-2', { kind: 'lifted', lines: [2] });
    expect(closes(court)).toEqual({
      kind: 'notClosable',
      obstacles: [{ kind: 'measureInForce', requestNo: '2026-yun2301-zhi-123/3', lineNo: 1 }],
    });
    court.says('C14-2', { kind: 'lifted', lines: [1] });
    expect(closes(court)).toBeUndefined();
  });

  it('while the mark of a lapsed seal is not cleared from the register', () => {
    const court = houseFound()
      .says('C14-2', { kind: 'registered', lines: [sealed(1, '2026-03-02 09:00', ends)] })
      .until('2029-03-03 09:00');
    allSign(performed(court));
    expect(closes(court)).toEqual({
      kind: 'notClosable',
      obstacles: [{ kind: 'markNotCleared', requestNo: '2026-yun2301-zhi-123/3', lineNo: 1 }],
    });
    expect(closes(court.says('C14-2', { kind: 'markCleared', lines: [1] }))).toBeUndefined();
  });

  it('while a congress has not received the letter that ends its urging', () => {
    const court = performed(allSign(deputy()));
    expect(closes(court)).toEqual({ kind: 'notClosable', obstacles: [{ kind: 'urgingNotEnded', requestNo: '2026-yun2301-zhi-123/1' }] });
    expect(closes(allSign(court))).toBeUndefined();
  });

  it('by anybody but a judge', () => {
    expect(closes(settled(), head)).toEqual({ kind: 'notYourSignature', level: 'judge' });
    expect(closes(settled(), clerk)).toEqual({ kind: 'notYourSignature', level: 'judge' });
  });
});

describe('a case is closed', () => {
  it('when everything is paid and every unit has confirmed: with its notice, and its six months kept', () => {
    const court = settled().until('2026-04-01 09:00');
    expect(closingObstacles(court.case().state(), court.now())).toEqual([]);
    expect(closes(court)).toBeUndefined();
    expect(inWords(court.case().events()).filter((line) => line >= '2026-04-01')).toEqual([
      '2026-04-01 09:00 DutyMet T09',
      '2026-04-01 09:00 CaseClosed',
    ]);
    expect(court.case().events().at(-1)).toMatchObject({
      mode: 'performed',
      paper: { kind: 'closingNotice', paperId: '2026-yun2301-zhi-123.closing' },
      by: 's-judge',
    });
  });

  it('without pretending that a notice was served which never was, or that six months were kept which were not', () => {
    const unserved = allSign(filed()).says('C04-1', { kind: 'noRecord' }).says('C14-1', { kind: 'noRecord' });
    closes(performed(unserved));
    expect(
      unserved
        .case()
        .state()
        .duties.map(({ limitId, status }) => `${limitId} ${status}`),
    ).toEqual(['T03 open', 'T09 met']);
    const slow = settled().until('2026-10-09 09:00');
    closes(slow);
    expect(slow.case().state().duties).toContainEqual(expect.objectContaining({ limitId: 'T09', status: 'overdue' }));
  });

  it('with nothing left on the desk of anybody', () => {
    const court = performed(filed());
    expect(waiting(court)).toEqual(['notice p-debtor']);
    expect(closes(court)).toBeUndefined();
    expect(waiting(court)).toEqual([]);
    expect(court.case().due()).toBeUndefined();
  });

  it('accepts nothing any more', () => {
    const court = settled();
    closes(court);
    const acts = [
      { kind: 'approve', proposals: 'all' },
      { kind: 'recordPayment', amount: yuan(1), receivedOn: civilDate('2026-03-02') },
      { kind: 'attachEvidence', evidenceId: 'e-1', group: 'ability', debtor: theDebtor },
      { kind: 'refer', debtor: theDebtor, ground: 'concealsProperty' },
      { kind: 'close', mode: 'performed' },
    ] as const;
    for (const act of acts) expect(court.acts(judge, act)).toEqual({ kind: 'caseClosed' });
  });

  it('keeps on file what units say afterwards', () => {
    const court = settled();
    closes(court);
    court.daysPass(10).says('C14-2', { kind: 'lifted', lines: [1] });
    expect(court.request('C14-2').events().at(-1)).toMatchObject({ type: 'ReplyKeptOnFile', because: 'requestEnded' });
  });
});
