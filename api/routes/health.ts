import { z } from 'zod';
import { openRoute, reply } from '../http/route.ts';

/** Whether the counter can serve: it can when it can tell the court's time, which stands in the record. */
export const healthRoute = openRoute({
  method: 'get',
  path: '/health',
  summary: '运行状况',
  answers: { 200: z.strictObject({ status: z.literal('ok') }) },
  async handle(_call, { courtTime }) {
    await courtTime();
    return reply(200, { status: 'ok' as const });
  },
});
