import { z } from 'zod';
import { ok } from '../../domain/result.ts';
import { DeadlineView } from '../contract/views.ts';
import { caseRead } from '../http/case-read.ts';
import { deadlinesOf } from '../views/deadlines.ts';

/** Every term that runs, and why it ends when it ends. */
export const readClocksRoute = caseRead({
  path: '/cases/:caseId/clocks',
  summary: '期限及其计算依据',
  answer: z.strictObject({ now: z.string(), deadlines: z.array(DeadlineView) }),
  async view({ row, now }, { reader }) {
    const requests = await reader.requestsOfCase(row.caseId);
    const referrals = await reader.referralsOfCase(row.caseId);
    return ok({ now, deadlines: [...deadlinesOf(row, requests, referrals, now)] });
  },
});
