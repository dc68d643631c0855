import type { AssistanceEvent } from './events.ts';
import type { Report, ReportContent } from './messages.ts';
import { evolveRequest } from './evolve.ts';
import { awaitsOrder, type AssistanceRequest } from './request.ts';

/**
 * What the events of one turn mean to the case, and to the referral the request serves; nothing when they need not know.
 *
 * @param request the request before the events
 * @param upTo the number of the last event, by which a repeated report is known
 */
export const reportOfRequest = (request: AssistanceRequest, events: readonly AssistanceEvent[], upTo: number): Report | undefined => {
  const last = events.at(-1);
  const after = events.reduce(evolveRequest, request);
  const moot: readonly ReportContent[] = awaitsOrder(request) && !awaitsOrder(after) && !isOrdered(events) ? [{ kind: 'orderMoot' }] : [];
  const told = [...events.flatMap(contentOf), ...moot];
  const contents = events.some(({ type }) => changesMeasures.has(type))
    ? [...told, { kind: 'measures', measures: after.measures } as const]
    : told;
  if (last === undefined || contents.length === 0) return undefined;
  return { requestNo: request.file.requestNo, actionId: request.file.actionId, upTo, at: last.at, contents };
};

const isOrdered = (events: readonly AssistanceEvent[]): boolean =>
  events.some((event) => event.type === 'StepDecided' && event.step === 'order');

const contentOf = (event: AssistanceEvent): readonly ReportContent[] => {
  switch (event.type) {
    case 'StepDelivered':
      return event.step === 'service' ? [{ kind: 'served', at: event.at }] : [];
    case 'AnswerReceived':
      return [{ kind: 'answered', answer: event.answer }];
    case 'OrderDrawnUp':
      return [{ kind: 'orderDrawnUp' }];
    case 'ChainInformed':
      return [{ kind: 'chainSilent' }];
    case 'RequestEnded':
      return [{ kind: 'ended', how: event.how }];
    default:
      return [];
  }
};

const changesMeasures: ReadonlySet<AssistanceEvent['type']> = new Set([
  'MeasureRegistered',
  'MeasurePromoted',
  'MeasureRenewed',
  'MeasureLapsed',
  'MeasureLifted',
  'MarkCleared',
]);
