import type { Measure } from '../measure/measure.ts';
import { assertNever } from '../result.ts';
import { cleared, lapsed, lifted, rearm, withLine } from './evolve-measure.ts';
import type { AssistanceEvent } from './events.ts';
import type { AssistanceRequest, Exchange, Ladder, Outgoing } from './request.ts';

type Opening = Extract<AssistanceEvent, { readonly type: 'RequestOpened' }>;
type EventOf<Type extends AssistanceEvent['type']> = Extract<AssistanceEvent, { readonly type: Type }>;

/** The state of a request after everything that was recorded of it. */
export const replayRequest = ([opening, ...rest]: readonly AssistanceEvent[]): AssistanceRequest => {
  if (opening?.type !== 'RequestOpened') throw new Error('A request begins with RequestOpened');
  return rest.reduce(evolveRequest, openRequest(opening));
};

const openRequest = ({ file, at }: Opening): AssistanceRequest => ({
  status: 'standing',
  file,
  openedAt: at,
  steps: 0,
  measures: [],
  reviews: [],
  replies: [],
});

/** What one recorded event makes of a request. Total: an event that changes nothing says so. */
export const evolveRequest = (request: AssistanceRequest, event: AssistanceEvent): AssistanceRequest => {
  switch (event.type) {
    case 'RequestOpened':
      return openRequest(event);
    case 'StepDecided':
      return takeStep(request, event);
    case 'StepDelivered':
      return delivered(request, event);
    case 'DeliveryFailed':
      return changeOutgoing(request, (outgoing) => putOff(outgoing, event));
    case 'DeliveryLeftToClerk':
      return changeOutgoing(request, (outgoing) => leaveToClerk(outgoing, event));
    case 'DeliveryResumed':
      return changeOutgoing(request, resume);
    case 'AnswerReceived':
      return answered(request, event);
    case 'TermExtended':
      return inExchange(request, ({ termPassed: _over, ...exchange }) => ({
        ...exchange,
        clock: event.clock,
        ladder: { rung: 'none', nextAt: event.nextAt },
      }));
    case 'TermPassed':
      return inExchange(request, (exchange) => ({ ...exchange, termPassed: true }));
    case 'OrderDrawnUp':
      return climb(request, { rung: 'drawnUp', nextAt: event.nextAt });
    case 'OrderAwaitsSignature':
      return climb(request, { rung: 'drawnUp' });
    case 'OrderDeclined':
      return climb(request, { rung: 'atRest', because: 'orderDeclined' });
    case 'OrderIgnored':
      return climb(request, { rung: 'atRest', because: 'orderIgnored' });
    case 'ReportedToOffice':
      return climb(request, { rung: 'atRest', because: 'reportedToOffice' });
    case 'ChainInformed':
      return climb(request, { rung: 'atRest', because: 'chainInformed' });
    case 'ReviewSuggested':
      return suggested(request, event);
    case 'ReviewOverdue':
      return {
        ...request,
        reviews: request.reviews.map((review) => (review.replyNo === event.replyNo ? { ...review, overdue: true } : review)),
      };
    case 'ReviewAnswered':
      return { ...request, reviews: request.reviews.filter(({ replyNo }) => replyNo !== event.replyNo) };
    case 'ReplyKeptOnFile':
      // Numbers are a unit's own: another unit's must not make this one's next reply look like a repeat.
      return event.because === 'otherUnit' ? request : withReply(request, event.replyNo);
    case 'MeasureRegistered':
    case 'MeasurePromoted':
      return { ...request, measures: withLine(request.measures, request.file.lines, event.line, event.at) };
    case 'MeasureRenewed':
      return renewed({ ...request, measures: withLine(request.measures, request.file.lines, event.line, event.at) }, event.line.lineNo);
    case 'MeasureEndNear':
      return changeMeasure(request, event.lineNo, (measure) => rearm(measure, event.at));
    case 'MeasureLapsed':
      return changeMeasure(request, event.lineNo, (measure) => lapsed(measure, event.at));
    case 'MeasureLifted':
      return changeMeasure(request, event.lineNo, (measure) => lifted(measure, event.at));
    case 'MarkCleared':
      return changeMeasure(request, event.lineNo, cleared);
    case 'MovedTo':
      return { ...request, file: { ...request.file, caseId: event.caseId, reportTo: event.reportTo } };
    case 'ExchangeClosed':
      return { ...withoutExchange(request), status: 'standing' };
    case 'RequestEnded':
      return { ...withoutExchange(request), status: 'ended', how: event.how, endedAt: event.at };
    case 'InstructionMoot':
    case 'ReplyRepeated':
      return request;
    default:
      return assertNever(event);
  }
};

const takeStep = (request: AssistanceRequest, { step, stepNo, papers, of }: EventOf<'StepDecided'>): AssistanceRequest => {
  const outgoing = { stepNo, step, papers, channel: 0, failures: 0, ...(of !== undefined && { of }) };
  const steps = request.steps + 1;
  if (step === 'reminder' || step === 'order')
    return { ...inExchange(request, (exchange) => ({ ...withoutHurry(exchange), outgoing })), steps };
  const exchange = { step, stepNo, papers, outgoing, ...(step === 'renewal' && { toRenew: linesInForce(request) }) };
  const opened = { ...withoutExchange(request), steps, status: 'exchanging', exchange } as const;
  return step === 'service' ? { ...opened, origin: { stepNo } } : opened;
};

/** While pressure is on its way to the unit, no further pressure comes due. */
const withoutHurry = (exchange: Exchange): Exchange =>
  exchange.ladder === undefined || exchange.ladder.rung === 'atRest' ? exchange : { ...exchange, ladder: { rung: exchange.ladder.rung } };

const linesInForce = ({ measures }: AssistanceRequest): readonly number[] =>
  measures.filter(({ status }) => status === 'inForce').map(({ lineNo }) => lineNo);

const delivered = (request: AssistanceRequest, event: EventOf<'StepDelivered'>): AssistanceRequest => {
  const after = inExchange(request, ({ outgoing: _gone, ...exchange }) => ({
    ...exchange,
    ...(event.clock !== undefined && { clock: event.clock }),
    ...(event.nextAt !== undefined &&
      climbsOn(exchange.ladder, event.step) && { ladder: { rung: rungAfter(event.step), nextAt: event.nextAt } }),
  }));
  return event.step === 'service' ? { ...after, servedAt: event.at } : after;
};

/** An answer may overtake a delivery; what it has set going, or put to rest, the delivery does not undo. */
const climbsOn = (ladder: Ladder | undefined, step: EventOf<'StepDelivered'>['step']): boolean => {
  if (step === 'reminder') return ladder?.rung === 'none';
  return step === 'order' ? ladder?.rung === 'drawnUp' : ladder === undefined;
};

const rungAfter = (step: EventOf<'StepDelivered'>['step']): 'none' | 'reminded' | 'ordered' =>
  step === 'reminder' ? 'reminded' : step === 'order' ? 'ordered' : 'none';

const changeOutgoing = (request: AssistanceRequest, change: (outgoing: Outgoing) => Outgoing): AssistanceRequest =>
  inExchange(request, (exchange) => (exchange.outgoing === undefined ? exchange : { ...exchange, outgoing: change(exchange.outgoing) }));

const putOff = (outgoing: Outgoing, { retryAt, nextChannel }: EventOf<'DeliveryFailed'>): Outgoing => ({
  ...outgoing,
  channel: nextChannel,
  failures: outgoing.failures + 1,
  notBefore: retryAt,
});

const answered = (request: AssistanceRequest, { answer, replyNo }: EventOf<'AnswerReceived'>): AssistanceRequest => {
  const heard = withReply(request, replyNo);
  if (answer.kind === 'refused') return withoutReminder(inExchange(heard, (exchange) => ({ ...exchange, refused: true })));
  if (answer.kind === 'returned' || answer.kind === 'identityMismatch')
    return withoutReminder(climb(heard, { rung: 'atRest', because: 'returned' }));
  return heard;
};

/** Whoever has refused or sent back need not be reminded any more. */
const withoutReminder = (request: AssistanceRequest): AssistanceRequest =>
  inExchange(request, (exchange) => {
    if (exchange.outgoing?.step !== 'reminder') return exchange;
    const { outgoing: _needless, ...rest } = exchange;
    return rest;
  });

const climb = (request: AssistanceRequest, ladder: Ladder): AssistanceRequest =>
  inExchange(request, (exchange) => ({ ...exchange, ladder }));

const leaveToClerk = ({ notBefore: _none, ...outgoing }: Outgoing, { retryAt }: EventOf<'DeliveryLeftToClerk'>): Outgoing => ({
  ...outgoing,
  failures: outgoing.failures + 1,
  withClerk: true,
  ...(retryAt !== undefined && { notBefore: retryAt }),
});

const resume = ({ notBefore: _none, withClerk: _taken, ...outgoing }: Outgoing): Outgoing => ({ ...outgoing, channel: 0, failures: 0 });

const inExchange = (request: AssistanceRequest, change: (exchange: Exchange) => Exchange): AssistanceRequest =>
  request.status === 'exchanging' ? { ...request, exchange: change(request.exchange) } : request;

const withReply = (request: AssistanceRequest, replyNo: string): AssistanceRequest => ({
  ...request,
  replies: [...request.replies, replyNo].slice(-rememberedReplies),
});

/** The record knows every reply for ever; the state remembers enough to recognise what a network repeats. */
const rememberedReplies = 50;

const withoutExchange = (request: AssistanceRequest): AssistanceRequest => {
  if (request.status !== 'exchanging') return request;
  const { exchange: _closed, ...rest } = request;
  return { ...rest, status: 'standing' };
};

const suggested = (request: AssistanceRequest, { replyNo, clock }: EventOf<'ReviewSuggested'>): AssistanceRequest => ({
  ...withReply(request, replyNo),
  reviews: [...request.reviews, { replyNo, clock, overdue: false }],
});

const renewed = (request: AssistanceRequest, lineNo: number): AssistanceRequest =>
  inExchange(request, (exchange) =>
    exchange.toRenew === undefined ? exchange : { ...exchange, toRenew: exchange.toRenew.filter((line) => line !== lineNo) },
  );

const changeMeasure = (request: AssistanceRequest, lineNo: number, change: (measure: Measure) => Measure): AssistanceRequest => ({
  ...request,
  measures: request.measures.map((measure) => (measure.lineNo === lineNo ? change(measure) : measure)),
});
