import { z } from 'zod';
import { ok } from '../../domain/result.ts';
import { PartyIdField } from '../contract/fields.ts';
import { caseAct } from '../http/case-act.ts';

/** Refers a debtor's refusal to the police. @see CrL 313 */
export const referRoute = caseAct({
  path: '/cases/:caseId/referrals',
  summary: '移送涉嫌拒不执行判决、裁定罪',
  allow: ['judge'],
  body: z.strictObject({
    debtor: PartyIdField,
    ground: z.enum(['concealsProperty', 'transfersProperty', 'destroysProperty', 'refusesDelivery', 'violenceOrThreat']),
  }),
  act: ({ debtor, ground }) => ok({ kind: 'refer', debtor, ground }),
});
