import { z } from 'zod';
import { ok } from '../../domain/result.ts';
import { ProposalView } from '../contract/views.ts';
import { caseRead } from '../http/case-read.ts';
import { namesIn } from '../views/names.ts';
import { proposalView } from '../views/proposal.ts';

/** What would be sent to whom under which clause, and whose signature it waits for. */
export const readPlanRoute = caseRead({
  path: '/cases/:caseId/plan',
  summary: '拟办事项',
  personal: true,
  answer: z.strictObject({ proposals: z.array(ProposalView) }),
  async view(opened, services) {
    const { row } = opened;
    const requests = await services.reader.requestsOfCase(row.caseId);
    const names = await namesIn(row, requests, opened, services);
    return ok({ proposals: row.state.proposals.map((proposal) => proposalView(proposal, row.state, names)) });
  },
});
