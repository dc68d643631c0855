import type { Report, ReportContent } from '../assistance/messages.ts';
import { assertNever } from '../result.ts';
import type { ReferralReport } from '../referral/referral.ts';
import type { CourtDuty, EnforcementCase, ReferralOfCase, RequestOfCase } from './case.ts';
import type { CaseEvent } from './events.ts';
import type { Proposal } from './proposal.ts';

type Opening = Extract<CaseEvent, { readonly type: 'CaseFiled' }>;
type EventOf<Type extends CaseEvent['type']> = Extract<CaseEvent, { readonly type: Type }>;

export const openCase = ({ file, at, duties, planning }: Opening): EnforcementCase => ({
  status: 'open',
  file,
  filedAt: at,
  counted: { requests: 0, proposals: 0, referrals: 0 },
  planning,
  proposals: [],
  requests: [],
  properties: [],
  payments: [],
  duties,
  evidence: [],
  referrals: [],
  unserved: [],
});

export const replayCase = ([opening, ...rest]: readonly CaseEvent[]): EnforcementCase => {
  if (opening?.type !== 'CaseFiled') throw new Error('A case begins with CaseFiled');
  return rest.reduce(evolveCase, openCase(opening));
};

/** What one recorded event makes of a case. Total: an event that changes nothing says so. */
export const evolveCase = (book: EnforcementCase, event: CaseEvent): EnforcementCase => {
  switch (event.type) {
    case 'CaseFiled':
      return openCase(event);
    case 'PlanAsked':
      return { ...book, planning: [...book.planning, event.planning] };
    case 'PlanDrawnUp':
      return { ...book, planning: book.planning.slice(1) };
    case 'ProposalDrawnUp':
      return withProposal(book, event.proposal);
    case 'PaperSigned':
      return changeProposal(book, event.proposalId, (proposal) => ({ ...proposal, signatures: [...proposal.signatures, event.signature] }));
    case 'ProposalOverdue':
      return changeProposal(book, event.proposalId, ({ overdueAt: _passed, ...proposal }) => proposal);
    case 'ProposalCarriedOut':
      return carriedOut(book, event.proposalId);
    case 'ProposalWithdrawn':
    case 'ProposalDeclined':
      return dropped(book, event.proposalId);
    case 'RequestStarted':
      return { ...book, requests: [...book.requests, started(event)] };
    case 'ReportTaken':
      return changeRequest(book, event.report.requestNo, (request) => informed(request, event.report));
    case 'PropertyFound':
      return { ...book, properties: [...book.properties, event.property] };
    case 'NoticeServed':
      return { ...book, unserved: book.unserved.filter(({ paper }) => paper.paperId !== event.paperId) };
    case 'DutyOpened':
      return { ...book, duties: [...book.duties, event.duty] };
    case 'DutyMet':
      return settleDuty(book, event, 'met');
    case 'DutyOverdue':
      return settleDuty(book, event, 'overdue');
    case 'PaymentRecorded':
      return { ...book, payments: [...book.payments, event.payment] };
    case 'DebtSatisfied':
      return { ...book, status: 'satisfied', satisfiedAt: event.at };
    case 'EvidenceAttached':
      return { ...book, evidence: [...book.evidence, event.evidence] };
    case 'ReferralStarted':
      return withReferral(book, event);
    case 'ReferralReportTaken':
      return { ...book, referrals: book.referrals.map((referral) => toldBy(referral, event.report)) };
    case 'CaseClosed':
      return { ...book, status: 'closed', closedAs: event.mode, closedAt: event.at };
    case 'PaperIssued':
    case 'NobodyToAsk':
    case 'RequestInstructed':
      return book;
    default:
      return assertNever(event);
  }
};

const withProposal = (book: EnforcementCase, proposal: Proposal): EnforcementCase => {
  const { purpose } = proposal;
  const counted = {
    ...book.counted,
    proposals: book.counted.proposals + 1,
    requests: book.counted.requests + (purpose.kind === 'request' ? 1 : 0),
  };
  const noted = { ...book, counted, proposals: [...book.proposals, proposal] };
  switch (purpose.kind) {
    case 'lift':
    case 'clearing':
    case 'endOfUrging':
      return changeRequest(noted, purpose.requestNo, (request) => ({ ...request, undoing: purpose.kind }));
    case 'renewal':
      return changeRequest(noted, purpose.requestNo, (request) => ({ ...request, renewalProposedFor: purpose.end }));
    case 'request':
    case 'order':
    case 'noticeToDebtor':
      return noted;
    default:
      return assertNever(purpose);
  }
};

const carriedOut = (book: EnforcementCase, proposalId: Proposal['proposalId']): EnforcementCase => {
  const proposal = book.proposals.find((candidate) => candidate.proposalId === proposalId);
  const proposals = book.proposals.filter((candidate) => candidate !== proposal);
  if (proposal?.purpose.kind !== 'noticeToDebtor') return { ...book, proposals };
  const { debtor } = proposal.purpose;
  return { ...book, proposals, unserved: [...book.unserved, ...proposal.papers.map((paper) => ({ paper, debtor }))] };
};

const dropped = (book: EnforcementCase, proposalId: Proposal['proposalId']): EnforcementCase => {
  const proposal = book.proposals.find((candidate) => candidate.proposalId === proposalId);
  const rest = { ...book, proposals: book.proposals.filter((candidate) => candidate !== proposal) };
  const purpose = proposal?.purpose;
  if (purpose?.kind !== 'lift' && purpose?.kind !== 'clearing' && purpose?.kind !== 'endOfUrging') return rest;
  return changeRequest(rest, purpose.requestNo, ({ undoing: _declined, ...request }) => request);
};

const started = ({ file, papers, referral }: EventOf<'RequestStarted'>): RequestOfCase => ({
  requestNo: file.requestNo,
  actionId: file.actionId,
  unit: file.unit,
  subject: file.subject,
  papers,
  upTo: 0,
  served: false,
  measures: [],
  ...(referral !== undefined && { referral }),
});

/** Reports are taken in their order; an older one, or one that comes again, has nothing new to say. */
const informed = (request: RequestOfCase, report: Report): RequestOfCase =>
  report.upTo <= request.upTo ? request : report.contents.reduce(learn, { ...request, upTo: report.upTo });

const learn = (request: RequestOfCase, content: ReportContent): RequestOfCase => {
  switch (content.kind) {
    case 'served':
      return { ...request, served: true };
    case 'measures':
      return revived({ ...request, measures: content.measures });
    case 'ended':
      return { ...request, ended: content.how };
    case 'answered':
    case 'orderDrawnUp':
    case 'orderMoot':
    case 'chainSilent':
      return request;
    default:
      return assertNever(content);
  }
};

/** A seal that was renewed in time, which the unit said late, is not cleared: it stands, and is to be kept alive. */
const revived = (request: RequestOfCase): RequestOfCase => {
  const stands = request.measures.some(({ status }) => status === 'inForce' || status === 'waiting');
  if (request.undoing !== 'clearing' || !stands) return request;
  const { undoing: _needless, ...rest } = request;
  return rest;
};

const toldBy = (referral: ReferralOfCase, { referralNo, upTo, standing }: ReferralReport): ReferralOfCase =>
  referral.referralNo === referralNo && upTo > referral.upTo ? { ...referral, upTo, standing } : referral;

const withReferral = (book: EnforcementCase, { referralNo, debtor, ground }: EventOf<'ReferralStarted'>): EnforcementCase => ({
  ...book,
  counted: { ...book.counted, referrals: book.counted.referrals + 1 },
  referrals: [...book.referrals, { referralNo, debtor, ground, upTo: 0, standing: 'prepared' }],
});

const settleDuty = (
  book: EnforcementCase,
  { limitId, debtor }: EventOf<'DutyMet' | 'DutyOverdue'>,
  status: CourtDuty['status'],
): EnforcementCase => ({
  ...book,
  duties: book.duties.map((duty) => (duty.limitId === limitId && duty.debtor === debtor ? { ...duty, status } : duty)),
});

const changeProposal = (
  book: EnforcementCase,
  proposalId: Proposal['proposalId'],
  change: (proposal: Proposal) => Proposal,
): EnforcementCase => ({
  ...book,
  proposals: book.proposals.map((proposal) => (proposal.proposalId === proposalId ? change(proposal) : proposal)),
});

const changeRequest = (
  book: EnforcementCase,
  requestNo: RequestOfCase['requestNo'],
  change: (request: RequestOfCase) => RequestOfCase,
): EnforcementCase => ({
  ...book,
  requests: book.requests.map((request) => (request.requestNo === requestNo ? change(request) : request)),
});
