import { z } from 'zod';
import { mayListCourt } from '../../domain/access.ts';
import { StaffIdField } from '../contract/fields.ts';
import { nextPage, pageQuery, readCursor } from '../contract/paging.ts';
import { CaseSummary, pageOf } from '../contract/views.ts';
import { readersOfCases } from '../http/case-read.ts';
import { refused } from '../http/problem.ts';
import { reply, route } from '../http/route.ts';
import { caseSummary } from '../views/case.ts';

/** The cases of a court: a judge's own, everybody's for the rest of the court. No names. */
export const listCasesRoute = route({
  method: 'get',
  path: '/cases',
  summary: '案件列表',
  allow: readersOfCases,
  query: z.strictObject({ ...pageQuery, court: z.string().max(20).exactOptional(), handler: StaffIdField.exactOptional() }),
  answers: { 200: pageOf(CaseSummary) },
  async handle({ query, person }, { reader }) {
    const { court = person.court, limit } = query;
    if (!mayListCourt(person, court)) return refused('notYourCase');
    const handler = person.role === 'judge' ? person.id : query.handler;
    if (query.handler !== undefined && query.handler !== handler) return refused('notYourCase');
    const page = await reader.cases({ court, ...(handler !== undefined && { handler }) }, readCursor(query), limit);
    return reply(200, { items: page.items.map(caseSummary), ...nextPage(page) });
  },
});
