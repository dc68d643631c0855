import { actionOf } from '../domain/catalogue/index.ts';
import type { DossierReader } from '../domain/ports/dossier.ts';
import type { CommonFacts, PaperFacts } from '../documents/facts.ts';
import type { Commission } from './commission.ts';
import { addressed, objectsOf, rulingOf, type Matter } from './matter.ts';
import { bundleOf, policeConduct } from './referral-facts.ts';

/** What the papers that open a request say. */
export const requestFacts = async (
  commission: Commission,
  common: CommonFacts,
  matter: Matter,
  dossier: DossierReader,
): Promise<PaperFacts> => {
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
