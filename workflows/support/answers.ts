import { ApplicationFailure, condition } from '@temporalio/workflow';
import type { ActResult } from '../../domain/ports/desk.ts';

export type Refusal = { readonly kind: string };

/** Answers to acts, until their authors have taken them. */
export interface Answers {
  readonly give: (actId: string, answer: ActResult) => void;
  readonly refuse: (actId: string, refusal: Refusal) => void;
  /** Waits for the answer; a refusal fails the Update, and only the Update. */
  readonly take: (actId: string) => Promise<ActResult>;
}

export const openAnswers = (): Answers => {
  const given = new Map<string, { readonly answer: ActResult } | { readonly refusal: Refusal }>();
  return {
    give: (actId, answer) => given.set(actId, { answer }),
    refuse: (actId, refusal) => given.set(actId, { refusal }),
    take: async (actId) => {
      await condition(() => given.has(actId));
      const outcome = given.get(actId);
      given.delete(actId);
      if (outcome !== undefined && 'answer' in outcome) return outcome.answer;
      throw refused(outcome?.refusal ?? { kind: 'unanswered' });
    },
  };
};

/** A business refusal as the one failure that a workflow may throw: its type is the refusal's kind, its detail the refusal. */
export const refused = (refusal: Refusal): ApplicationFailure =>
  ApplicationFailure.create({ type: refusal.kind, message: `Refused: ${refusal.kind}`, nonRetryable: true, details: [refusal] });
