import { z } from 'zod';
import { actionOf, isActionId } from '../../domain/catalogue/index.ts';
import { reply, route } from '../http/route.ts';
import { unitNames } from '../views/names.ts';

const Entry = z.strictObject({
  requestNo: z.string(),
  unit: z.string(),
  unitName: z.string(),
  actionId: z.string(),
  title: z.string(),
  reportedAt: z.string(),
});

/** What the office must take up with the units: which requests stay unanswered after a reminder. Nobody is named. */
export const officeListRoute = route({
  method: 'get',
  path: '/office/list',
  summary: '领导小组办公室督办清单',
  allow: ['office', 'supervisor'],
  answers: {
    200: z.strictObject({
      entries: z.array(Entry),
      byUnit: z.array(z.strictObject({ unit: z.string(), unitName: z.string(), open: z.number().int() })),
    }),
  },
  async handle(_call, services) {
    const list = await services.reader.officeList();
    const codes = [...new Set(list.map(({ unit }) => unit))];
    const name = await unitNames(codes, await services.courtTime(), services);
    const entries = list.map(({ requestNo, unit, actionId, reportedAt }) => {
      const title = isActionId(actionId) ? actionOf(actionId).title : actionId;
      return { requestNo, unit, unitName: name(unit), actionId, title, reportedAt };
    });
    const byUnit = codes.map((unit) => ({ unit, unitName: name(unit), open: entries.filter((entry) => entry.unit === unit).length }));
    return reply(200, { entries, byUnit });
  },
});
