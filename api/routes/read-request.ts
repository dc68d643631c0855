import { maySeePersons, speaksFor } from '../../domain/access.ts';
import { RequestView } from '../contract/views.ts';
import { openRequest, RequestParams } from '../http/case-access.ts';
import { readersOfCases } from '../http/case-read.ts';
import { reply, route } from '../http/route.ts';
import { namesIn } from '../views/names.ts';
import { requestView } from '../views/request.ts';

/** One request, for the court that asks, for who watches, and for the unit that is asked; the unit sees whom it is about. */
export const readRequestRoute = route({
  method: 'get',
  path: '/requests/:caseId/:n',
  summary: '协助事项详情',
  allow: [...readersOfCases, 'liaison'],
  params: RequestParams,
  personal: true,
  answers: { 200: RequestView },
  async handle({ params, person }, services) {
    const opened = await openRequest(params, person, services);
    if (!opened.ok) return opened;
    const { request, row } = opened.value;
    const showPersons = maySeePersons(person, row) || speaksFor(person, request.unit);
    const names = await namesIn(row, [request], { now: await services.courtTime(), showPersons }, services);
    return reply(200, requestView(request, names));
  },
});
