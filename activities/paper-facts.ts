import type { PartyId } from '../domain/party/party.ts';
import type { DossierReader } from '../domain/ports/dossier.ts';
import { assertNever } from '../domain/result.ts';
import { termsOf } from '../domain/time-limit/terms.ts';
import type { CommonFacts, PaperFacts } from '../documents/facts.ts';
import type { Commission } from './commission.ts';
import { commonFacts, partyOf } from './common-facts.ts';
import { followUpFacts } from './follow-up-facts.ts';
import { subjectOfFile } from './matter.ts';
import { requestFacts } from './request-facts.ts';

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
