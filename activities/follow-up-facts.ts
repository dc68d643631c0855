import { actionOf, type Action } from '../domain/catalogue/index.ts';
import type { RequestOfCase } from '../domain/enforcement-case/case.ts';
import type { LiftGround, Proposal } from '../domain/enforcement-case/proposal.ts';
import type { DossierReader } from '../domain/ports/dossier.ts';
import { assertNever } from '../domain/result.ts';
import { termsOf } from '../domain/time-limit/terms.ts';
import type { LimitId } from '../domain/time-limit/time-limit.ts';
import type { CommonFacts, PaperFacts } from '../documents/facts.ts';
import type { Commission } from './commission.ts';
import { earlierPaper } from './earlier-paper.ts';
import { addressed, matterOf, objectsOf, rulingOf } from './matter.ts';

/** What the papers that follow up a running request say: order, renewal, lift, clearing, end of urging. */
export const followUpFacts = async (
  commission: Commission,
  common: CommonFacts,
  purpose: Exclude<Proposal['purpose'], { kind: 'request' | 'noticeToDebtor' }>,
  dossier: DossierReader,
): Promise<PaperFacts> => {
  const { book, paper, at } = commission;
  const request = book.requests.find(({ requestNo }) => requestNo === purpose.requestNo);
  if (request === undefined) throw new Error(`Request ${purpose.requestNo} is not of case ${book.file.caseId}`);
  const matter = matterOf(book, request);
  const action = actionOf(request.actionId);
  const facts = await addressed(commission, common, matter, limitOf(purpose.kind, action), dossier);
  const original = await firstPaper(request, dossier);
  switch (paper.kind) {
    case 'orderToAssist':
      return {
        ...facts,
        kind: 'orderToAssist',
        grounds: [termsOf(book.file.lawPack).article('cooperationRefusal', at)],
        matter: action.title,
        ...original,
      };
    case 'urgingEndedLetter':
      return { ...facts, kind: 'urgingEndedLetter', ground: liftGround(purpose), ...original };
    case 'enforcementRuling':
      return {
        ...facts,
        kind: 'enforcementRuling',
        rules: purpose.kind === 'renewal' ? 'renewSeal' : 'lift',
        objects: await objectsOf(commission, matter, dossier),
        ...(purpose.kind !== 'renewal' && { liftGround: liftGround(purpose) }),
      };
    case 'enforcementAssistanceNotice':
      return {
        ...facts,
        kind: 'enforcementAssistanceNotice',
        matter: `续行${action.title.replace(/^办理/, '')}`,
        ...(await rulingOf(commission, dossier)),
        objects: await objectsOf(commission, matter, dossier),
        asksRank: false,
      };
    case 'liftNotice':
      return {
        ...facts,
        kind: 'liftNotice',
        matter: action.title,
        ...(await rulingOf(commission, dossier)),
        ...original,
        objects: await objectsOf(commission, matter, dossier),
        ground: liftGround(purpose),
        scope: 'all',
        clearsLapsedMark: purpose.kind === 'clearing',
      };
    default:
      throw new Error(`${paper.kind} does not follow up a request`);
  }
};

const limitOf = (kind: Exclude<Proposal['purpose']['kind'], 'request' | 'noticeToDebtor'>, action: Action): LimitId => {
  switch (kind) {
    case 'order':
      return 'D-order';
    case 'renewal':
      return action.term.electronic;
    case 'lift':
    case 'clearing':
    case 'endOfUrging':
      return 'D-lift';
    default:
      return assertNever(kind);
  }
};

const firstPaper = async (request: RequestOfCase, dossier: DossierReader) => {
  const paper = request.papers.at(-1);
  const original = paper === undefined ? undefined : await earlierPaper(paper.paperId, dossier);
  return original === undefined ? {} : { original };
};

const liftGround = (purpose: { readonly kind: string; readonly ground?: LiftGround }): string =>
  groundsInWords[purpose.ground ?? 'performed'];

const groundsInWords: Record<LiftGround, string> = {
  performed: '被执行人已履行生效法律文书确定的全部义务',
  applicantConsents: '申请执行人书面同意解除，经本院审查符合规定',
  guaranteeAccepted: '被执行人提供充分有效担保，经本院审查准许',
  wronglyImposed: '该措施不应采取，依法予以纠正',
  lapsed: '查封期限届满未续行查封，查封效力已消灭',
};
