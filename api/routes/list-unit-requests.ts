import { z } from 'zod';
import { speaksFor } from '../../domain/access.ts';
import { UnitCodeField } from '../contract/fields.ts';
import { nextPage, pageQuery, readCursor } from '../contract/paging.ts';
import { pageOf, RequestView } from '../contract/views.ts';
import { refused } from '../http/problem.ts';
import { reply, route } from '../http/route.ts';
import { unitNames } from '../views/names.ts';
import { requestView } from '../views/request.ts';

/** The open requests addressed to a unit, for its own liaison officer. Whom each is about is read one by one. */
export const listUnitRequestsRoute = route({
  method: 'get',
  path: '/units/:unit/requests',
  summary: '本单位待办协助事项',
  allow: ['liaison'],
  params: z.object({ unit: UnitCodeField }),
  query: z.strictObject(pageQuery),
  answers: { 200: pageOf(RequestView) },
  async handle({ params, query, person }, services) {
    if (!speaksFor(person, params.unit)) return refused('notYourUnit');
    const page = await services.reader.requestsOfUnit(params.unit, readCursor(query), query.limit);
    const unit = await unitNames([params.unit], await services.courtTime(), services);
    const names = { unit, party: () => undefined, property: () => undefined };
    return reply(200, { items: page.items.map((request) => requestView(request, names)), ...nextPage(page) });
  },
});
