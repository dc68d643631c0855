import { z } from 'zod';
import { ok } from '../../domain/result.ts';
import { caseAct } from '../http/case-act.ts';

/** Closes the case as performed, unless something of it still stands anywhere. @see ER 64 */
export const closeRoute = caseAct({
  path: '/cases/:caseId/closing',
  summary: '结案',
  allow: ['judge'],
  body: z.strictObject({ mode: z.literal('performed') }),
  act: ({ mode }) => ok({ kind: 'close', mode }),
});
