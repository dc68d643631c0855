import { z } from 'zod';
import { maySeeRequest, worksOnCase, type CaseOwner, type Person } from '../../domain/access.ts';
import type { CaseRow, RequestRow } from '../../domain/ports/reader.ts';
import { ok, type Result } from '../../domain/result.ts';
import { CaseIdField } from '../contract/fields.ts';
import type { Services } from '../services.ts';
import { refused, type Problem } from './problem.ts';

export const CaseParams = z.object({ caseId: CaseIdField });

export const RequestParams = z.object({
  caseId: CaseIdField,
  n: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .meta({ description: '协助事项在案件中的序号', example: '1' }),
});

/** A request and the case it belongs to. */
export interface OpenedRequest {
  readonly request: RequestRow;
  readonly row: CaseRow;
}

/** Opens a case for somebody who may. A case whose papers are in but whose process has not begun yet says so. */
export const openCase = async (
  caseId: string,
  person: Person,
  { reader, dossier }: Services,
  may: (person: Person, owner: CaseOwner) => boolean = worksOnCase,
): Promise<Result<CaseRow, Problem>> => {
  const row = await reader.case(caseId);
  if (row !== undefined) return may(person, row) ? ok(row) : refused('notYourCase');
  return (await dossier.caseDossier(caseId)) === undefined ? refused('caseUnknown') : refused('caseOpening');
};

/** Opens a request for the court that asks, for who watches over it, or for the unit that is asked. */
export const openRequest = async (
  { caseId, n }: z.output<typeof RequestParams>,
  person: Person,
  { reader }: Services,
  may: (person: Person, owner: CaseOwner, unit: string) => boolean = maySeeRequest,
): Promise<Result<OpenedRequest, Problem>> => {
  const request = await reader.request(`${caseId}/${n}`);
  const row = request === undefined ? undefined : await reader.case(request.caseId);
  if (request === undefined || row === undefined) return refused('requestNotKnown');
  if (may(person, row, request.unit)) return ok({ request, row });
  return refused(person.role === 'liaison' ? 'foreignRequest' : 'notYourCase');
};
