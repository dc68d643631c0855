import { z } from 'zod';
import { ok } from '../../domain/result.ts';
import { requestAct } from '../http/case-act.ts';

/** Has a paper brought to the unit again that could not be delivered, or was sent back. */
export const serveAgainRoute = requestAct({
  path: '/requests/:caseId/:n/service',
  summary: '重新送达协助单位',
  allow: ['judge', 'clerk'],
  body: z.strictObject({}),
  act: () => ok({ kind: 'serveAgain' }),
});
