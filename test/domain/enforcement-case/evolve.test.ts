import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awaitsOrder } from '../../../domain/assistance/request.ts';
import { actionOf } from '../../../domain/catalogue/index.ts';
import { closingObstacles } from '../../../domain/enforcement-case/close.ts';
import type { CaseEvent } from '../../../domain/enforcement-case/events.ts';
import { evolveCase, replayCase } from '../../../domain/enforcement-case/evolve.ts';
import { leavesMark } from '../../../domain/measure/measure.ts';
import { paperKinds } from '../../../domain/paper/paper.ts';
import type { Story } from '../../support/story.ts';
import { anyCase, live } from './any-case.ts';
import { allSign, judge, pays, yuan } from './court-of-chuxiong.ts';

// Order of time, JSON and replay are held to by the player itself, in every story: test/support/process-run.ts.

const runs = { numRuns: 40 };

const events = (court: Story) => court.case().events();
const of = <Type extends CaseEvent['type']>(court: Story, type: Type) =>
  events(court).filter((event): event is Extract<CaseEvent, { type: Type }> => event.type === type);

describe('in any life of any case', () => {
  it('nothing that has come due is left behind, in the case or in any of its requests', () => {
    fc.assert(
      fc.property(anyCase, (life) => {
        live(life, (court) => {
          const dues = [
            court.case().due(),
            ...court
              .case()
              .state()
              .requests.map(({ requestNo }) => court.request(numberOf(requestNo)).due()),
          ];
          expect(dues.filter((due) => due !== undefined && due <= court.now())).toEqual([]);
        });
      }),
      runs,
    );
  });

  it('it is never closed over an obstacle, and nothing it imposed is left in any register when it is', () => {
    fc.assert(
      fc.property(anyCase, (life) => {
        live(life, (court) => {
          const book = court.case().state();
          const refusal = court.acts(judge, { kind: 'close', mode: 'performed' });
          if (book.status !== 'closed' && closingObstacles(book, court.now()).length > 0)
            expect(refusal).toMatchObject({ kind: 'notClosable' });
          if (court.case().state().status !== 'closed') return;
          const marks = book.requests
            .filter(({ actionId }) => actionOf(actionId).kind === 'control')
            .flatMap(({ requestNo }) =>
              court
                .request(requestNo.split('/')[1] ?? '')
                .state()
                .measures.filter(leavesMark),
            );
          expect(marks).toEqual([]);
        });
      }),
      runs,
    );
  });

  it('what the case believes of its measures is what its requests know', () => {
    fc.assert(
      fc.property(anyCase, (life) => {
        live(life, (court) => {
          if (court.case().state().status === 'closed') return;
          for (const { requestNo, measures, ended } of court.case().state().requests) {
            const request = court.request(numberOf(requestNo)).state();
            expect(ended).toEqual(request.status === 'ended' ? request.how : undefined);
            expect(measures.map(({ lineNo, status }) => [lineNo, status])).toEqual(
              request.measures.map(({ lineNo, status }) => [lineNo, status]),
            );
          }
        });
      }),
      runs,
    );
  });

  it('no paper is issued without every signature of its kind, in order, by different hands, and none twice', () => {
    fc.assert(
      fc.property(anyCase, (life) => {
        const court = live(life, () => undefined);
        const signatures = of(court, 'PaperSigned').map(({ signature }) => signature);
        const issued = of(court, 'PaperIssued').map(({ paper }) => paper);
        for (const { paperId, kind } of issued) {
          const hands = signatures.filter((signature) => signature.paperId === paperId);
          expect(hands.map(({ level }) => level)).toEqual(paperKinds[kind].signatures);
          expect(new Set(hands.map(({ by }) => by)).size).toBe(hands.length);
        }
        expect(new Set(issued.map(({ paperId }) => paperId)).size).toBe(issued.length);
      }),
      runs,
    );
  });

  it('every draft ends once: carried out, declined, withdrawn, or still waiting', () => {
    fc.assert(
      fc.property(anyCase, (life) => {
        const court = live(life, () => undefined);
        const drawnUp = of(court, 'ProposalDrawnUp').map(({ proposal }) => proposal.proposalId);
        const done = events(court).flatMap((event) =>
          event.type === 'ProposalCarriedOut' || event.type === 'ProposalDeclined' || event.type === 'ProposalWithdrawn'
            ? [event.proposalId]
            : [],
        );
        const waiting = court
          .case()
          .state()
          .proposals.map(({ proposalId }) => proposalId);
        expect([...done, ...waiting].toSorted()).toEqual(drawnUp.toSorted());
      }),
      runs,
    );
  });

  it('every request goes out with the papers of its kind and every instruction with signed ones', () => {
    fc.assert(
      fc.property(anyCase, (life) => {
        const court = live(life, () => undefined);
        const issued = new Set<string>(of(court, 'PaperIssued').map(({ paper }) => paper.paperId));
        for (const { file, papers } of of(court, 'RequestStarted'))
          expect(papers.map(({ kind }) => kind)).toEqual(actionOf(file.actionId).papers);
        const sent = court
          .case()
          .state()
          .requests.flatMap(({ requestNo }) => court.request(numberOf(requestNo)).events());
        const carried = sent.flatMap((event) => (event.type === 'StepDecided' ? event.papers.map(({ paperId }) => paperId) : []));
        expect(carried.filter((paperId) => !issued.has(paperId))).toEqual([]);
      }),
      runs,
    );
  });

  it('what waits for a signature has an object: no order to a unit that has answered, nothing about a request that has ended', () => {
    fc.assert(
      fc.property(anyCase, (life) => {
        live(life, (court) => {
          const { status, proposals, requests } = court.case().state();
          if (status === 'closed') return;
          for (const { purpose } of proposals) {
            if (purpose.kind === 'request' || purpose.kind === 'noticeToDebtor') continue;
            const { ended } = requests.find(({ requestNo }) => requestNo === purpose.requestNo) ?? {};
            expect([purpose, ended]).toEqual([purpose, undefined]);
            if (purpose.kind === 'order') expect(awaitsOrder(court.request(numberOf(purpose.requestNo)).state())).toBe(true);
          }
        });
      }),
      runs,
    );
  });

  it('no order is drawn up without its being put before the bureau head', () => {
    fc.assert(
      fc.property(anyCase, (life) => {
        live(life, (court) => {
          const { status, proposals, requests } = court.case().state();
          if (status !== 'open') return;
          const drawnUp = requests
            .filter(({ requestNo }) => awaitsOrder(court.request(numberOf(requestNo)).state()))
            .map(({ requestNo }) => requestNo);
          expect(proposals.flatMap(({ purpose }) => (purpose.kind === 'order' ? [purpose.requestNo] : [])).toSorted()).toEqual(
            drawnUp.toSorted(),
          );
        });
      }),
      runs,
    );
  });

  it('it can be brought to its end by paying, signing and obeying, whatever happened before', () => {
    fc.assert(
      fc.property(anyCase, (life) => {
        const court = live(life, () => undefined);
        if (court.case().state().status === 'closed') return;
        pays(court, yuan(1_000_000));
        for (let month = 0; month < 4; month += 1) everybodyObeys(court);
        expect(court.acts(judge, { kind: 'close', mode: 'performed' })).toBeUndefined();
      }),
      runs,
    );
  });
});

/** What was sent back is proposed again, everything is signed, and the units let go of what they were told to. */
const everybodyObeys = (court: Story): void => {
  for (const { requestNo } of court.case().state().requests)
    court.acts(judge, { kind: 'lift', requestNo, ground: 'performed', reasonId: 'n-1' });
  allSign(court);
  for (const { requestNo, actionId, undoing } of court.case().state().requests) {
    const isOpen = court.request(numberOf(requestNo)).state().status !== 'ended';
    if (isOpen && actionId === 'C14-2' && undoing !== undefined) court.says(numberOf(requestNo), { kind: 'lifted', lines: [1, 2] });
  }
  court.daysPass(30);
};

const numberOf = (requestNo: string): string => requestNo.split('/')[1] ?? '';

describe('evolving a case', () => {
  it('is total and changes nothing in place: any event may follow upon any state', () => {
    fc.assert(
      fc.property(anyCase, anyCase, (one, other) => {
        const state = frozen(
          live(one, () => undefined)
            .case()
            .state(),
        );
        for (const event of events(live(other, () => undefined)).map(frozen)) {
          const after = evolveCase(state, event);
          expect(JSON.parse(JSON.stringify(after))).toStrictEqual(after);
        }
      }),
      runs,
    );
  });

  it('begins with the filing and with nothing else', () => {
    expect(() => replayCase([])).toThrow('begins with CaseFiled');
  });
});

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};
