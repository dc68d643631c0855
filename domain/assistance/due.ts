import { earliest, type Instant } from '../calendar/instant.ts';
import type { AssistanceRequest, Outgoing } from './request.ts';

/** The next instant at which something happens by itself, or nothing when only a message can move the request. */
export const dueOfRequest = (request: AssistanceRequest): Instant | undefined => {
  if (request.status === 'ended') return undefined;
  const { reviews, measures } = request;
  return earliest(
    ...reviews.map(({ overdue, clock }) => (overdue ? undefined : clock.dueAt)),
    ...measures.flatMap((measure) => (measure.status === 'inForce' ? [measure.alarmAt, measure.endsAt] : [])),
    ...(request.status === 'exchanging' ? exchangeDues(request.exchange) : []),
  );
};

const exchangeDues = ({ outgoing, ladder }: Extract<AssistanceRequest, { status: 'exchanging' }>['exchange']) => [
  outgoing?.notBefore,
  ladder === undefined || ladder.rung === 'atRest' ? undefined : ladder.nextAt,
];

/** What must go to the unit now. Nothing while it is put off, or waits for a person to find a way. */
export const errandOfRequest = (request: AssistanceRequest, now: Instant): Outgoing | undefined => {
  const outgoing = request.status === 'exchanging' ? request.exchange.outgoing : undefined;
  if (outgoing === undefined) return undefined;
  if (outgoing.notBefore !== undefined) return outgoing.notBefore <= now ? outgoing : undefined;
  return outgoing.withClerk === true ? undefined : outgoing;
};
