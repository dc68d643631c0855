import { z } from 'zod';
import { ok } from '../../domain/result.ts';
import { ProposalIdField } from '../contract/fields.ts';
import { caseAct } from '../http/case-act.ts';

/** Signs everything among the named proposals that the actor's level may sign. */
export const approveRoute = caseAct({
  path: '/cases/:caseId/approvals',
  summary: '签发文书',
  allow: ['judge', 'bureauHead', 'president'],
  body: z.strictObject({ proposals: z.union([z.literal('all'), z.array(ProposalIdField).min(1).max(500)]) }),
  act: ({ proposals }) => ok({ kind: 'approve', proposals }),
});
