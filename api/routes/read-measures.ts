import { z } from 'zod';
import { ok } from '../../domain/result.ts';
import { MeasureView } from '../contract/views.ts';
import { caseRead } from '../http/case-read.ts';
import { namesIn } from '../views/names.ts';
import { measuresOf } from '../views/request.ts';

/** What the case holds, held or waits to hold, line by line. */
export const readMeasuresRoute = caseRead({
  path: '/cases/:caseId/measures',
  summary: '查封措施列表',
  personal: true,
  answer: z.strictObject({ measures: z.array(MeasureView) }),
  async view(opened, services) {
    const requests = await services.reader.requestsOfCase(opened.row.caseId);
    const names = await namesIn(opened.row, requests, opened, services);
    return ok({ measures: requests.flatMap((request) => measuresOf(request, names)) });
  },
});
