import { z } from 'zod';
import { CaseIdField } from '../contract/fields.ts';
import { nextPage, pageQuery, readCursor } from '../contract/paging.ts';
import { pageOf } from '../contract/views.ts';
import { reply, route } from '../http/route.ts';

const AuditLine = z
  .strictObject({
    seq: z.string(),
    at: z.string(),
    kind: z.string(),
    actor: z.string(),
    role: z.string(),
    what: z.string(),
    caseId: z.string().exactOptional(),
    purpose: z.string().exactOptional(),
    client: z.string().exactOptional(),
    hash: z.string(),
  })
  .meta({ id: 'AuditLine', description: '审计记录' });

/** Who did, saw or was refused what, in the order in which it was written down. */
export const readAuditRoute = route({
  method: 'get',
  path: '/audit',
  summary: '审计记录',
  allow: ['auditor'],
  query: z.strictObject({
    ...pageQuery,
    caseId: CaseIdField.exactOptional(),
    actor: z
      .string()
      .regex(/^[\w.@-]{1,64}$/)
      .exactOptional(),
  }),
  personal: true,
  answers: { 200: pageOf(AuditLine) },
  async handle({ query }, { audit }) {
    const { cursor: _cursor, limit, ...filter } = query;
    const page = await audit.lines(filter, readCursor(query), limit);
    return reply(200, { items: page.items.map((line) => ({ ...line })), ...nextPage(page) });
  },
});
