import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evolveRequest, replayRequest } from '../../../domain/assistance/evolve.ts';
import { leavesMark } from '../../../domain/measure/measure.ts';
import { anyLife, live } from './any-request.ts';

// Order of time, JSON and replay are held to by the player itself, in every story: test/support/process-run.ts.

const runs = { numRuns: 60 };

describe('in any life of any request', () => {
  it('nothing that has come due is left behind: the next due instant always lies ahead', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        live(life, (court) => {
          const due = court.request('3').due();
          expect(due === undefined || due > court.now()).toBe(true);
        });
      }),
      runs,
    );
  });

  it('it never ends while a mark of it is left in a register', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        live(life, (court) => {
          const request = court.request('3').state();
          if (request.status === 'ended') expect(request.measures.filter(leavesMark)).toEqual([]);
        });
      }),
      runs,
    );
  });

  it('step numbers run on without gap or repeat, and each is delivered once', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const events = live(life, () => undefined)
          .request('3')
          .events();
        const decided = events.flatMap((event) => (event.type === 'StepDecided' ? [event.stepNo] : []));
        const delivered = events.flatMap((event) => (event.type === 'StepDelivered' ? [event.stepNo] : []));
        expect(decided).toEqual(decided.map((_, index) => `2026-yun2301-zhi-123/3/${index + 1}`));
        expect(delivered).toEqual([...new Set(delivered)]);
        expect(delivered.every((stepNo) => decided.includes(stepNo))).toBe(true);
      }),
      runs,
    );
  });

  it('each reply of the unit stands in the record, and is taken in once', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const said = life.happenings.flatMap((one) => (one.kind === 'says' ? [one] : []));
        const events = live(life, () => undefined)
          .request('3')
          .events();
        const standing = events.flatMap((event) =>
          'replyNo' in event && event.type !== 'ReviewAnswered' && event.type !== 'ReviewOverdue' ? [event] : [],
        );
        expect(standing.map(({ replyNo }) => replyNo)).toEqual(said.map(({ replyNo }) => replyNo));
        const takenIn = standing.flatMap(({ type, replyNo }) => (type === 'AnswerReceived' || type === 'ReviewSuggested' ? [replyNo] : []));
        expect(takenIn).toEqual([...new Set(takenIn)]);
      }),
      runs,
    );
  });

  it('an office is never ordered, and an order never leaves without a person', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const types = live(life, () => undefined)
          .request('3')
          .events();
        const orders = types.filter((event) => event.type === 'StepDecided' && event.step === 'order').length;
        const signed = life.happenings.filter((one) => one.kind === 'told' && one.instruction.kind === 'order').length;
        expect(orders).toBeLessThanOrEqual(signed + types.filter(({ type }) => type === 'DeliveryLeftToClerk').length);
        if (['C01-1', 'C08-1', 'C09-2'].includes(life.actionId)) expect(orders).toBe(0);
      }),
      runs,
    );
  });
});

describe('evolving a request', () => {
  it('is total and changes nothing in place: any event may follow upon any state', () => {
    fc.assert(
      fc.property(anyLife, anyLife, (one, other) => {
        const state = frozen(
          live(one, () => undefined)
            .request('3')
            .state(),
        );
        for (const event of live(other, () => undefined)
          .request('3')
          .events()
          .map(frozen)) {
          const after = evolveRequest(state, event);
          expect(JSON.parse(JSON.stringify(after))).toStrictEqual(after);
        }
      }),
      runs,
    );
  });

  it('begins with the opening and with nothing else', () => {
    expect(() => replayRequest([])).toThrow('begins with RequestOpened');
  });
});

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};
