import { actionOf } from '../catalogue/index.ts';
import { addMs, dateOf } from '../calendar/instant.ts';
import { lastDayOf } from '../measure/measure.ts';
import type { ProcessKind, ProcessMessage } from '../process/process.ts';
import type { Standing } from '../ports/reader.ts';
import { assertNever } from '../result.ts';
import { decideRequest, type RequestRefusal } from './decide.ts';
import { dueOfRequest, errandOfRequest } from './due.ts';
import type { AssistanceEvent } from './events.ts';
import { evolveRequest, replayRequest } from './evolve.ts';
import type { RequestOccurrence } from './messages.ts';
import { reportOfRequest } from './report.ts';
import { requestEventInWords } from './words.ts';
import type { AssistanceRequest, Ending, Exchange, OpeningStep } from './request.ts';

/** The workflow that owns a request. */
export const requestAddress = (requestNo: string): string => `request/${requestNo}`;

/** An assistance request as a process. */
export const requestProcess: ProcessKind<AssistanceRequest, AssistanceEvent, RequestOccurrence, RequestRefusal> = {
  name: 'request',
  replay: replayRequest,
  evolve: evolveRequest,
  decide: decideRequest,
  dueOf: dueOfRequest,
  errandOf: (request, now) => {
    const outgoing = errandOfRequest(request, now);
    if (outgoing === undefined) return undefined;
    return { kind: 'deliver', outgoing, file: request.file, ...(outgoing.of !== undefined && { originalStepNo: outgoing.of }) };
  },
  standingOf,
  messagesOf: (request, events, line): readonly ProcessMessage[] => {
    const report = reportOfRequest(request, events, line + events.length - 1);
    if (report === undefined) return [];
    const { requestNo, reportTo } = events.reduce(evolveRequest, request).file;
    return reportTo.map((to) => ({ id: `${requestNo}#${report.upTo}>${to}`, to, signal: 'report', at: report.at, body: report }));
  },
  birthsOf: () => [],
  inWords: requestEventInWords,
  listingOf: ({ file }) => ({
    workflowId: requestAddress(file.requestNo),
    caseId: file.caseId,
    court: file.court,
    unit: file.unit,
    actionId: file.actionId,
  }),
};

function standingOf(request: AssistanceRequest): Standing {
  const what = `${request.file.actionId} ${actionOf(request.file.actionId).title}`;
  switch (request.status) {
    case 'ended':
      return { phase: request.how, awaiting: 'nobody', details: `${what}：${endingInWords[request.how]}。`, ended: true };
    case 'standing':
      return {
        phase: 'standing',
        awaiting: awaitsJudge(request) ? 'judge' : 'nobody',
        details: `${what}：${standsInWords(request)}`,
        ended: false,
      };
    case 'exchanging':
      return { ...exchangeStanding(request.exchange, what), ended: false };
    default:
      return assertNever(request);
  }
}

const awaitsJudge = (request: AssistanceRequest): boolean => request.reviews.length > 0;

const exchangeStanding = ({ step, outgoing, ladder, clock }: Exchange, what: string): Omit<Standing, 'ended'> => {
  const asked = `${what}：${stepInWords[step]}`;
  const by = clock === undefined ? '' : `，应于${clock.lastDay}前答复`;
  if (outgoing?.withClerk === true) return { phase: 'undeliverable', awaiting: 'clerk', details: `${asked}未能送达，请书记员处理。` };
  if (outgoing !== undefined) return { phase: 'serving', awaiting: 'unit', details: `${asked}正在送达。` };
  if (ladder === undefined) return { phase: 'served', awaiting: 'unit', details: `${asked}已送达。` };
  switch (ladder.rung) {
    case 'none':
      return { phase: 'awaitingAnswer', awaiting: 'unit', details: `${asked}已送达${by}。` };
    case 'reminded':
      return { phase: 'reminded', awaiting: 'unit', details: `${asked}逾期未复，已催办。` };
    case 'ordered':
      return { phase: 'ordered', awaiting: 'unit', details: `${asked}逾期未办，已责令协助履行${by}。` };
    case 'drawnUp':
      return { phase: 'orderDrawnUp', awaiting: 'bureauHead', details: `${asked}逾期未办，责令协助履行通知书待执行局长签发。` };
    case 'atRest':
      return restStanding(ladder.because, asked);
    default:
      return assertNever(ladder);
  }
};

const restStanding = (
  because: Extract<NonNullable<Exchange['ladder']>, { rung: 'atRest' }>['because'],
  asked: string,
): Omit<Standing, 'ended'> => {
  switch (because) {
    case 'returned':
      return { phase: 'returned', awaiting: 'clerk', details: `${asked}被退回补正，请书记员重新送达。` };
    case 'orderDeclined':
      return { phase: 'orderDeclined', awaiting: 'judge', details: `${asked}逾期未办，局长未签发责令书，请法官研究下一步。` };
    case 'orderIgnored':
      return { phase: 'orderIgnored', awaiting: 'judge', details: `${asked}经责令仍未办理，请法官决定是否罚款、拘留或者提出司法建议。` };
    case 'reportedToOffice':
      return { phase: 'reportedToOffice', awaiting: 'unit', details: `${asked}催办无果，已列入领导小组办公室督办清单。` };
    case 'chainInformed':
      return { phase: 'chainInformed', awaiting: 'unit', details: `${asked}期限届满未见书面答复，已转入立案监督程序。` };
    default:
      return assertNever(because);
  }
};

const standsInWords = ({ measures, file }: AssistanceRequest): string => {
  if (actionOf(file.actionId).kind !== 'control') return '已答复，督促持续至履行完毕。';
  return `${measures
    .map((measure) => {
      switch (measure.status) {
        case 'inForce':
          return `第${measure.lineNo}项查封至${lastDayOf(measure.endsAt)}`;
        case 'waiting':
          return `第${measure.lineNo}项轮候第${measure.rank}位`;
        case 'lapsed':
          return `第${measure.lineNo}项已于${dateOf(addMs(measure.endedAt, -1))}届满失效${measure.cleared ? '' : '，登记尚未涂销'}`;
        case 'lifted':
          return `第${measure.lineNo}项已解除`;
        default:
          return assertNever(measure);
      }
    })
    .join('；')}。`;
};

const stepInWords: Record<OpeningStep, string> = {
  service: '协助要求',
  renewal: '续行查封',
  lift: '解除',
  clearing: '涂销失效登记',
  endOfUrging: '督促终止函',
};

const endingInWords: Record<Ending, string> = {
  answered: '已答复',
  notControlled: '未能控制',
  lifted: '已全部解除',
  urgingEnded: '督促已终止',
  withdrawn: '已撤回',
  chainEnded: '移送程序已终结',
};
