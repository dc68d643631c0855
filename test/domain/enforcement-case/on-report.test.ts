import { describe, expect, it } from 'vitest';
import type { Report } from '../../../domain/assistance/messages.ts';
import { decideCase } from '../../../domain/enforcement-case/decide.ts';
import { evolveCase } from '../../../domain/enforcement-case/evolve.ts';
import type { Measure } from '../../../domain/measure/measure.ts';
import { inWords } from '../../support/in-words.ts';
import { moment, type Story } from '../../support/story.ts';
import { sealed } from '../assistance/request-file.ts';
import { aDebtor, aHouse, allSign, filed, head, houseFound, owedOn, pays, proposalFor, waiting } from './court-of-chuxiong.ts';

const ends = '2029-03-03 00:00';
const registered = { kind: 'registered', lines: [sealed(1, '2026-03-02 09:00', ends)] } as const;
const since = (court: Story, day: string) => inWords(court.case().events()).filter((line) => line >= day);

describe('a house that is found', () => {
  it('is to be sealed at once: the plan for it waits for its signatures', () => {
    const court = allSign(filed())
      .daysPass(1)
      .says('C14-1', { kind: 'records', properties: [aHouse()] });
    expect(since(court, '2026-03-03')).toEqual([
      '2026-03-03 09:00 ReportTaken',
      '2026-03-03 09:00 PropertyFound',
      '2026-03-03 09:00 PlanAsked',
      '2026-03-03 09:00 PlanDrawnUp',
      '2026-03-03 09:00 ProposalDrawnUp request',
    ]);
    expect(waiting(court)).toEqual(['request C14-2']);
  });

  it('with others of one debtor goes into one request, line by line, to the county’s own office', () => {
    const court = allSign(filed()).says('C14-1', {
      kind: 'records',
      properties: [aHouse(1), aHouse(2), { ...aHouse(3), type: 'miningRight' }],
    });
    const [proposal] = court.case().state().proposals;
    expect(proposal?.purpose).toMatchObject({
      file: {
        unit: 'cx-natural-resources',
        lines: [
          { lineNo: 1, property: 'w-1' },
          { lineNo: 2, property: 'w-2' },
          { lineNo: 3, property: 'w-3' },
        ],
      },
    });
  });

  it('twice in one answer is found once', () => {
    const court = allSign(filed()).says('C14-1', { kind: 'records', properties: [aHouse()] });
    expect(court.case().state().properties).toHaveLength(1);
    const again = {
      ...reportOn(court, 'C14-1'),
      upTo: 99,
      contents: [{ kind: 'answered', answer: { kind: 'records', properties: [aHouse()] } }],
    } satisfies Report;
    court.case().receive({ type: 'report', at: court.now(), report: again });
    expect(court.case().state()).toMatchObject({ planning: [], properties: [{ propertyId: 'w-1' }] });
  });

  it('after everything has been paid is only noted', () => {
    const court = allSign(filed());
    const report = reportOn(court, 'C14-1');
    pays(court, owedOn('2026-03-02'));
    const found = {
      ...report,
      upTo: 99,
      contents: [{ kind: 'answered', answer: { kind: 'records', properties: [aHouse()] } }],
    } satisfies Report;
    court.case().receive({ type: 'report', at: court.now(), report: found });
    expect(court.case().state()).toMatchObject({ planning: [], properties: [{ propertyId: 'w-1' }] });
    expect(waiting(court)).toEqual([]);
  });
});

describe('reports', () => {
  it('tell the case what has reached its unit and what has not', () => {
    const isServed = (court: Story) =>
      court
        .case()
        .state()
        .requests.map(({ served }) => served);
    expect(isServed(allSign(filed().withMessenger(() => 'unreachable')))).toEqual([false, false]);
    expect(isServed(allSign(filed()))).toEqual([true, true]);
  });

  it('that come again, or after a later one, change nothing', () => {
    const court = houseFound().says('C14-2', registered);
    const before = court.case().state();
    const report: Report = { ...reportOn(court, 'C14-2'), contents: [{ kind: 'measures', measures: [] }, { kind: 'orderDrawnUp' }] };
    court.case().receive({ type: 'report', at: court.now(), report });
    court.case().receive({ type: 'report', at: court.now(), report: { ...report, upTo: 1 } });
    expect(court.case().state()).toEqual(before);
  });

  it('of a request that is not of this case are put on record and change nothing', () => {
    const court = houseFound();
    const before = court.case().state();
    const strange: Report = { ...reportOn(court, 'C14-2'), requestNo: '2025-yun2301-zhi-9/1' as Report['requestNo'], upTo: 99 };
    court.case().receive({ type: 'report', at: court.now(), report: strange });
    expect(court.case().state()).toEqual(before);
    expect(court.case().events().at(-1)).toMatchObject({ type: 'ReportTaken' });
  });
});

describe('an order drawn up against a silent unit', () => {
  it('is put before the bureau head, and goes out with his signature', () => {
    const court = allSign(filed()).until('2026-03-13 09:00');
    expect(waiting(court)).toEqual(['order 1', 'order 2']);
    court.acts(head, { kind: 'approve', proposals: [proposalFor(court, 'order 1')] });
    expect(inWords(court.request('C04-1').events()).slice(-2)).toEqual([
      '2026-03-13 09:00 StepDecided order',
      '2026-03-13 09:00 StepDelivered order',
    ]);
  });

  it('is withdrawn unsigned when the unit answers before', () => {
    const court = allSign(filed()).until('2026-03-13 09:00').daysPass(1).says('C04-1', { kind: 'noRecord' });
    expect(since(court, '2026-03-14')).toEqual(['2026-03-14 09:00 ReportTaken', '2026-03-14 09:00 ProposalWithdrawn']);
    expect(waiting(court)).toEqual(['order 2']);
  });

  it('is withdrawn unsigned when the papers come back to be put right', () => {
    const court = allSign(filed()).until('2026-03-13 09:00').says('C04-1', { kind: 'returned', missing: 'credential' });
    expect(waiting(court)).toEqual(['order 2']);
  });

  it('stays before the bureau head when the unit only suggests a review', () => {
    expect(waiting(allSign(filed()).until('2026-03-13 09:00').says('C04-1', { kind: 'reviewSuggested' }))).toEqual(['order 1', 'order 2']);
  });

  it('is never drawn up against a congress', () => {
    const court = allSign(filed(aDebtor({ deputy: { level: 'county', unit: 'cx-congress' } }))).until('2026-06-01 09:00');
    expect(waiting(court).filter((what) => what === `order ${court.request('C01-1').state().file.requestNo.split('/')[1]}`)).toEqual([]);
  });
});

describe('a seal that lapsed', () => {
  const lapsed = () => houseFound().says('C14-2', registered).until('2029-03-03 00:00');

  it('is to be cleared from the register at once, by a notice with both signatures', () => {
    const court = allSign(lapsed());
    expect(inWords(court.request('C14-2').events()).slice(-2)).toEqual([
      '2029-03-03 00:00 StepDecided clearing',
      '2029-03-03 00:00 StepDelivered clearing',
    ]);
    court.says('C14-2', { kind: 'markCleared', lines: [1] });
    expect(court.case().state().requests).toContainEqual(expect.objectContaining({ actionId: 'C14-2', ended: 'lifted' }));
  });

  it('and was renewed in time after all is not cleared, and is kept alive again', () => {
    const court = houseFound().says('C14-2', registered).until('2029-03-02 23:00');
    allSign(court).until('2029-03-03 08:00');
    expect(waiting(court)).toEqual(['clearing 3']);
    court.says('C14-2', { kind: 'renewed', lines: [sealed(1, '2029-03-02 23:30', '2032-03-03 00:00')] });
    expect(waiting(court)).toEqual([]);
    expect(waiting(court.until('2032-02-01 09:00'))).toEqual(['renewal 3']);
  });

  it('is kept alive again also when the clearing was signed a moment too early and met a seal in force', () => {
    const court = lapsed();
    const before = court.case().state();
    const cleared = before.requests.map((request) =>
      request.actionId === 'C14-2' ? { ...request, undoing: 'clearing' as const } : request,
    );
    const stands: Measure = {
      status: 'inForce',
      lineNo: 1,
      property: aHouse().propertyId,
      registrationNo: 'cf-1',
      rank: 1,
      effectiveAt: moment('2026-03-02 09:00'),
      endsAt: moment('2032-03-03 00:00'),
    };
    const report: Report = { ...reportOn(court, 'C14-2'), upTo: 99, contents: [{ kind: 'measures', measures: [stands] }] };
    const decision = decideCase({ ...before, proposals: [], requests: cleared }, { type: 'report', at: court.now(), report });
    if (!decision.ok) throw new Error('a report is never refused');
    const after = decision.value.reduce(evolveCase, { ...before, proposals: [], requests: cleared });
    expect(after.requests.find(({ actionId }) => actionId === 'C14-2')).not.toHaveProperty('undoing');
  });
});

const reportOn = (court: Story, actionId: 'C14-1' | 'C14-2'): Report => {
  const { requestNo } = court.request(actionId).state().file;
  const upTo =
    court
      .case()
      .state()
      .requests.find((request) => request.requestNo === requestNo)?.upTo ?? 0;
  return { requestNo, actionId, upTo, at: court.now(), contents: [] };
};
