import { z } from 'zod';
import { ok } from '../../domain/result.ts';
import { amountFields, amountIn, DateField } from '../contract/fields.ts';
import { caseAct } from '../http/case-act.ts';

const Payment = z
  .strictObject({ ...amountFields, receivedOn: DateField })
  .transform(({ receivedOn, ...written }, context) => ({ receivedOn, amount: amountIn(written, context) }));

/** Money that came in for the case. */
export const recordPaymentRoute = caseAct({
  path: '/cases/:caseId/payments',
  summary: '登记收款',
  allow: ['court-system', 'judge', 'clerk'],
  body: Payment,
  act: ({ amount, receivedOn }) => ok({ kind: 'recordPayment', amount, receivedOn }),
});
