import type { z } from 'zod';
import { actionOf } from '../../domain/catalogue/index.ts';
import type { EnforcementCase } from '../../domain/enforcement-case/case.ts';
import { awaitedLevels, type Proposal, type Purpose } from '../../domain/enforcement-case/proposal.ts';
import type { ProposalView } from '../contract/views.ts';
import type { Names } from './names.ts';
import { paperRefView } from './request.ts';
import { purposeInWords } from './words.ts';

/** What would go to whom under which clause, with which papers, and whose signature is still missing. */
export const proposalView = (proposal: Proposal, book: EnforcementCase, names: Names): z.input<typeof ProposalView> => {
  const { proposalId, purpose, papers, signatures, drawnUpAt, overdueAt } = proposal;
  const awaited = new Map(awaitedLevels(proposal).map(({ paper, level }) => [paper.paperId, level]));
  return {
    proposalId,
    kind: purpose.kind,
    ...concern(purpose, book, names),
    drawnUpAt,
    ...(overdueAt !== undefined && { overdueAt }),
    papers: papers.map((paper) => {
      const awaits = awaited.get(paper.paperId);
      return {
        ...paperRefView(paper),
        signatures: signatures.filter(({ paperId }) => paperId === paper.paperId).map(({ level, by }) => ({ level, by })),
        ...(awaits !== undefined && { awaits }),
      };
    }),
  };
};

type Concern = Pick<
  z.input<typeof ProposalView>,
  'what' | 'requestNo' | 'actionId' | 'source' | 'unit' | 'unitName' | 'subject' | 'subjectName'
>;

const concern = (purpose: Purpose, book: EnforcementCase, names: Names): Concern => {
  if (purpose.kind === 'noticeToDebtor') return { what: purposeInWords.noticeToDebtor, ...subjectOf(purpose.debtor, names) };
  if (purpose.kind === 'request') {
    const { requestNo, actionId, unit, subject } = purpose.file;
    const { title, source } = actionOf(actionId);
    return { what: title, requestNo, actionId, source, unit, unitName: names.unit(unit), ...subjectOf(subject, names) };
  }
  const { requestNo } = purpose;
  const what = purposeInWords[purpose.kind];
  const request = book.requests.find((candidate) => candidate.requestNo === requestNo);
  if (request === undefined) return { what, requestNo };
  const { actionId, unit, subject } = request;
  return { what, requestNo, actionId, source: actionOf(actionId).source, unit, unitName: names.unit(unit), ...subjectOf(subject, names) };
};

const subjectOf = (subject: string, names: Names): Pick<Concern, 'subject' | 'subjectName'> => {
  const name = names.party(subject)?.name;
  return { subject, ...(name !== undefined && { subjectName: name }) };
};
