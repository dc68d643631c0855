import type { z } from 'zod';
import type { LegalClock } from '../../domain/time-limit/legal-clock.ts';
import type { ClockView } from '../contract/views.ts';

/** A term with its "why". */
export const clockView = ({ limitId, startsAt, lastDay, dueAt, provisional, explanation }: LegalClock): z.input<typeof ClockView> => ({
  limitId,
  startsAt,
  lastDay,
  dueAt,
  provisional,
  rule: explanation.rule,
  source: explanation.source,
  steps: [...explanation.steps],
});
