import { actionOf, type Action } from '../catalogue/index.ts';
import { dateOf, daysBetween, type Instant } from '../calendar/instant.ts';
import { lastDayOf, leavesMark } from '../measure/measure.ts';
import { assertNever, err, ok, type Result } from '../result.ts';
import { termsOf, type Terms } from '../time-limit/terms.ts';
import { onDelivered, onUndelivered } from './on-delivery.ts';
import { decideOnReply } from './decide-on-reply.ts';
import type { AssistanceEvent } from './events.ts';
import { drawUpOrder } from './order.ts';
import type { Instruction, RequestAct, RequestOccurrence } from './messages.ts';
import {
  awaitsOrder,
  openStepOf,
  stepNoOf,
  type AssistanceRequest,
  type Exchange,
  type Outgoing,
  type StepKind,
  type StepNo,
} from './request.ts';

/** Why a person's act on a request is refused. Facts and timers are never refused. */
export type RequestRefusal =
  { readonly kind: 'requestEnded' } | { readonly kind: 'noReviewPending'; readonly replyNo: string } | { readonly kind: 'nothingToServe' };

type Events = readonly AssistanceEvent[];

/** What follows for a request from whatever befell it. Empty when nothing does, or when only an errand has come due. */
export const decideRequest = (request: AssistanceRequest, occurrence: RequestOccurrence): Result<Events, RequestRefusal> => {
  const terms = termsOf(request.file.lawPack);
  switch (occurrence.type) {
    case 'reply':
      return ok(decideOnReply(request, occurrence, terms));
    case 'instruction':
      return ok(onInstruction(request, occurrence.instruction, occurrence.at));
    case 'act':
      return onAct(request, occurrence.act, occurrence.at);
    case 'due':
      return ok(onDue(request, occurrence.at, terms));
    case 'delivered':
      return ok(onDelivered(request, occurrence, terms));
    case 'undelivered':
      return ok(onUndelivered(request, occurrence, terms));
    default:
      return assertNever(occurrence);
  }
};

const onInstruction = (request: AssistanceRequest, instruction: Instruction, at: Instant): Events => {
  const moot: Events = [{ type: 'InstructionMoot', at, instruction: instruction.kind }];
  if (instruction.kind === 'adopt') return [{ type: 'MovedTo', at, caseId: instruction.caseId, reportTo: instruction.reportTo }];
  if (request.status === 'ended') return moot;
  switch (instruction.kind) {
    case 'order':
      return awaitsOrder(request) ? [step(request, at, 'order', [instruction.paper])] : moot;
    case 'declineOrder':
      return awaitsOrder(request) ? [{ type: 'OrderDeclined', at }] : moot;
    case 'renew':
      return canRenew(request) ? [step(request, at, 'renewal', instruction.papers)] : moot;
    case 'lift':
      return canLift(request) ? [step(request, at, 'lift', instruction.papers)] : moot;
    case 'clear':
      return canClear(request) ? [step(request, at, 'clearing', instruction.papers)] : moot;
    case 'endUrging':
      return kindOf(request) === 'urge' && openStepOf(request) !== 'endOfUrging'
        ? [step(request, at, 'endOfUrging', instruction.papers)]
        : moot;
    case 'withdraw':
      if (request.measures.some(leavesMark)) return moot;
      return [{ type: 'RequestEnded', at, how: kindOf(request) === 'criminal' ? 'chainEnded' : 'withdrawn' }];
    default:
      return assertNever(instruction);
  }
};

const kindOf = (request: AssistanceRequest): Action['kind'] => actionOf(request.file.actionId).kind;

const canRenew = (request: AssistanceRequest): boolean =>
  request.measures.some(({ status }) => status === 'inForce') && openStepOf(request) !== 'renewal' && !isUndoing(request);

/** A lift reaches further than the clearing of what has lapsed, and takes its place. */
const canLift = (request: AssistanceRequest): boolean => kindOf(request) === 'control' && openStepOf(request) !== 'lift';

/** What has come to life again, for the unit renewed it in time and said so late, must not be cleared as if it had lapsed. */
const canClear = (request: AssistanceRequest): boolean => {
  const marks = request.measures.filter(leavesMark);
  return marks.length > 0 && marks.every(({ status }) => status === 'lapsed') && !isUndoing(request);
};

const isUndoing = (request: AssistanceRequest): boolean => openStepOf(request) === 'lift' || openStepOf(request) === 'clearing';

const step = (request: AssistanceRequest, at: Instant, kind: StepKind, papers: Outgoing['papers']): AssistanceEvent => {
  const of = pressedOrUndoneBy(request, kind);
  return { type: 'StepDecided', at, stepNo: stepNoOf(request), step: kind, papers, ...(of !== undefined && { of }) };
};

/** A reminder of a lift presses for the lift, not for what is to be lifted. */
const pressedOrUndoneBy = (request: AssistanceRequest, kind: StepKind): StepNo | undefined => {
  if (kind === 'service') return undefined;
  if (kind === 'reminder' || kind === 'order') return request.status === 'exchanging' ? request.exchange.stepNo : undefined;
  return request.origin?.stepNo;
};

const onAct = (request: AssistanceRequest, act: RequestAct, at: Instant): Result<Events, RequestRefusal> => {
  if (request.status === 'ended') return err({ kind: 'requestEnded' });
  switch (act.kind) {
    case 'answerReview':
      return request.reviews.some(({ replyNo }) => replyNo === act.replyNo)
        ? ok([{ type: 'ReviewAnswered', at, replyNo: act.replyNo, decision: act.decision }])
        : err({ kind: 'noReviewPending', replyNo: act.replyNo });
    case 'serveAgain':
      return serveAgain(request, at);
    default:
      return assertNever(act);
  }
};

/**
 * What the unit sent back, or would not take, goes out as a new step. What no channel could carry is tried again under its old number,
 * for the unit may hold it already and must not act twice.
 */
const serveAgain = (request: AssistanceRequest, at: Instant): Result<Events, RequestRefusal> => {
  const exchange = request.status === 'exchanging' ? request.exchange : undefined;
  const outgoing = exchange?.outgoing;
  if (outgoing?.withClerk === true)
    return ok([
      outgoing.notBefore === undefined
        ? step(request, at, outgoing.step, outgoing.papers)
        : { type: 'DeliveryResumed', at, stepNo: outgoing.stepNo },
    ]);
  return exchange !== undefined && isReturned(exchange)
    ? ok([step(request, at, exchange.step, exchange.papers)])
    : err({ kind: 'nothingToServe' });
};

const isReturned = ({ ladder }: Exchange): boolean => ladder?.rung === 'atRest' && ladder.because === 'returned';

/** What has come due by `at`: one matter a turn, the earliest first, so that every event bears its own day. */
const onDue = (request: AssistanceRequest, at: Instant, terms: Terms): Events => {
  if (request.status === 'ended') return [];
  const reviews = request.reviews.filter(({ overdue, clock }) => !overdue && clock.dueAt <= at);
  if (reviews.length > 0) return reviews.map(({ replyNo }) => ({ type: 'ReviewOverdue', at, replyNo }));

  const lapsed = request.measures.filter((measure) => measure.status === 'inForce' && measure.endsAt <= at);
  if (lapsed.length > 0) return lapsed.map(({ lineNo }) => ({ type: 'MeasureLapsed', at, lineNo }));

  const near = request.measures.flatMap((measure): Events =>
    measure.status === 'inForce' && measure.alarmAt !== undefined && measure.alarmAt <= at
      ? [{ type: 'MeasureEndNear', at, lineNo: measure.lineNo, daysLeft: daysBetween(dateOf(at), lastDayOf(measure.endsAt)) }]
      : [],
  );
  if (near.length > 0) return near;
  return request.status === 'exchanging' ? onLadderDue(request, request.exchange, at, terms) : [];
};

const onLadderDue = (request: AssistanceRequest, exchange: Exchange, at: Instant, terms: Terms): Events => {
  const { ladder, clock, stepNo } = exchange;
  if (ladder === undefined || ladder.rung === 'atRest' || ladder.nextAt === undefined || ladder.nextAt > at) return [];
  const { ladder: kind } = actionOf(request.file.actionId);
  switch (ladder.rung) {
    case 'none': {
      const passed: Events = clock === undefined ? [] : [{ type: 'TermPassed', at, stepNo, clock }];
      if (kind === 'criminal') return [...passed, { type: 'ChainInformed', at, stepNo }];
      return [...passed, step(request, at, 'reminder', exchange.papers)];
    }
    case 'reminded':
      return kind === 'cpl117' ? [drawUpOrder(at, terms)] : [{ type: 'ReportedToOffice', at, stepNo }];
    case 'drawnUp':
      return [{ type: 'OrderAwaitsSignature', at }];
    case 'ordered':
      return [{ type: 'OrderIgnored', at, stepNo }];
    default:
      return assertNever(ladder);
  }
};
