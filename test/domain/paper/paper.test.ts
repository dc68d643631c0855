import { describe, expect, it } from 'vitest';
import type { CourtCode } from '../../../domain/enforcement-case/courts.ts';
import {
  formatPaperNumber,
  missingSignature,
  paperIdOf,
  paperKinds,
  type PaperKind,
  type SigningLevel,
} from '../../../domain/paper/paper.ts';

const kinds = Object.keys(paperKinds) as PaperKind[];

describe('the signatures of a paper', () => {
  it.each<[PaperKind, readonly SigningLevel[]]>([
    ['enforcementNotice', ['judge']],
    ['propertyReportOrder', ['judge']],
    ['enforcementRuling', ['judge']],
    ['inquiryAssistanceNotice', ['judge']],
    ['enforcementAssistanceNotice', ['judge', 'bureauHead']],
    ['liftNotice', ['judge', 'bureauHead']],
    ['urgingLetter', ['bureauHead']],
    ['urgingEndedLetter', ['bureauHead']],
    ['orderToAssist', ['bureauHead']],
    ['transferLetter', ['bureauHead']],
    ['filingSupervisionRequest', ['bureauHead']],
    ['closingNotice', ['judge']],
  ])('%s: %s', (kind, levels) => {
    expect(paperKinds[kind].signatures).toEqual(levels);
  });

  it('are given in their order, and the paper may be issued after the last', () => {
    expect(missingSignature('liftNotice', [])).toBe('judge');
    expect(missingSignature('liftNotice', ['judge'])).toBe('bureauHead');
    expect(missingSignature('liftNotice', ['judge', 'bureauHead'])).toBeUndefined();
  });

  it('of another level never stand in for one that is missing', () => {
    expect(missingSignature('enforcementRuling', ['bureauHead', 'president'])).toBe('judge');
    expect(missingSignature('liftNotice', ['president', 'bureauHead'])).toBe('judge');
  });

  it('are asked for by every kind of paper: nothing leaves unsigned', () => {
    expect(kinds.filter((kind) => missingSignature(kind, []) === undefined)).toEqual([]);
  });
});

describe('the number of a paper', () => {
  const numbering = { court: '云2301' as CourtCode, year: 2026, serial: 7, caseNumber: '（2026）云2301执123号', ordinalInCase: 2 };

  it('of a ruling is the case number with its place among the rulings of the case', () => {
    expect(formatPaperNumber('enforcementRuling', numbering)).toBe('（2026）云2301执123号之二');
  });

  it.each<[number, string]>([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [35, '三十五'],
    [99, '九十九'],
    [100, '100'],
  ])('counts the rulings of a case in Chinese: %i is %s', (ordinalInCase, words) => {
    expect(formatPaperNumber('enforcementRuling', { ...numbering, ordinalInCase })).toBe(`（2026）云2301执123号之${words}`);
  });

  it('of anything else runs in the register of its kind, with the brackets of an office letter', () => {
    expect(formatPaperNumber('enforcementAssistanceNotice', numbering)).toBe('云2301协执通〔2026〕7号');
    expect(formatPaperNumber('transferLetter', numbering)).toBe('云2301移送函〔2026〕7号');
  });

  it('is never that of another kind: every register has a word of its own', () => {
    expect(new Set(kinds.map((kind) => paperKinds[kind].register)).size).toBe(kinds.length);
    expect(new Set(kinds.map((kind) => paperKinds[kind].title)).size).toBe(kinds.length);
  });
});

describe('the id of a paper', () => {
  it('travels in an address: it holds no slash', () => {
    expect(paperIdOf('2026-yun2301-zhi-123/3', 'p1', 2)).toBe('2026-yun2301-zhi-123.3.p1.2');
  });
});
