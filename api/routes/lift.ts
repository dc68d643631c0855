import { z } from 'zod';
import { ok } from '../../domain/result.ts';
import { RequestNoField, words } from '../contract/fields.ts';
import { caseAct } from '../http/case-act.ts';

/** Proposes to undo what one request imposed; the papers still need their signatures. @see SFF 28 */
export const liftRoute = caseAct({
  path: '/cases/:caseId/lifts',
  summary: '提请解除',
  allow: ['judge'],
  body: z.strictObject({
    request: RequestNoField,
    ground: z.enum(['performed', 'applicantConsents', 'guaranteeAccepted', 'wronglyImposed']),
    reason: words(1000),
  }),
  async act({ request, ground, reason }, { idFor }, { writer }) {
    const reasonId = idFor('note');
    await writer.note(reasonId, reason);
    return ok({ kind: 'lift', requestNo: request, ground, reasonId });
  },
});
