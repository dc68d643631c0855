import type { Instant } from '../calendar/instant.ts';
import type { Terms } from '../time-limit/terms.ts';
import type { AssistanceEvent } from './events.ts';

/** The order is written out by the clock and signed by a person: CPL 117 asks for a human look before the court commands. */
export const drawUpOrder = (at: Instant, terms: Terms): AssistanceEvent => ({
  type: 'OrderDrawnUp',
  at,
  nextAt: terms.rungAt(at),
});
