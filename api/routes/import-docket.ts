import { z } from 'zod';
import { CaseFiled } from '../contract/filing.ts';
import { fileDocket } from '../filing/file-docket.ts';
import { ProblemBody } from '../http/problem.ts';
import { actRoute, reply } from '../http/route.ts';

const mostCases = 500;

const Docket = z.strictObject({
  cases: z
    .array(z.unknown().meta({ override: { $ref: '#/components/schemas/CaseFiling' } }))
    .min(1)
    .max(mostCases),
});

const Row = z.strictObject({
  row: z.number().int().meta({ description: '在批次中的序号，从1起' }),
  outcome: z.enum(['filed', 'repeated', 'refused', 'unavailable']),
  filed: CaseFiled.exactOptional(),
  problem: ProblemBody.exactOptional(),
});

/** A court system hands in many cases at once. Each stands or falls by itself, and says what became of it. */
export const importDocketRoute = actRoute({
  path: '/dockets',
  summary: '批量立案',
  allow: ['court-system', 'clerk'],
  body: Docket,
  bodyLimit: 4 * 1024 * 1024,
  answers: { 200: z.strictObject({ rows: z.array(Row) }).meta({ id: 'DocketResult', description: '逐件办理结果' }) },
  async handle({ body, person, keyed }, services) {
    const { actId } = keyed(body);
    return reply(200, { rows: await fileDocket(body.cases, { person, actId }, services) });
  },
});
