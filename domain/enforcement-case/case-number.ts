import type { Brand } from '../brand.ts';
import { toHalfWidth } from '../party/half-width.ts';
import { err, ok, type Result } from '../result.ts';
import { parseCourtCode, type CourtCode } from './courts.ts';

export type { CourtCode } from './courts.ts';

/** A case number in its one canonical form, `（2026）云2301执123号`: full-width brackets, no space, no leading zero. */
export type CaseNumber = Brand<string, 'CaseNumber'>;

/** The 类型代字 of enforcement: first, restored, preservation, objection, review, supervision, coordination, sanction and its review. */
export type CaseType = keyof typeof typeSlugs;

export type CaseNumberParts = {
  readonly year: number;
  readonly court: CourtCode;
  readonly type: CaseType;
  readonly serial: number;
};

/** Names the rule that was broken; a case number is public, so the text is repeated. */
export type CaseNumberError = {
  readonly kind: 'malformed' | 'yearOutOfRange' | 'unknownCourt' | 'unknownType' | 'serialOutOfRange';
  readonly text: string;
};

/**
 * Reads a case number in full- or half-width, with or without spaces between its parts. A space inside a part is refused, for
 * nobody can say which number was meant.
 * @see 法〔2015〕137号 (codes in force since 1 January 2016, so that earlier years are out of range)
 */
export const parseCaseNumber = (text: string): Result<CaseNumber, CaseNumberError> => {
  const written = /^\(\s*(\d+)\s*\)\s*([\u4e00-\u9fff]\d*)\s*([\u4e00-\u9fff]+?)\s*(\d+)\s*号$/.exec(toHalfWidth(text.trim()));
  if (written === null) return err({ kind: 'malformed', text });
  const [, year = '', court = '', type = '', serial = ''] = written;
  return caseNumberOf(text, year, court, type, serial);
};

export const formatCaseNumber = (parts: CaseNumberParts): Result<CaseNumber, CaseNumberError> => {
  const text = `（${parts.year}）${parts.court}${parts.type}${parts.serial}号`;
  return caseNumberOf(text, String(parts.year), parts.court, parts.type, String(parts.serial));
};

export const caseNumberParts = (caseNumber: CaseNumber): CaseNumberParts => {
  const written = /^（(\d+)）(.\d*)(\D+)(\d+)号$/.exec(caseNumber);
  const [, year = '', court = '', type = '', serial = ''] = written ?? [];
  return { year: Number(year), court: court as CourtCode, type: type as CaseType, serial: Number(serial) };
};

/** The case number in letters that a workflow ID can carry: `2026-yun2301-zhi-123`. No two case numbers share one. */
export const caseWorkflowSlug = (caseNumber: CaseNumber): string => {
  const { year, court, type, serial } = caseNumberParts(caseNumber);
  return `${year}-${court.replace(provinceSign, provinceSlug)}-${typeSlugs[type]}-${serial}`;
};

/** The inverse of {@link caseWorkflowSlug}; a text that it never writes is refused. */
export const caseNumberOfSlug = (slug: string): Result<CaseNumber, CaseNumberError> => {
  const written = /^(\d+)-yun(\d*)-([a-z]+)-(\d+)$/.exec(slug);
  if (written === null) return err({ kind: 'malformed', text: slug });
  const [, year = '', court = '', typeSlug = '', serial = ''] = written;
  return caseNumberOf(slug, year, `${provinceSign}${court}`, typeOfSlug.get(typeSlug) ?? typeSlug, serial);
};

const typeSlugs = {
  执: 'zhi',
  执恢: 'zhihui',
  执保: 'zhibao',
  执异: 'zhiyi',
  执复: 'zhifu',
  执监: 'zhijian',
  执协: 'zhixie',
  司惩: 'sicheng',
  司惩复: 'sichengfu',
} as const;

const typeOfSlug: ReadonlyMap<string, string> = new Map(Object.entries(typeSlugs).map(([type, slug]) => [slug, type]));

const provinceSign = '云';
const provinceSlug = 'yun';

const caseNumberOf = (text: string, year: string, court: string, type: string, serial: string): Result<CaseNumber, CaseNumberError> => {
  if (!/^20\d\d$/.test(year) || year < '2016') return err({ kind: 'yearOutOfRange', text });
  if (!parseCourtCode(court).ok) return err({ kind: 'unknownCourt', text });
  if (!Object.hasOwn(typeSlugs, type)) return err({ kind: 'unknownType', text });
  if (!/^[1-9]\d{0,7}$/.test(serial)) return err({ kind: 'serialOutOfRange', text });
  return ok(`（${year}）${court}${type}${serial}号` as CaseNumber);
};
