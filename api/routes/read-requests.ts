import { z } from 'zod';
import { ok } from '../../domain/result.ts';
import { RequestView } from '../contract/views.ts';
import { caseRead } from '../http/case-read.ts';
import { namesIn } from '../views/names.ts';
import { requestView } from '../views/request.ts';

/** Every request of the case and where it stands. */
export const readRequestsRoute = caseRead({
  path: '/cases/:caseId/requests',
  summary: '协助事项列表',
  personal: true,
  answer: z.strictObject({ requests: z.array(RequestView) }),
  async view(opened, services) {
    const requests = await services.reader.requestsOfCase(opened.row.caseId);
    const names = await namesIn(opened.row, requests, opened, services);
    return ok({ requests: requests.map((request) => requestView(request, names)) });
  },
});
