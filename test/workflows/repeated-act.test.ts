import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateOf } from '../../domain/calendar/instant.ts';
import type { CaseAct } from '../../domain/enforcement-case/acts.ts';
import type { Fen } from '../../domain/claim/money.ts';
import { yuan } from '../support/court-case.ts';
import { openCourt, type Court } from '../support/court.ts';

let court: Court;
beforeAll(async () => {
  court = await openCourt();
});
afterAll(() => court.close());

const payment = async (amount: Fen): Promise<CaseAct> => ({ kind: 'recordPayment', amount, receivedOn: dateOf(await court.now()) });

describe('the same key', () => {
  it('counts once when it is sent twice at once, and both callers hear the same', async () => {
    const kase = await court.files();
    await court.rests();
    const act = await payment(yuan(5));
    const [one, other] = await Promise.all([kase.acts('clerk', act, 'click'), kase.acts('clerk', act, 'click')]);

    expect(one).toEqual(other);
    expect((await kase.state()).payments).toHaveLength(1);
    expect(await kase.acts('clerk', act, 'click')).toEqual(one);
    expect((await kase.state()).payments).toHaveLength(1);
  });

  it('is refused for another act, whether that comes later or at the same moment', async () => {
    const kase = await court.files();
    await court.rests();
    const outcomes = await Promise.all([
      kase.sends('clerk', await payment(yuan(7)), 'twice'),
      kase.sends('clerk', await payment(yuan(8)), 'twice'),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'keyReused']);
    expect(await kase.sends('clerk', await payment(yuan(9)), 'twice')).toEqual({ kind: 'keyReused' });
    expect((await kase.state()).payments).toHaveLength(1);
  });

  it('may be used again for an act that was refused and has been put right', async () => {
    const kase = await court.files();
    await court.rests();
    const tomorrow = { kind: 'recordPayment', amount: yuan(3), receivedOn: '2027-01-01' } as CaseAct;
    expect(await kase.sends('clerk', tomorrow, 'put-right')).toMatchObject({ kind: 'refused', refusal: { kind: 'dayInFuture' } });
    expect(await kase.sends('clerk', await payment(yuan(3)), 'put-right')).toMatchObject({ kind: 'done' });
  });

  it('is answered from the record when its case has been closed', async () => {
    const kase = await court.files();
    await court.rests();
    await kase.paysAll();
    await court.rests();
    const closing = { kind: 'close', mode: 'performed' } as const;
    const closed = await kase.acts('judge', closing, 'closing');
    await court.rests();

    expect((await kase.row()).ended).toBe(true);
    expect(await kase.sends('judge', closing, 'closing')).toMatchObject({ kind: 'done', result: closed });
    expect(closed.papers).toHaveLength(1);
    expect(await kase.sends('judge', closing, 'another')).toEqual({ kind: 'unknown' });
    expect(await court.disagreements()).toEqual([]);
  });
});
