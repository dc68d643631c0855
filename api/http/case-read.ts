import type { z } from 'zod';
import { maySeePersons, maySeeProcess, type Person, type Role } from '../../domain/access.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { CaseRow } from '../../domain/ports/reader.ts';
import type { Result } from '../../domain/result.ts';
import type { Services } from '../services.ts';
import { CaseParams, openCase } from './case-access.ts';
import type { Problem } from './problem.ts';
import { reply, route, type Route } from './route.ts';

/** Who reads cases: those who work on them, and who watches over the process. */
export const readersOfCases: readonly Role[] = ['court-system', 'judge', 'clerk', 'bureauHead', 'president', 'supervisor'];

/** A case that lies open before somebody who may see it. */
export interface OpenedCase<Query = unknown> {
  readonly row: CaseRow;
  readonly person: Person;
  readonly query: Query;
  readonly now: Instant;
  /** Whether names may be shown, beside the process. */
  readonly showPersons: boolean;
}

/** A route that shows something of one case. */
export const caseRead = <Q extends z.ZodType, Answer extends z.ZodType>(definition: {
  readonly path: string;
  readonly summary: string;
  readonly query?: Q;
  readonly personal?: true;
  readonly answer: Answer;
  readonly view: (opened: OpenedCase<z.output<Q>>, services: Services) => Promise<Result<z.input<Answer>, Problem>>;
}): Route => {
  const { answer, view, ...rest } = definition;
  return route({
    ...rest,
    method: 'get',
    allow: readersOfCases,
    params: CaseParams,
    answers: { 200: answer },
    async handle({ params, query, person }, services) {
      const row = await openCase(params.caseId, person, services, maySeeProcess);
      if (!row.ok) return row;
      const now = await services.courtTime();
      const shown = await view({ row: row.value, person, query, now, showPersons: maySeePersons(person, row.value) }, services);
      return shown.ok ? reply(200, shown.value) : shown;
    },
  });
};
