import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CaseFiling } from '../../api/contract/filing.ts';
import { caseNumberParts, caseWorkflowSlug, formatCaseNumber, parseCaseNumber } from '../../domain/enforcement-case/case-number.ts';
import type { CaseNumber } from '../../domain/enforcement-case/case-number.ts';

const Docket = z.object({ cases: z.array(z.looseObject({ caseNumber: z.string() })).min(1) });

/** What a court system hands in, row by row as it stands in its file: whether it is in order is for the court to say. */
export type Docket = z.infer<typeof Docket>;

export const docketFile = 'examples/docket-2026.json';

/** @throws when the file is no docket */
export const readDocket = (file = docketFile): Docket => Docket.parse(JSON.parse(readFileSync(file, 'utf8')));

/** The rows as the counter reads them. @throws when a row would be refused for its form */
export const filingsIn = ({ cases }: Docket): readonly CaseFiling[] => cases.map((row) => CaseFiling.parse(row));

/** A docket whose case numbers are all free, and whether other numbers than those of the file had to be taken for it. */
export interface FreshDocket {
  readonly docket: Docket;
  readonly caseNumbers: readonly CaseNumber[];
  readonly renumbered: boolean;
}

/**
 * The demo is played again and again on one system, and a case number is given once. When one of the file's numbers is taken, the whole
 * docket moves behind the highest serial of its court and year; the file stays as it is.
 */
export const freshDocket = (docket: Docket, takenCaseIds: readonly string[]): FreshDocket => {
  const written = docket.cases.map(({ caseNumber }) => numberIn(caseNumber));
  if (!written.some((caseNumber) => takenCaseIds.includes(caseWorkflowSlug(caseNumber))))
    return { docket, caseNumbers: written, renumbered: false };
  const caseNumbers = written.map((caseNumber, index) => renumber(caseNumber, takenCaseIds, index));
  const cases = docket.cases.map((row, index) => ({ ...row, caseNumber: caseNumbers[index] ?? row.caseNumber }));
  return { docket: { cases }, caseNumbers, renumbered: true };
};

const renumber = (caseNumber: CaseNumber, takenCaseIds: readonly string[], index: number): CaseNumber => {
  const parts = caseNumberParts(caseNumber);
  const series = caseWorkflowSlug(caseNumber).replace(/\d+$/, '');
  const serials = takenCaseIds.filter((caseId) => caseId.startsWith(series)).map((caseId) => Number(caseId.slice(series.length)));
  const fresh = formatCaseNumber({ ...parts, serial: Math.max(...serials) + 1 + index });
  if (!fresh.ok) throw new Error(`No serial is left behind ${caseNumber}`);
  return fresh.value;
};

const numberIn = (text: string): CaseNumber => {
  const caseNumber = parseCaseNumber(text);
  if (!caseNumber.ok) throw new Error(`The docket names no case number: ${text}`);
  return caseNumber.value;
};
