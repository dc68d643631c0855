import { createHash } from 'node:crypto';
import { z } from 'zod';
import { StepDelivery } from '../adapters/units/wire/messages.ts';

const delivered = StepDelivery.shape;

/** What a unit keeps in its journal of a step it took: numbers and dates, neither the persons nor the papers. */
export const Asked = z.strictObject({
  stepNo: delivered.stepNo,
  originalStepNo: delivered.originalStepNo,
  requestNo: delivered.requestNo,
  unit: delivered.unit,
  actionId: delivered.actionId,
  step: delivered.step,
  lines: z.array(delivered.lines.element.omit({ object: true })),
});
export type Asked = z.infer<typeof Asked>;
export type AskedLine = Asked['lines'][number];

export const askedIn = ({ stepNo, originalStepNo, requestNo, unit, actionId, step, lines }: StepDelivery): Asked => ({
  stepNo,
  originalStepNo,
  requestNo,
  unit,
  actionId,
  step,
  lines: lines.map(({ object: _object, ...line }) => line),
});

/** A reminder or an order asks nothing of its own: it presses for the answer to an earlier step. */
export const isPressing = ({ step }: Pick<Asked, 'step'>): boolean => step === 'reminder' || step === 'order';

/** One word for a step number, for use inside the unit's own numbers. */
export const slugOf = (stepNo: string): string => {
  const slug = stepNo.replaceAll('/', '-');
  return slug.length <= 48 ? slug : createHash('sha256').update(stepNo).digest('hex').slice(0, 32);
};
