import { actionOf, type Action } from '../catalogue/index.ts';
import { addMs } from '../calendar/instant.ts';
import type { Terms } from '../time-limit/terms.ts';
import type { LimitId } from '../time-limit/time-limit.ts';
import type { Channel } from '../unit/unit.ts';
import type { AssistanceEvent } from './events.ts';
import type { RequestOccurrence } from './messages.ts';
import type { AssistanceRequest, Outgoing, StepKind } from './request.ts';

type Events = readonly AssistanceEvent[];

/** What follows when a unit holds a step: from then on its term runs. @see SFF 1 */
export const onDelivered = (
  request: AssistanceRequest,
  delivery: Extract<RequestOccurrence, { readonly type: 'delivered' }>,
  terms: Terms,
): Events => {
  const outgoing = outgoingOf(request);
  if (outgoing === undefined) return [];
  const { at, channel, receiptNo } = delivery;
  const { step: kind, stepNo } = outgoing;
  const delivered = { type: 'StepDelivered', at, stepNo, step: kind, channel, receiptNo } as const;
  if (kind === 'endOfUrging') return [delivered, { type: 'RequestEnded', at, how: 'urgingEnded' }];
  if (kind === 'reminder') return [{ ...delivered, nextAt: terms.rungAt(at) }];
  const action = actionOf(request.file.actionId);
  const clock = terms.clock(termFor(kind, action, channel), at);
  return [{ ...delivered, clock, nextAt: action.ladder === 'criminal' ? clock.dueAt : terms.reminderAt(clock) }];
};

const termFor = (step: Exclude<StepKind, 'reminder' | 'endOfUrging'>, action: Action, channel: Channel): LimitId => {
  const carrier = channel === 'paper' ? 'paper' : 'electronic';
  const limits: Record<typeof step, LimitId> = {
    service: action.term[carrier],
    renewal: action.term[carrier],
    order: 'D-order',
    lift: 'D-lift',
    clearing: 'D-lift',
  };
  return limits[step];
};

/**
 * What follows when a channel failed: again, then the unit's next channel, then a person is asked to find a way while the court goes on
 * trying every working morning.
 */
export const onUndelivered = (
  request: AssistanceRequest,
  { at, channel, failure, permanent }: Extract<RequestOccurrence, { readonly type: 'undelivered' }>,
  terms: Terms,
): Events => {
  const outgoing = outgoingOf(request);
  if (outgoing === undefined) return [];
  const { stepNo, failures } = outgoing;
  const nextChannel = (outgoing.channel + 1) % request.file.channels.length;
  const exhausted = nextChannel === 0;
  if (permanent && exhausted) return [{ type: 'DeliveryLeftToClerk', at, stepNo, failure }];
  if (permanent) return [{ type: 'DeliveryFailed', at, stepNo, channel, failure, retryAt: at, nextChannel }];
  if (failures + 1 >= patience.attemptsPerChannel * Math.max(2, request.file.channels.length) && exhausted)
    return [{ type: 'DeliveryLeftToClerk', at, stepNo, failure, retryAt: terms.nextMorning(at) }];
  const turn = (failures + 1) % patience.attemptsPerChannel === 0;
  const wait = patience.waitsMinutes[Math.min(failures, patience.waitsMinutes.length - 1)] ?? 60;
  return [
    {
      type: 'DeliveryFailed',
      at,
      stepNo,
      channel,
      failure,
      retryAt: addMs(at, wait * 60_000),
      nextChannel: turn ? nextChannel : outgoing.channel,
    },
  ];
};

/** How long the court tries by itself before a person is asked to find a way; the trying goes on every working morning. [DESIGN] */
const patience = { waitsMinutes: [10, 60, 240], attemptsPerChannel: 3 } as const;

const outgoingOf = (request: AssistanceRequest): Outgoing | undefined =>
  request.status === 'exchanging' ? request.exchange.outgoing : undefined;
