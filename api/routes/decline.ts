import { z } from 'zod';
import { ok } from '../../domain/result.ts';
import { ProposalIdField, words } from '../contract/fields.ts';
import { caseAct } from '../http/case-act.ts';

/** Says no to a proposal, and why. */
export const declineRoute = caseAct({
  path: '/cases/:caseId/declines',
  summary: '不予签发',
  allow: ['judge', 'bureauHead', 'president'],
  body: z.strictObject({ proposal: ProposalIdField, reason: words(1000) }),
  async act({ proposal, reason }, { idFor }, { writer }) {
    const reasonId = idFor('note');
    await writer.note(reasonId, reason);
    return ok({ kind: 'decline', proposal, reasonId });
  },
});
