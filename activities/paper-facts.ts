import type { Property } from '../domain/enforcement-case/case.ts';
import type { EnforcementCase, RequestOfCase } from '../domain/enforcement-case/case.ts';
import type { LiftGround, Proposal } from '../domain/enforcement-case/proposal.ts';
import { dateOf, type CivilDate, type Instant } from '../domain/calendar/instant.ts';
import { actionOf, type Action, type ActionId } from '../domain/catalogue/index.ts';
import { balanceOn } from '../domain/claim/ledger.ts';
import { courtWithCode } from '../domain/enforcement-case/courts.ts';
import { lastDayOf } from '../domain/measure/measure.ts';
import type { PaperRef } from '../domain/paper/paper.ts';
import type { PartyFlags, PartyId } from '../domain/party/party.ts';
import type { DossierReader, PropertyDossier } from '../domain/ports/dossier.ts';
import type { ReferralGround } from '../domain/referral/referral.ts';
import { assertNever } from '../domain/result.ts';
import { termsOf } from '../domain/time-limit/terms.ts';
import type { LimitId } from '../domain/time-limit/time-limit.ts';
import { nameOn } from '../domain/unit/unit.ts';
import { earlierPaper } from './earlier-paper.ts';
import { sealTerm } from './seal-term.ts';
import type { AddressedFacts, CommonFacts, ObjectFacts, PaperFacts, PartyFacts } from '../documents/facts.ts';

/** One paper to be written: on which case, under which proposal, at which moment. */
export interface Commission {
  readonly book: EnforcementCase;
  /** Absent for the closing notice, which the judge signs in the act of closing. */
  readonly proposal?: Proposal;
  readonly paper: PaperRef;
  readonly at: Instant;
  /** Absent for a draft. */
  readonly number?: string;
}

/** Gathers from case and dossier what one paper says. Everything it names is read now and sealed with the paper. */
export const factsOf = async (commission: Commission, dossier: DossierReader): Promise<PaperFacts> => {
  const { proposal, paper } = commission;
  const common = await commonFacts(commission, dossier);
  if (paper.kind === 'closingNotice' || proposal === undefined) return closingFacts(commission, common);
  const { purpose } = proposal;
  switch (purpose.kind) {
    case 'noticeToDebtor':
      return noticeFacts(commission, common, purpose.debtor, dossier);
    case 'request':
      return requestFacts(commission, common, subjectOfFile(commission.book, purpose.file), dossier);
    case 'order':
    case 'renewal':
    case 'lift':
    case 'clearing':
    case 'endOfUrging':
      return followUpFacts(commission, common, purpose, dossier);
    default:
      return assertNever(purpose);
  }
};

const commonFacts = async ({ book, at, number }: Commission, dossier: DossierReader): Promise<CommonFacts> => {
  const { caseId, court, handler, claim } = book.file;
  const filed = await dossier.caseDossier(caseId);
  if (filed === undefined) throw new Error(`Case ${caseId} has no dossier`);
  const judge = await dossier.staff(handler);
  const day = dateOf(at);
  const { costs, ordinaryInterest, principal, doubledInterest, total } = balanceOn(claim, book.payments, day);
  return {
    court: { code: court, name: courtWithCode(court)?.name ?? court },
    caseNumber: filed.caseNumber,
    ...(number !== undefined && { number }),
    issuedOn: day,
    handler: { name: judge?.name ?? '', phone: judge?.phone ?? '' },
    parties: await Promise.all(book.file.parties.map((party) => partyFacts(party, dossier))),
    instrument: filed.instrument,
    balance: {
      costsFen: costs,
      ordinaryInterestFen: ordinaryInterest,
      principalFen: principal,
      doubledInterestFen: doubledInterest,
      totalFen: total,
    },
    grounds: [],
  };
};

const partyFacts = async (party: PartyFlags, dossier: DossierReader): Promise<PartyFacts> => {
  const person = await dossier.party(party.partyId);
  if (person === undefined) throw new Error(`Party ${party.partyId} has no dossier`);
  const behind = party.represents === undefined ? undefined : await dossier.party(party.represents);
  const { kind, name, idType, idNo, address } = person;
  return {
    role: party.role === 'responsiblePerson' ? 'legalRepresentative' : party.role,
    kind,
    name,
    idType,
    idNo,
    ...(address !== undefined && { address }),
    ...(behind !== undefined && { represents: behind.name }),
  };
};

const partyOf = async (book: EnforcementCase, partyId: PartyId, dossier: DossierReader): Promise<PartyFacts> => {
  const party = book.file.parties.find((candidate) => candidate.partyId === partyId);
  if (party === undefined) throw new Error(`Party ${partyId} is not of case ${book.file.caseId}`);
  return partyFacts(party, dossier);
};

const closingFacts = ({ book }: Commission, common: CommonFacts): PaperFacts => ({
  ...common,
  kind: 'closingNotice',
  closedAs: '执行完毕',
  paidFen: book.payments.reduce((sum, { amount }) => sum + amount, 0),
  liftedCount: book.requests.filter(({ ended }) => ended === 'lifted').length,
});

const noticeFacts = async (
  { book, paper, at }: Commission,
  common: CommonFacts,
  debtor: PartyId,
  dossier: DossierReader,
): Promise<PaperFacts> => {
  const { article } = termsOf(book.file.lawPack);
  const facts = await partyOf(book, debtor, dossier);
  return paper.kind === 'propertyReportOrder'
    ? { ...common, kind: 'propertyReportOrder', grounds: [article('propertyReport', at)], reportWithinDays: 15, debtor: facts }
    : {
        ...common,
        kind: 'enforcementNotice',
        grounds: [article('enforcementNotice', at), article('doubledInterest', at)],
        performWithinDays: 10,
        debtor: facts,
        caseAccount: `${common.court.name}执行案款专户（一案一账号，账号由承办人另行告知）`,
      };
};

/** What a request, or a step of it, is about. */
interface Matter {
  readonly actionId: ActionId;
  readonly unit: string;
  readonly subject: PartyId;
  readonly properties: readonly (Property & { readonly lineNo: number })[];
  readonly request?: RequestOfCase;
}

const subjectOfFile = (book: EnforcementCase, file: Extract<Proposal['purpose'], { kind: 'request' }>['file']): Matter => ({
  actionId: file.actionId,
  unit: file.unit,
  subject: file.subject,
  properties: file.lines.flatMap(({ lineNo, property }) =>
    book.properties.filter(({ propertyId }) => propertyId === property).map((found) => ({ ...found, lineNo })),
  ),
});

const addressed = async (
  { book, at }: Commission,
  common: CommonFacts,
  matter: Matter,
  limit: LimitId,
  dossier: DossierReader,
): Promise<AddressedFacts> => {
  const unit = await dossier.unit(matter.unit);
  if (unit === undefined) throw new Error(`Unit ${matter.unit} is not in the registry`);
  const terms = termsOf(book.file.lawPack);
  return {
    ...common,
    grounds: actionOf(matter.actionId).grounds.map((key) => terms.article(key, at)),
    addressee: nameOn(unit, dateOf(at)),
    answerBy: terms.clock(limit, at).lastDay,
    subject: await partyOf(book, matter.subject, dossier),
  };
};

const requestFacts = async (commission: Commission, common: CommonFacts, matter: Matter, dossier: DossierReader): Promise<PaperFacts> => {
  const { book, paper, at } = commission;
  const action = actionOf(matter.actionId);
  const facts = await addressed(commission, common, matter, action.term.electronic, dossier);
  switch (paper.kind) {
    case 'inquiryAssistanceNotice':
      return { ...facts, kind: 'inquiryAssistanceNotice', matter: action.title, items: action.kind === 'query' ? action.items : [] };
    case 'urgingLetter':
      return { ...facts, kind: 'urgingLetter', matter: action.title };
    case 'enforcementRuling':
      return { ...facts, kind: 'enforcementRuling', rules: 'seal', objects: await objectsOf(commission, matter, dossier) };
    case 'enforcementAssistanceNotice':
      return {
        ...facts,
        kind: 'enforcementAssistanceNotice',
        matter: action.title,
        ...(await rulingOf(commission, dossier)),
        objects: await objectsOf(commission, matter, dossier),
        asksRank: true,
      };
    case 'transferLetter':
      return { ...facts, kind: 'transferLetter', ...(await bundleOf(commission, matter, dossier)) };
    case 'filingSupervisionRequest':
      return { ...facts, kind: 'filingSupervisionRequest', ...(await policeConduct(book, matter, at, dossier)) };
    default:
      throw new Error(`A request is not opened by ${paper.kind}`);
  }
};

/** The ruling that goes out with a notice was numbered a moment before it, in the same transaction. */
const rulingOf = async ({ proposal }: Commission, dossier: DossierReader): Promise<{ readonly rulingNumber?: string }> => {
  const ruling = proposal?.papers.find(({ kind }) => kind === 'enforcementRuling');
  const number = ruling === undefined ? undefined : (await dossier.paper(ruling.paperId))?.number;
  return number === undefined ? {} : { rulingNumber: number };
};

const objectsOf = async ({ book, at, proposal }: Commission, matter: Matter, dossier: DossierReader): Promise<readonly ObjectFacts[]> =>
  Promise.all(
    matter.properties.map(async ({ propertyId, lineNo }): Promise<ObjectFacts> => {
      const thing = await dossier.property(propertyId);
      const measure = matter.request?.measures.find((candidate) => candidate.lineNo === lineNo);
      const from = measure?.status === 'inForce' && proposal?.purpose.kind === 'renewal' ? lastDayOf(measure.endsAt) : dateOf(at);
      const term = sealTerm(book.file.lawPack, actionOf(matter.actionId), from);
      return {
        lineNo,
        description: thing === undefined ? propertyId : inWords(thing),
        ...(measure !== undefined && { registrationNo: measure.registrationNo }),
        ...(term !== undefined && { startsOn: from, endsOn: term }),
      };
    }),
  );

/** A thing as papers and the wire name it. */
export const inWords = ({ location, certificateNo, propertyNo, areaSquareMetres }: PropertyDossier): string =>
  [
    location,
    `不动产单元号${propertyNo}`,
    ...(certificateNo === undefined ? [] : [`权证号${certificateNo}`]),
    ...(areaSquareMetres === undefined ? [] : [`面积${areaSquareMetres}平方米`]),
  ].join('，');

const bundleOf = async ({ book, at }: Commission, { subject }: Matter, dossier: DossierReader) => {
  const referral = book.referrals.findLast(({ debtor }) => debtor === subject);
  const pieces = book.evidence.filter(({ debtor }) => debtor === subject);
  const groups = [...new Set(pieces.map(({ group }) => group))];
  const evidence = await Promise.all(
    groups.map(async (group) => ({
      group,
      titles: await dossier.evidenceTitles(pieces.filter((piece) => piece.group === group).map(({ evidenceId }) => evidenceId)),
    })),
  );
  return { refusalGround: groundInWords[referral?.ground ?? 'concealsProperty'], evidence, course: courseOf(book, dateOf(at)) };
};

const courseOf = (book: EnforcementCase, today: CivilDate): readonly { readonly on: CivilDate; readonly what: string }[] => [
  { on: dateOf(book.filedAt), what: '本院立案执行，依法制作执行通知书、报告财产令。' },
  ...book.payments.map(({ at }) => ({ on: dateOf(at), what: '收到部分执行款。' })),
  { on: today, what: `本院已向协助单位发出协助事项${book.requests.length}项，被执行人仍未履行生效法律文书确定的义务。` },
];

const groundInWords: Record<ReferralGround, string> = {
  concealsProperty: '隐藏财产，致使判决、裁定无法执行',
  transfersProperty: '转移财产，致使判决、裁定无法执行',
  destroysProperty: '故意毁损财产，致使判决、裁定无法执行',
  refusesDelivery: '拒不交付法律文书指定交付的财物，致使判决、裁定无法执行',
  violenceOrThreat: '以暴力、威胁方法阻碍执行，致使执行工作无法进行',
};

const policeConduct = async (book: EnforcementCase, { subject }: Matter, at: Instant, dossier: DossierReader) => {
  const transfer = book.requests.findLast(({ actionId, subject: debtor }) => actionId === 'C08-1' && debtor === subject);
  const police = transfer === undefined ? undefined : await dossier.unit(transfer.unit);
  const letter = transfer?.papers[0];
  const original = letter === undefined ? undefined : await earlierPaper(letter.paperId, dossier);
  const silent = book.referrals.some(({ debtor, standing }) => debtor === subject && standing === 'policeSilent');
  return {
    police: police === undefined ? '公安机关' : nameOn(police, dateOf(at)),
    ...(original !== undefined && { transfer: original }),
    policeAnswer: silent ? ('silent' as const) : ('notFiled' as const),
  };
};

const followUpFacts = async (
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

const matterOf = (book: EnforcementCase, request: RequestOfCase): Matter => ({
  actionId: request.actionId,
  unit: request.unit,
  subject: request.subject,
  properties: request.measures.flatMap(({ lineNo, property }) =>
    book.properties.filter(({ propertyId }) => propertyId === property).map((found) => ({ ...found, lineNo })),
  ),
  request,
});

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
