import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../domain/enforcement-case/events.ts';
import { allSign, houseFound, owedOn, pays, units } from '../../domain/enforcement-case/court-of-chuxiong.ts';
import { sealed } from '../../domain/assistance/request-file.ts';
import { moment, story } from '../../support/story.ts';
import { aCase, aPlannedCase, judge, openRecord, type CourtRecord } from './court-record.ts';

let court: CourtRecord;
beforeAll(async () => {
  court = await openRecord();
});
afterAll(() => court.close());

let cases = 0;
const nextCase = () => (cases += 1);

const numbersOf = async (kind: string): Promise<readonly (string | null)[]> => {
  const papers = await court.database.paper.findMany({
    where: { kind, serial: { not: null } },
    orderBy: [{ year: 'asc' }, { serial: 'asc' }],
  });
  return papers.map(({ number }) => number);
};

/** The same entry with its papers issued in the other order. */
const otherWayRound = (events: readonly CaseEvent[]): readonly CaseEvent[] => {
  const issued = events.filter(({ type }) => type === 'PaperIssued');
  return events.map((event) => (event.type === 'PaperIssued' ? (issued.pop() ?? event) : event));
};

describe('the numbers of papers', () => {
  it('run without gap or repeat while forty cases are signed at once, in whatever order, and some of it is refused', async () => {
    const books = await Promise.all(Array.from({ length: 40 }, () => aPlannedCase(court.record, nextCase())));
    const outcomes = await Promise.all(
      books.map(async (book, place) => {
        const approval = place % 2 === 0 ? book.approval(judge) : otherWayRound(book.approval(judge));
        const act = await court.signed(`s-judge:forty-${place}`, judge);
        // Every eighth signs one of its papers twice: its numbers were taken already, and go back with everything else.
        const again = approval.filter(({ type }) => type === 'PaperSigned').slice(0, place % 8 === 7 ? 1 : 0);
        return court.record.append(book.entry([...approval, ...again], { act }));
      }),
    );
    expect(outcomes.filter(({ ok }) => !ok)).toHaveLength(5);
    expect(await numbersOf('enforcementNotice')).toEqual(Array.from({ length: 35 }, (_none, n) => `云2301执通〔2026〕${n + 1}号`));
    expect(await numbersOf('propertyReportOrder')).toEqual(Array.from({ length: 35 }, (_none, n) => `云2301报财令〔2026〕${n + 1}号`));
    expect(await numbersOf('inquiryAssistanceNotice')).toEqual(Array.from({ length: 70 }, (_none, n) => `云2301协查通〔2026〕${n + 1}号`));
  });

  it('begin again with each year', async () => {
    const book = aCase(nextCase());
    const nextYear = moment('2027-01-04 09:00');
    const events = [...book.opening()].map((event) => ({ ...event, at: nextYear }));
    await book.put(court.record, events);
    await book.put(
      court.record,
      book.approval(judge).map((event) => ({ ...event, at: nextYear })),
      { act: await court.signed('s-judge:2027', judge) },
    );
    expect((await numbersOf('enforcementNotice')).at(-1)).toBe('云2301执通〔2027〕1号');
  });

  it('tell the rulings of one case apart as 之一 and 之二, and begin again in the next case', async () => {
    const rulings: string[] = [];
    for (const n of [nextCase(), nextCase()]) {
      const book = aCase(n);
      const played = houseFound(story('2026-03-02 09:00', units).filed(book.file));
      played.says('C14-2', { kind: 'registered', lines: [sealed(1, '2026-03-02 09:00', '2029-03-03 00:00')] });
      pays(played, owedOn('2026-03-02'));
      for (const event of allSign(played).case().events()) {
        const { papers } = await book.put(court.record, [event]);
        rulings.push(...papers.map(({ number }) => number).filter((number) => number.includes('之')));
      }
      const [one, two] = rulings.slice(-2);
      expect([one, two]).toEqual([`（2026）云2301执${n}号之一`, `（2026）云2301执${n}号之二`]);
    }
    expect(rulings).toHaveLength(4);
  });
});

describe('an issued paper', () => {
  it('holds the words it was signed for, sealed, under the hash that it bears', async () => {
    const [paper] = await court.database.paper.findMany({ where: { kind: 'enforcementNotice', serial: 1, year: 2026 } });
    const content = court.cipher.open({ table: 'paper', column: 'sealed', rowId: paper?.id ?? '' }, paper?.sealed ?? '');
    expect(content).toMatchObject({ ok: true, value: expect.stringContaining('云2301执通〔2026〕1号') });
    expect(paper?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(paper?.sealed).not.toContain('执通');
  });
});
