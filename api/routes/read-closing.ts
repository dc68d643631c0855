import { z } from 'zod';
import { closingObstacles } from '../../domain/enforcement-case/close.ts';
import { ok } from '../../domain/result.ts';
import { BalanceView, ObstacleView } from '../contract/views.ts';
import { caseRead } from '../http/case-read.ts';
import { obstacleView } from '../http/refusals.ts';
import { balanceView } from '../views/case.ts';

/** What still stands between the case and its closing. */
export const readClosingRoute = caseRead({
  path: '/cases/:caseId/closing',
  summary: '结案条件',
  answer: z.strictObject({
    closed: z.boolean(),
    closable: z.boolean(),
    balance: BalanceView,
    obstacles: z.array(ObstacleView),
  }),
  async view({ row: { state }, now }) {
    const closed = state.status === 'closed';
    const obstacles = closed ? [] : closingObstacles(state, now).map(obstacleView);
    return ok({ closed, closable: !closed && obstacles.length === 0, balance: balanceView(state, now), obstacles });
  },
});
