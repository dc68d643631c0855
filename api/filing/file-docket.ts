import type { z } from 'zod';
import { err, type Result } from '../../domain/result.ts';
import { CaseFiling, type CaseFiled } from '../contract/filing.ts';
import { faultsOf } from '../http/faults.ts';
import { invalid, problem, problemBody, type Problem, type ProblemBody } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { caseIdOf } from './case-file.ts';
import { fileCase, type Filer } from './file-case.ts';

export interface DocketRow {
  readonly row: number;
  readonly outcome: 'filed' | 'repeated' | 'refused' | 'unavailable';
  readonly filed?: z.input<typeof CaseFiled>;
  readonly problem?: z.input<typeof ProblemBody>;
}

/**
 * Files a docket row by row, each under a key of its own. A row with an error stores nothing and stops nobody; once nobody can accept
 * filings, the rest is not tried, for the whole docket may be sent again.
 */
export const fileDocket = async (cases: readonly unknown[], { person, actId }: Filer, services: Services): Promise<DocketRow[]> => {
  const rows: DocketRow[] = [];
  const seen = new Set<string>();
  let away = false;
  for (const [index, written] of cases.entries()) {
    const filer = { person, actId: `${actId}.${index + 1}` };
    const result: Filed = away ? err(problem('unavailable')) : await fileRow(written, seen, filer, services);
    away = !result.ok && result.error.kind === 'unavailable';
    rows.push(rowOf(index + 1, result, filer.actId));
  }
  return rows;
};

type Filed = Result<z.input<typeof CaseFiled>, Problem>;

const fileRow = async (written: unknown, seen: Set<string>, filer: Filer, services: Services): Promise<Filed> => {
  const filing = CaseFiling.safeParse(written);
  if (!filing.success) return invalid(...faultsOf(filing.error, written));
  const caseId = caseIdOf(filing.data);
  if (seen.has(caseId)) return invalid({ pointer: '/caseNumber', rule: 'duplicateInDocket' });
  seen.add(caseId);
  return fileCase(filing.data, filer, services);
};

const rowOf = (row: number, result: Filed, actId: string): DocketRow => {
  if (result.ok) return { row, outcome: result.value.repeated ? 'repeated' : 'filed', filed: result.value };
  const outcome = result.error.kind === 'unavailable' ? 'unavailable' : 'refused';
  return { row, outcome, problem: problemBody(result.error, `urn:liandong:act:${actId}`) };
};
