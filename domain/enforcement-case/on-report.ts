import type { Instant } from '../calendar/instant.ts';
import { actionOf } from '../catalogue/index.ts';
import type { Answer } from '../assistance/answer.ts';
import type { Report, ReportContent } from '../assistance/messages.ts';
import { isChainOver, type ReferralNo, type ReferralReport } from '../referral/referral.ts';
import type { EnforcementCase, RequestOfCase } from './case.ts';
import { drawUpAfter, type Draft } from './draw-up.ts';
import type { CaseEvent } from './events.ts';
import { evolveCase } from './evolve.ts';
import { servesReferral } from './refer.ts';
import { clearingDraft, isToldToUndo, mootDrafts, undoDraft } from './release.ts';
import { instruct } from './sign.ts';

/** What a request tells its case, and what the case proposes because of it. A repeated report changes nothing. */
export const onReport = (book: EnforcementCase, report: Report, at: Instant): readonly CaseEvent[] => {
  const taken: CaseEvent = { type: 'ReportTaken', at, report };
  const before = requestIn(book, report.requestNo);
  if (before === undefined || report.upTo <= before.upTo || book.status === 'closed') return [taken];
  const found = report.contents.flatMap((content) => propertiesIn(content, before, book, at));
  const heard = [taken, ...found, ...planFor(found, before, book, at)];
  const after = requestIn(heard.reduce(evolveCase, book), report.requestNo) ?? before;
  return drawUpAfter(book, [...heard, ...mootDrafts(book, after, report, at)], at, (now) => {
    const request = requestIn(now, report.requestNo);
    return request === undefined ? [] : [...ordersIn(report, request, now), ...leftovers(now, request)];
  });
};

const requestIn = (book: EnforcementCase, requestNo: RequestOfCase['requestNo']): RequestOfCase | undefined =>
  book.requests.find((request) => request.requestNo === requestNo);

/** A thing that two registers show, or one shows twice, is found once. */
const propertiesIn = (content: ReportContent, { subject }: RequestOfCase, book: EnforcementCase, at: Instant): readonly CaseEvent[] =>
  content.kind === 'answered' && isRecords(content.answer)
    ? content.answer.properties
        .filter(({ propertyId }) => !book.properties.some((known) => known.propertyId === propertyId && known.owner === subject))
        .map(({ propertyId, type }) => ({ type: 'PropertyFound', at, property: { propertyId, type, owner: subject } }))
    : [];

const isRecords = (answer: Answer): answer is Extract<Answer, { kind: 'records' }> => answer.kind === 'records';

/** What is found while the debt stands is to be held; after performance it is only noted. */
const planFor = (found: readonly CaseEvent[], request: RequestOfCase, book: EnforcementCase, at: Instant): readonly CaseEvent[] => {
  const properties = found.flatMap((event) => (event.type === 'PropertyFound' ? [event.property.propertyId] : []));
  if (properties.length === 0 || book.status !== 'open') return [];
  return [{ type: 'PlanAsked', at, planning: { trigger: 'propertyFound', subjects: [request.subject], properties } }];
};

/** Once everything is paid, a unit is ordered only to let go. */
const ordersIn = (report: Report, request: RequestOfCase, book: EnforcementCase): readonly Draft[] =>
  book.status === 'open' || isToldToUndo(book, request)
    ? report.contents.flatMap((content) =>
        content.kind === 'orderDrawnUp'
          ? [{ purpose: { kind: 'order', requestNo: report.requestNo }, papers: ['orderToAssist'] } satisfies Draft]
          : [],
      )
    : [];

/** A mark that lapsed is to be cleared at once; one that was entered after performance is to be lifted at once. */
const leftovers = (book: EnforcementCase, request: RequestOfCase): readonly Draft[] => {
  if (actionOf(request.actionId).kind !== 'control' || request.measures.length === 0) return [];
  return book.status === 'satisfied' ? undoDraft(request, 'performed') : clearingDraft(request);
};

/**
 * What the criminal chain tells its case: silence and refusal of the police draw up the letter to the procuratorate, once; when the
 * chain is over, what is still asked in it is asked no longer.
 */
export const onReferralReport = (book: EnforcementCase, report: ReferralReport, at: Instant): readonly CaseEvent[] => {
  const taken: CaseEvent = { type: 'ReferralReportTaken', at, report };
  const { referralNo } = report;
  const referral = book.referrals.find((known) => known.referralNo === referralNo);
  if (referral === undefined || report.upTo <= referral.upTo || book.status === 'closed') return [taken];
  if (isChainOver(report.standing)) return [taken, ...endOfChain(book, referralNo, at)];
  if (!report.asksSupervision || isSupervisionUnderWay(book, referralNo)) return [taken];
  const planning = { trigger: 'policeDidNotFile', subjects: [referral.debtor], properties: [], referral: referralNo } as const;
  return [taken, { type: 'PlanAsked', at, planning }];
};

const endOfChain = (book: EnforcementCase, referralNo: ReferralNo, at: Instant): readonly CaseEvent[] => [
  ...book.proposals
    .filter(({ purpose }) => servesReferral(purpose, referralNo))
    .map(({ proposalId }): CaseEvent => ({ type: 'ProposalWithdrawn', at, proposalId })),
  ...book.requests
    .filter(({ referral, ended }) => referral === referralNo && ended === undefined)
    .map(({ requestNo }) => instruct(requestNo, { kind: 'withdraw' }, at)),
];

const isSupervisionUnderWay = (book: EnforcementCase, referralNo: ReferralNo): boolean =>
  book.requests.some(({ actionId, referral }) => actionId === 'C09-2' && referral === referralNo) ||
  book.planning.some(({ trigger, referral }) => trigger === 'policeDidNotFile' && referral === referralNo) ||
  book.proposals.some(
    ({ purpose }) => purpose.kind === 'request' && purpose.file.actionId === 'C09-2' && servesReferral(purpose, referralNo),
  );
