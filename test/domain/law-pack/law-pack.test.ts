import { describe, expect, it } from 'vitest';
import { addDays, civilDate } from '../../../domain/calendar/instant.ts';
import { november2026 } from '../../../domain/law-pack/2026-11/pack.ts';
import { articleOn, limitOn, termOn, type ArticleKey } from '../../../domain/law-pack/law-pack.ts';
import type { LimitId } from '../../../domain/time-limit/time-limit.ts';

const planOfTheLinkage = civilDate('2018-01-26');

/** Every limit of the pack, by hand from the dossier: amount, unit, whether it rolls, whether a stay is excluded, who set it. */
const limits: Readonly<Record<LimitId, string>> = {
  T01: '7 calendarDay rolls statutory',
  T02: '7 calendarDay rolls statutory',
  T03: '10 calendarDay rolls statutory',
  T04: '3 calendarDay rolls statutory',
  T05: '15 calendarDay rolls statutory configurable',
  T09: '6 month rolls pausable statutory',
  T12: '1 year statutory',
  T13: '2 year statutory',
  T14: '3 year statutory',
  T15: '0 calendarDay statutory',
  T25: '3 workingDay rolls statutory',
  T34: '24 hour statutory',
  T41: '15 calendarDay rolls statutory',
  T55: '7 calendarDay rolls statutory',
  'T55-complex': '30 calendarDay rolls statutory',
  T56: '7 calendarDay rolls statutory',
  T57a: '7 calendarDay rolls statutory',
  T57b: '15 calendarDay rolls statutory',
  'D-query': '7 calendarDay rolls pausable courtTarget configurable',
  'D-control-electronic': '1 workingDay rolls pausable courtTarget configurable',
  'D-control-paper': '3 workingDay rolls pausable courtTarget configurable',
  'D-urge': '30 calendarDay rolls pausable courtTarget configurable',
  'D-publish': '3 workingDay rolls pausable courtTarget configurable',
  'D-lift': '1 workingDay rolls courtTarget configurable',
  'D-order': '3 workingDay rolls pausable courtTarget configurable',
  'D-rung': '3 workingDay rolls pausable courtTarget configurable',
  'D-renew-lead': '30 calendarDay courtTarget configurable',
};

const sources: readonly (readonly [LimitId, onDate: string, source: string])[] = [
  ['T01', '2020-12-31', '《执行工作若干问题的规定（试行）》（法释〔1998〕15号）第18条'],
  ['T01', '2021-01-01', '《执行工作若干问题的规定（试行）》（2020年修正）第16条'],
  ['T03', '2022-04-09', '《民诉法解释》（法释〔2015〕5号）第四百八十二条'],
  ['T03', '2022-04-10', '《民诉法解释》（法释〔2022〕11号）第四百八十条'],
  ['T12', '2018-06-01', '《民诉法解释》（法释〔2015〕5号）第四百八十七条第一款'],
  ['T14', '2026-06-01', '《民诉法解释》（法释〔2022〕11号）第四百八十五条第一款'],
  ['T55', '2025-07-01', '《关于办理拒不执行判决、裁定刑事案件若干问题的意见》（法发〔2025〕8号）第五条'],
  ['T57b', '2020-09-01', '《公安机关办理刑事案件程序规定》（公安部令第159号修正）第一百八十二条'],
];

describe('limits of the law pack 2026-11', () => {
  it('are those of the dossier', () => {
    const today = civilDate('2026-11-01');
    const described = Object.keys(limits).map((id) => [id, describeLimit(id as LimitId, today)]);
    expect(Object.fromEntries(described)).toEqual(limits);
  });

  it('hold without gap or overlap, each version until the day before the next', () => {
    for (const id of Object.keys(limits)) {
      const versions = november2026.limits.filter((limit) => limit.id === id);
      expect(versions.at(-1), id).not.toHaveProperty('validTo');
      versions.slice(1).forEach((next, index) => expect(versions[index]?.validTo, id).toBe(addDays(next.validFrom, -1)));
    }
  });

  it('name the place of their amount in the rule', () => {
    for (const limit of november2026.limits) expect(limit.rule.includes('{term}'), limit.id).toBe(limit.amount > 0);
  });

  it.each(sources)('%s on %s stands in %s', (id, date, source) => {
    expect(limitOn(november2026, id, civilDate(date))).toMatchObject({ kind: 'limit', limit: { source } });
  });

  it('say that no law set a term for the police before July 2025, and give the court’s target instead', () => {
    const found = limitOn(november2026, 'T55', civilDate('2025-06-30'));
    expect(found).toMatchObject({ kind: 'noStatutoryLimit', courtTarget: { amount: 7, strength: 'courtTarget', configurable: true } });
    expect(termOn(november2026, 'T55', civilDate('2018-06-01'))).toMatchObject({ id: 'T55', strength: 'courtTarget' });
  });

  it('have a term for every day since the plan of the linkage', () => {
    const withoutLaw = Object.keys(limits).filter((id) => limitOn(november2026, id as LimitId, planOfTheLinkage).kind !== 'limit');
    expect(withoutLaw).toEqual(['T55', 'T55-complex', 'T56']);
  });
});

const concordance: readonly (readonly [ArticleKey, in2017: string, in2021: string, in2023: string])[] = [
  ['periods', '第八十二条', '第八十五条', '第八十五条'],
  ['obstruction', '第一百一十一条', '第一百一十四条', '第一百一十四条'],
  ['cooperationRefusal', '第一百一十四条', '第一百一十七条', '第一百一十七条'],
  ['fineAmount', '第一百一十五条', '第一百一十八条', '第一百一十八条'],
  ['conductObjection', '第二百二十五条', '第二百三十二条', '第二百三十六条'],
  ['outsiderObjection', '第二百二十七条', '第二百三十四条', '第二百三十八条'],
  ['enforcementGuarantee', '第二百三十一条', '第二百三十八条', '第二百四十二条'],
  ['enforcementNotice', '第二百四十条', '第二百四十七条', '第二百五十一条'],
  ['propertyReport', '第二百四十一条', '第二百四十八条', '第二百五十二条'],
  ['depositControl', '第二百四十二条', '第二百四十九条', '第二百五十三条'],
  ['propertySealing', '第二百四十四条', '第二百五十一条', '第二百五十五条'],
  ['titleTransfer', '第二百五十一条', '第二百五十八条', '第二百六十二条'],
  ['doubledInterest', '第二百五十三条', '第二百六十条', '第二百六十四条'],
  ['exitBanAndCreditRecord', '第二百五十五条', '第二百六十二条', '第二百六十六条'],
  ['stay', '第二百五十六条', '第二百六十三条', '第二百六十七条'],
  ['termination', '第二百五十七条', '第二百六十四条', '第二百六十八条'],
];

describe('article numbers', () => {
  it.each(concordance)('of %s are those of the text in force on the day of the paper', (key, in2017, in2021, in2023) => {
    const law = '《中华人民共和国民事诉讼法》';
    expect(articleOn(november2026, key, planOfTheLinkage)).toBe(law + in2017);
    expect(articleOn(november2026, key, civilDate('2021-12-31'))).toBe(law + in2017);
    expect(articleOn(november2026, key, civilDate('2022-01-01'))).toBe(law + in2021);
    expect(articleOn(november2026, key, civilDate('2023-12-31'))).toBe(law + in2021);
    expect(articleOn(november2026, key, civilDate('2024-01-01'))).toBe(law + in2023);
  });

  it('of the enforcement part differ by four between 2021 and 2023, and by eleven between 2017 and 2023', () => {
    const enforcement = Object.values(november2026.articles).filter(
      (versions) => (versions.at(-1)?.article ?? 0) > 234 && versions.length === 3,
    );
    expect(enforcement.length).toBeGreaterThanOrEqual(15);
    for (const [in2017, in2021, in2023] of enforcement) {
      expect([in2017?.article, in2021?.article]).toEqual([(in2023?.article ?? 0) - 11, (in2023?.article ?? 0) - 4]);
    }
  });

  it('of the criminal laws are there too', () => {
    expect(articleOn(november2026, 'refusalCrime', civilDate('2026-06-01'))).toBe('《中华人民共和国刑法》第三百一十三条');
    expect(articleOn(november2026, 'filingSupervision', civilDate('2018-10-25'))).toBe('《中华人民共和国刑事诉讼法》第一百一十一条');
    expect(articleOn(november2026, 'filingSupervision', civilDate('2026-06-01'))).toBe('《中华人民共和国刑事诉讼法》第一百一十三条');
  });

  it('exist for every ground on every day since the plan, and are not invented for an earlier one', () => {
    for (const key of Object.keys(november2026.articles))
      expect(articleOn(november2026, key as ArticleKey, planOfTheLinkage)).toMatch(/^《.+》第.+条$/);
    expect(() => articleOn(november2026, 'stay', civilDate('2016-01-01'))).toThrow('stay');
  });
});

const describeLimit = (id: LimitId, date: ReturnType<typeof civilDate>): string => {
  const { amount, unit, rolls, pausable, strength, configurable } = termOn(november2026, id, date);
  return [amount, unit, rolls && 'rolls', pausable && 'pausable', strength, configurable && 'configurable']
    .filter((word) => word !== false)
    .join(' ');
};
