import { z } from 'zod';
import { roles } from '../../domain/access.ts';
import { reply, route } from '../http/route.ts';

/** What day it is for the court. */
export const readClockRoute = route({
  method: 'get',
  path: '/clock',
  summary: '法院时钟',
  allow: roles.filter((role) => role !== 'unit-system'),
  answers: { 200: z.strictObject({ now: z.string(), mayLeap: z.boolean() }) },
  async handle(_call, { courtTime, clockDriver }) {
    return reply(200, { now: await courtTime(), mayLeap: clockDriver !== undefined });
  },
});
