import { z } from 'zod';
import { ok } from '../../domain/result.ts';
import { requestAct } from '../http/case-act.ts';

/** The judge answers a unit's objection. @see plan §五(三) */
export const answerReviewRoute = requestAct({
  path: '/requests/:caseId/:n/review-answers',
  summary: '答复审查建议',
  allow: ['judge'],
  body: z.strictObject({ replyNo: z.string().min(1).max(200), decision: z.enum(['maintained', 'changed']) }),
  act: ({ replyNo, decision }) => ok({ kind: 'answerReview', replyNo, decision }),
});
