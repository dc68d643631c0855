import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  caseNumberOfSlug,
  caseNumberParts,
  caseWorkflowSlug,
  formatCaseNumber,
  parseCaseNumber,
  type CaseNumber,
  type CaseNumberParts,
  type CaseType,
} from '../../../domain/enforcement-case/case-number.ts';
import { courts, courtWithCode, parseCourtCode } from '../../../domain/enforcement-case/courts.ts';

const types: readonly CaseType[] = ['执', '执恢', '执保', '执异', '执复', '执监', '执协', '司惩', '司惩复'];

const read = (text: string): CaseNumber => {
  const parsed = parseCaseNumber(text);
  if (!parsed.ok) throw new Error(parsed.error.kind);
  return parsed.value;
};
const refusal = (text: string) => {
  const parsed = parseCaseNumber(text);
  return parsed.ok ? 'accepted' : parsed.error.kind;
};

const someParts: fc.Arbitrary<CaseNumberParts> = fc.record({
  year: fc.integer({ min: 2016, max: 2099 }),
  court: fc.constantFrom(...courts.map(({ code }) => code)),
  type: fc.constantFrom(...types),
  serial: fc.integer({ min: 1, max: 99_999_999 }),
});
const someCase = someParts.map((parts) => read(`（${parts.year}）${parts.court}${parts.type}${parts.serial}号`));

describe('a case number', () => {
  it('says year, court, type and serial', () => {
    expect(caseNumberParts(read('（2026）云2301执123号'))).toEqual({ year: 2026, court: '云2301', type: '执', serial: 123 });
    expect(caseNumberParts(read('（2018）云执监7号'))).toEqual({ year: 2018, court: '云', type: '执监', serial: 7 });
    expect(caseNumberParts(read('（2026）云23司惩复1号'))).toEqual({ year: 2026, court: '云23', type: '司惩复', serial: 1 });
  });

  it.each([
    '（2026）云2301执123号',
    '(2026)云2301执123号',
    '（2026)云2301执123号',
    ' ( 2026 ) 云2301 执 123 号 ',
    '（2026）　云2301执123号',
    '（２０２６）云２３０１执１２３号',
  ])('typed as %j is the one canonical number', (text) => {
    expect(parseCaseNumber(text)).toEqual({ ok: true, value: '（2026）云2301执123号' });
  });

  it.each([
    ['', 'malformed'],
    ['2026云2301执123号', 'malformed'],
    ['〔2026〕云2301执123号', 'malformed'],
    ['（2026）云2301执12 3号', 'malformed'],
    ['（2026）云23 01执123号', 'malformed'],
    ['（2026）云2301执123', 'malformed'],
    ['（2026）云2301执123号之一', 'malformed'],
    ['（2026）云2301号', 'malformed'],
    ['（2026）云2301zhi123号', 'malformed'],
    ['（2015）云2301执123号', 'yearOutOfRange'],
    ['（2100）云2301执123号', 'yearOutOfRange'],
    ['（26）云2301执123号', 'yearOutOfRange'],
    ['（2026）云2399执123号', 'unknownCourt'],
    ['（2026）沪01执123号', 'unknownCourt'],
    ['（2026）云2301民初123号', 'unknownType'],
    ['（2026）云2301执字第123号', 'unknownType'],
    ['（2026）云2301执0号', 'serialOutOfRange'],
    ['（2026）云2301执0123号', 'serialOutOfRange'],
    ['（2026）云2301执123456789号', 'serialOutOfRange'],
  ])('%j is refused as %s', (text, kind) => {
    expect(parseCaseNumber(text)).toEqual({ ok: false, error: { kind, text } });
  });

  it('survives being taken apart and written again', () => {
    fc.assert(
      fc.property(someParts, (parts) => {
        const written = formatCaseNumber(parts);
        expect(written.ok && caseNumberParts(written.value)).toEqual(parts);
      }),
    );
  });

  it('is not written from parts that no court would number', () => {
    const [court] = courts.map(({ code }) => code);
    if (court === undefined) throw new Error('no court');
    const kindFor = (change: Partial<CaseNumberParts>) => formatCaseNumber({ year: 2026, court, type: '执', serial: 1, ...change });
    expect(kindFor({ serial: 0 })).toMatchObject({ error: { kind: 'serialOutOfRange' } });
    expect(kindFor({ serial: 1.5 })).toMatchObject({ error: { kind: 'serialOutOfRange' } });
    expect(kindFor({ year: Number.NaN })).toMatchObject({ error: { kind: 'yearOutOfRange' } });
  });

  it('is never accepted from arbitrary text, and no text makes the reader throw', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('（）()2026云301执恢号 1之')) }),
        (text) => typeof refusal(text) === 'string',
      ),
    );
    fc.assert(fc.property(fc.string(), (text) => refusal(text) === 'malformed'));
  });
});

describe('the slug of a case in its workflow ID', () => {
  it('names the case in ASCII', () => {
    expect(caseWorkflowSlug(read('（2026）云2301执123号'))).toBe('2026-yun2301-zhi-123');
    expect(caseWorkflowSlug(read('（2026）云23执恢5号'))).toBe('2026-yun23-zhihui-5');
    expect(caseWorkflowSlug(read('（2026）云执监5号'))).toBe('2026-yun-zhijian-5');
  });

  it('leads back to its case number', () => {
    fc.assert(
      fc.property(someCase, (caseNumber) => {
        expect(caseWorkflowSlug(caseNumber)).toMatch(/^[a-z0-9-]+$/);
        expect(caseNumberOfSlug(caseWorkflowSlug(caseNumber))).toEqual({ ok: true, value: caseNumber });
      }),
    );
  });

  it('is shared by no two cases', () => {
    fc.assert(fc.property(someCase, someCase, (one, other) => (one === other) === (caseWorkflowSlug(one) === caseWorkflowSlug(other))));
    const slugs = courts.flatMap(({ code }) => types.map((type) => caseWorkflowSlug(read(`（2026）${code}${type}1号`))));
    expect(new Set(slugs).size).toBe(courts.length * types.length);
  });

  it.each([
    '',
    'case/2026-yun2301-zhi-123',
    '2026-yun2301-zhi-0123',
    '2026-yun2301-min-1',
    '2026-hu01-zhi-1',
    '2026-yun2301-执-1',
    '2026-yun9-zhi-1',
  ])('%j leads to no case', (slug) => {
    expect(caseNumberOfSlug(slug).ok).toBe(false);
  });
});

describe('the list of courts', () => {
  it('knows which codes have been verified', () => {
    expect(courts.filter(({ verified }) => verified).map(({ code }) => code)).toEqual(['云23', '云2301']);
    expect(courtWithCode('云2331')).toMatchObject({ name: '禄丰市人民法院', level: 'basic', verified: false });
  });

  it('holds each court once', () => {
    expect(new Set(courts.map(({ code }) => code)).size).toBe(courts.length);
    expect(new Set(courts.map(({ name }) => name)).size).toBe(courts.length);
  });

  it('refuses a code it does not hold', () => {
    expect(parseCourtCode('云2301')).toEqual({ ok: true, value: '云2301' });
    expect(parseCourtCode('云2302')).toEqual({ ok: false, error: { kind: 'unknownCourt', text: '云2302' } });
  });
});
