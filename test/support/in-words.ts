import type { AssistanceEvent } from '../../domain/assistance/events.ts';
import type { CaseEvent } from '../../domain/enforcement-case/events.ts';
import type { ReferralEvent } from '../../domain/referral/events.ts';

type AnyEvent = AssistanceEvent | CaseEvent | ReferralEvent;

/** A record in lines that can be checked with a wall calendar: `2026-03-10 09:00 StepDecided reminder`. */
export const inWords = (events: readonly AnyEvent[]): readonly string[] =>
  events.map((event) => `${event.at.slice(0, 10)} ${event.at.slice(11, 16)} ${[event.type, ...details(event)].join(' ')}`);

const details = (event: AnyEvent): readonly (string | number)[] => {
  if ('step' in event) return [event.step];
  if ('answer' in event) return [typeof event.answer === 'string' ? event.answer : event.answer.kind];
  if ('line' in event) return [event.line.lineNo];
  if ('daysLeft' in event) return [event.lineNo, event.daysLeft];
  if ('lineNo' in event) return [event.lineNo];
  if ('how' in event) return [event.how];
  if ('limitId' in event) return [event.limitId];
  if ('proposal' in event) return [event.proposal.purpose.kind];
  if ('instruction' in event) return [typeof event.instruction === 'string' ? event.instruction : event.instruction.kind];
  return [];
};
