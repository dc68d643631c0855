import type { Brand } from '../brand.ts';
import type { CourtCode } from '../enforcement-case/case-number.ts';

export type PaperId = Brand<string, 'PaperId'>;

/** The lawful papers the court issues. A kind is added here, in `paperKinds` below, and as one content model in `documents/`. */
export type PaperKind =
  | 'enforcementNotice'
  | 'propertyReportOrder'
  | 'enforcementRuling'
  | 'inquiryAssistanceNotice'
  | 'enforcementAssistanceNotice'
  | 'urgingLetter'
  | 'urgingEndedLetter'
  | 'orderToAssist'
  | 'transferLetter'
  | 'filingSupervisionRequest'
  | 'liftNotice'
  | 'closingNotice';

/** Who must sign. A signature of one level never stands in for another: the handler proposes, the section head looks again. */
export type SigningLevel = 'judge' | 'bureauHead' | 'president';

export interface PaperRule {
  readonly title: string;
  /** Every level that must have signed before the paper exists, in the order of signing. */
  readonly signatures: readonly SigningLevel[];
  /** Letters use the office form 〔年〕; papers of the case carry the case number. Rulings of one case are told apart by 之一, 之二. */
  readonly numbering: 'caseOrdinal' | 'register';
  /** The word between court and year in the register number, for example 协执通. */
  readonly register: string;
}

/**
 * Approvals are hard gates: no act of the system puts a paper into the world that lacks one of these signatures.
 *
 * @see domain.md §3; for the assistance notice the handler signs first and the section head second
 */
export const paperKinds: Record<PaperKind, PaperRule> = {
  enforcementNotice: { title: '执行通知书', signatures: ['judge'], numbering: 'register', register: '执通' },
  propertyReportOrder: { title: '报告财产令', signatures: ['judge'], numbering: 'register', register: '报财令' },
  enforcementRuling: { title: '执行裁定书', signatures: ['judge'], numbering: 'caseOrdinal', register: '执裁' },
  inquiryAssistanceNotice: { title: '协助查询通知书', signatures: ['judge'], numbering: 'register', register: '协查通' },
  enforcementAssistanceNotice: { title: '协助执行通知书', signatures: ['judge', 'bureauHead'], numbering: 'register', register: '协执通' },
  urgingLetter: { title: '督促履行函', signatures: ['bureauHead'], numbering: 'register', register: '督促函' },
  urgingEndedLetter: { title: '督促终止函', signatures: ['bureauHead'], numbering: 'register', register: '督终函' },
  orderToAssist: { title: '责令协助履行通知书', signatures: ['bureauHead'], numbering: 'register', register: '责协通' },
  transferLetter: { title: '案件移送函', signatures: ['bureauHead'], numbering: 'register', register: '移送函' },
  filingSupervisionRequest: { title: '提请立案监督函', signatures: ['bureauHead'], numbering: 'register', register: '立督函' },
  liftNotice: { title: '解除通知书', signatures: ['judge', 'bureauHead'], numbering: 'register', register: '解除通' },
  closingNotice: { title: '结案通知书', signatures: ['judge'], numbering: 'register', register: '结通' },
};

/** A paper as a workflow knows it: which one, of which kind. Its words lie encrypted in the record. */
export interface PaperRef {
  readonly paperId: PaperId;
  readonly kind: PaperKind;
}

/** The next level whose signature a paper still lacks, or nothing when it may be issued. */
export const missingSignature = (kind: PaperKind, signed: readonly SigningLevel[]): SigningLevel | undefined =>
  paperKinds[kind].signatures.find((level) => !signed.includes(level));

/** The id of a paper, made of what it was drawn up under; dots only, so that it travels in an address. */
export const paperIdOf = (...parts: readonly (string | number)[]): PaperId => parts.join('.').replaceAll('/', '.') as PaperId;

export interface PaperNumbering {
  readonly court: CourtCode;
  readonly year: number;
  /** Running number of this kind in this court and year: no gap, no repeat. */
  readonly serial: number;
  readonly caseNumber: string;
  /** Which ruling of its case this is, from 1. */
  readonly ordinalInCase: number;
}

/** The number printed on a paper: `（2026）云2301执123号之二` for rulings, `云2301协执通〔2026〕7号` for everything else. */
export const formatPaperNumber = (kind: PaperKind, numbering: PaperNumbering): string =>
  paperKinds[kind].numbering === 'caseOrdinal'
    ? `${numbering.caseNumber}之${chineseOrdinal(numbering.ordinalInCase)}`
    : `${numbering.court}${paperKinds[kind].register}〔${numbering.year}〕${numbering.serial}号`;

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

const chineseOrdinal = (ordinal: number): string => {
  if (ordinal >= 100) return String(ordinal);
  const tens = Math.floor(ordinal / 10);
  const unit = digits[ordinal % 10] ?? '';
  if (tens === 0) return unit;
  return `${tens === 1 ? '' : (digits[tens] ?? '')}十${unit}`;
};
