import { z } from 'zod';
import { ok } from '../../domain/result.ts';
import { InstantField, PaperIdField } from '../contract/fields.ts';
import { caseAct } from '../http/case-act.ts';

/** Proof that a notice reached the debtor. @see CPL 87–95 */
export const recordServiceRoute = caseAct({
  path: '/cases/:caseId/services',
  summary: '登记送达当事人',
  allow: ['judge', 'clerk'],
  body: z.strictObject({
    paperId: PaperIdField,
    manner: z.enum(['direct', 'left', 'post', 'electronic', 'publicNotice']).meta({ description: '直接、留置、邮寄、电子、公告送达' }),
    servedAt: InstantField,
  }),
  act: ({ paperId, manner, servedAt }) => ok({ kind: 'recordService', paperId, manner, servedAt }),
});
