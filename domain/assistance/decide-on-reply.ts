import { actionOf } from '../catalogue/index.ts';
import type { Instant } from '../calendar/instant.ts';
import { leavesMark } from '../measure/measure.ts';
import type { Terms } from '../time-limit/terms.ts';
import { outcomeOf, type Answer, type RegisteredLine } from './answer.ts';
import { isAsked } from './asked.ts';
import { enteredLine, linesAbout, renewedLine } from './entered-line.ts';
import { evolveRequest } from './evolve.ts';
import type { AssistanceEvent } from './events.ts';
import type { Reply } from './messages.ts';
import { drawUpOrder } from './order.ts';
import type { AssistanceRequest, Ending } from './request.ts';

type Events = readonly AssistanceEvent[];

/**
 * Takes in what a unit says. Nothing is lost: a repeat is noted, and what was not asked, or comes after the end, is kept on file.
 *
 * @see domain.md §4.5; plan §五(三): a review suggestion is recorded and never stops the clock
 */
export const decideOnReply = (request: AssistanceRequest, reply: Reply, terms: Terms): Events => {
  const { at, replyNo, answer } = reply;
  if (reply.unit !== request.file.unit) return keepOnFile(reply, 'otherUnit');
  if (request.replies.includes(replyNo)) return [{ type: 'ReplyRepeated', at, replyNo }];
  if (request.status === 'ended') return keepOnFile(reply, 'requestEnded');
  if (!isAsked(request, answer)) return keepOnFile(reply, 'notAsked');
  if (answer.kind === 'reviewSuggested') return [{ type: 'ReviewSuggested', at, replyNo, clock: terms.clock('T41', at) }];

  const received: AssistanceEvent = {
    type: 'AnswerReceived',
    at,
    replyNo,
    stepNo: reply.stepNo,
    answer,
    outcome: outcomeOf(answer),
    late: isLate(request, at),
  };
  return [received, ...consequences(evolveRequest(request, received), answer, at, terms)];
};

const keepOnFile = (
  { at, replyNo, stepNo, answer }: Reply,
  because: Extract<AssistanceEvent, { type: 'ReplyKeptOnFile' }>['because'],
): Events => [{ type: 'ReplyKeptOnFile', at, replyNo, stepNo, answer: answer.kind, because }];

const isLate = (request: AssistanceRequest, at: Instant): boolean => {
  if (request.status !== 'exchanging') return false;
  const { clock, termPassed } = request.exchange;
  return termPassed === true || (clock !== undefined && at >= clock.dueAt);
};

const consequences = (request: AssistanceRequest, answer: Answer, at: Instant, terms: Terms): Events => {
  switch (answer.kind) {
    case 'records':
    case 'noRecord':
    case 'noticeToFile':
    case 'reasonsHold':
      return end(at, 'answered');
    case 'caseFiled':
      return end(at, 'chainEnded');
    case 'notControlled':
      return request.measures.some(leavesMark) ? close(request, at) : end(at, 'notControlled');
    case 'urged':
    case 'noted':
    case 'caseNotFiled':
      return close(request, at);
    case 'caseComplex':
      return extend(request, at, terms);
    case 'reasonsRequested':
      return giveReasons(request, at, terms);
    case 'registered': {
      const asked = answer.lines.filter(({ lineNo }) => request.file.lines.some((line) => line.lineNo === lineNo));
      return settle(
        request,
        at,
        enter('MeasureRegistered', asked, at, (line) => enteredLine(request, line, at, terms)),
      );
    }
    case 'promoted': {
      const waited = linesAbout(request, answer.lines, 'waiting');
      return enter('MeasurePromoted', waited, at, (line) => enteredLine(request, line, at, terms));
    }
    case 'renewed': {
      const held = linesAbout(request, answer.lines, 'inForce', 'lapsed');
      return settle(
        request,
        at,
        enter('MeasureRenewed', held, at, (line) => renewedLine(request, line, at, terms)),
      );
    }
    case 'lifted':
    case 'markCleared':
      return settle(
        request,
        at,
        answer.lines.flatMap((lineNo) => undo(request, lineNo, at)),
      );
    case 'refused':
      return refused(request, at, terms);
    default:
      return [];
  }
};

const end = (at: Instant, how: Ending): Events => [{ type: 'RequestEnded', at, how }];

const close = (request: AssistanceRequest, at: Instant): Events =>
  request.status === 'exchanging' ? [{ type: 'ExchangeClosed', at, step: request.exchange.step }] : [];

/** Police have thirty days instead of seven only if they say so within the seven. @see RJ25 5 */
const extend = (request: AssistanceRequest, at: Instant, terms: Terms): Events => {
  if (request.status !== 'exchanging' || request.servedAt === undefined) return [];
  const { clock, stepNo, ladder } = request.exchange;
  if (clock?.limitId !== 'T55' || at >= clock.dueAt || ladder?.rung === 'atRest') return [];
  const longer = terms.clock('T55-complex', request.servedAt);
  return [{ type: 'TermExtended', at, stepNo, clock: longer, nextAt: longer.dueAt }];
};

/** The procuratorate has set the police a term of their own; the court waits for its end. @see CrPL 113; PSR 182 */
const giveReasons = (request: AssistanceRequest, at: Instant, terms: Terms): Events => {
  if (request.status !== 'exchanging') return [];
  const clock = terms.clock('T57a', at);
  return [{ type: 'TermExtended', at, stepNo: request.exchange.stepNo, clock, nextAt: terms.reminderAt(clock) }];
};

/** A refused assistance goes straight to the order; other bodies owe no obedience, and their refusal is the office's to discuss. */
const refused = (request: AssistanceRequest, at: Instant, terms: Terms): Events => {
  if (request.status !== 'exchanging') return [];
  const { ladder: kind } = actionOf(request.file.actionId);
  const { ladder, stepNo } = request.exchange;
  const isOrdered = ladder?.rung === 'drawnUp' || ladder?.rung === 'ordered' || isAtRest(ladder, 'orderIgnored');
  if (kind === 'cpl117') return isOrdered ? [] : [drawUpOrder(at, terms)];
  return kind === 'office' && !isAtRest(ladder, 'reportedToOffice') ? [{ type: 'ReportedToOffice', at, stepNo }] : [];
};

type Ladder = Extract<AssistanceRequest, { status: 'exchanging' }>['exchange']['ladder'];

const isAtRest = (ladder: Ladder, because: 'orderIgnored' | 'reportedToOffice'): boolean =>
  ladder?.rung === 'atRest' && ladder.because === because;

const enter = (
  type: 'MeasureRegistered' | 'MeasurePromoted' | 'MeasureRenewed',
  lines: readonly RegisteredLine[],
  at: Instant,
  asHeld: (line: RegisteredLine) => RegisteredLine,
): Events => lines.map((line) => ({ type, at, line: asHeld(line) }));

const undo = (request: AssistanceRequest, lineNo: number, at: Instant): Events => {
  const measure = request.measures.find((candidate) => candidate.lineNo === lineNo);
  if (measure === undefined || !leavesMark(measure)) return [];
  return [{ type: measure.status === 'lapsed' ? 'MarkCleared' : 'MeasureLifted', at, lineNo }];
};

/** Closes the exchange once every line it was about has been answered, and the request once nothing of it is left anywhere. */
const settle = (request: AssistanceRequest, at: Instant, changes: Events): Events => {
  const after = changes.reduce(evolveRequest, request);
  if (after.status !== 'exchanging') return changes;
  switch (after.exchange.step) {
    case 'service':
      return after.measures.length === after.file.lines.length ? [...changes, ...close(after, at)] : changes;
    case 'renewal':
      return changes.length > 0 && !awaitsRenewal(after) ? [...changes, ...close(after, at)] : changes;
    case 'lift':
    case 'clearing':
      return after.measures.some(leavesMark) || changes.some(({ type }) => type === 'MeasureRegistered')
        ? changes
        : [...changes, ...end(at, 'lifted')];
    case 'endOfUrging':
      return changes;
  }
};

const awaitsRenewal = (request: AssistanceRequest): boolean =>
  request.status === 'exchanging' &&
  request.measures.some(({ lineNo, status }) => status === 'inForce' && request.exchange.toRenew?.includes(lineNo) === true);
