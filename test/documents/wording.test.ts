import { describe, expect, it } from 'vitest';
import { dateInWords, minuteText, until } from '../../documents/dates.ts';
import { byLaw } from '../../documents/legal-basis.ts';
import { maskedIdNo } from '../../documents/masking.ts';
import { clause, sentence } from '../../documents/wording.ts';
import type { CivilDate } from '../../domain/calendar/instant.ts';

describe('dates', () => {
  it.each([
    ['2026-03-02', '二〇二六年三月二日'],
    ['2030-10-10', '二〇三〇年十月十日'],
    ['2018-12-31', '二〇一八年十二月三十一日'],
    ['2020-11-20', '二〇二〇年十一月二十日'],
  ])('%s is written %s beneath a paper', (date, words) => {
    expect(dateInWords(date as CivilDate)).toBe(words);
  });

  it('a last day is said to count', () => {
    expect(until('2026-03-09' as CivilDate)).toBe('2026年3月9日（含当日）前');
  });

  it('the minute of service is Chinese time, wherever the clock stood', () => {
    expect(minuteText('2026-03-02T16:05:00Z')).toBe('2026年3月3日0时5分');
  });
});

describe('the legal basis', () => {
  it('names a law once, with all its articles in the order given', () => {
    expect(byLaw(['《甲法》第一条', '《乙规定》（试行）第三条', '《甲法》第二条第一款', '《甲法》第一条'])).toBe(
      '依照《甲法》第一条、第二条第一款、《乙规定》（试行）第三条的规定，',
    );
  });

  it('leaves a citation of another form as it is', () => {
    expect(byLaw(['楚政法发〔2018〕3号文件'])).toBe('依照楚政法发〔2018〕3号文件的规定，');
  });

  it('without citations is the law in general', () => {
    expect(byLaw([])).toBe('依法');
  });
});

describe('masking', () => {
  it.each([
    ['532301199003070012', '**************0012'],
    ['53230119900307001X', '**************001X'],
    ['0012', '****'],
    ['', ''],
  ])('shows of the identity number %s only %s', (idNo, shown) => {
    expect(maskedIdNo({ idType: 'residentIdentity', idNo })).toBe(shown);
  });

  it('leaves the public code of an organisation whole', () => {
    expect(maskedIdNo({ idType: 'unifiedCreditCode', idNo: '91532301MA6TERT008' })).toBe('91532301MA6TERT008');
  });
});

describe('texts from the record', () => {
  it.each(['已全部履行', '已全部履行。', ' 已全部履行；\n'])('become one sentence with one full stop: %j', (text) => {
    expect(sentence(text)).toBe('已全部履行。');
    expect(clause(text)).toBe('已全部履行');
  });
});
