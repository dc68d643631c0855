import type { Entry } from '../../domain/ports/record.ts';
import type { DossierReader } from '../../domain/ports/dossier.ts';
import type { CaseEvent } from '../../domain/enforcement-case/events.ts';
import type { ActResult } from '../../domain/ports/desk.ts';
import type { CourtCode } from '../../domain/enforcement-case/courts.ts';
import { dateOf, type Instant } from '../../domain/calendar/instant.ts';
import { formatPaperNumber, paperKinds, type PaperKind, type PaperRef } from '../../domain/paper/paper.ts';
import type { ColumnCipher } from '../crypto/column-cipher.ts';
import { contentHash } from '../crypto/content-hash.ts';
import { toDate, type Transaction } from './client.ts';
import { postgresDossier } from './dossier-reader.ts';

/** Where papers are written: what they say is composed by `documents`, from the dossier and the case as it stands. */
export interface PaperOffice {
  readonly cipher: ColumnCipher;
  /** The content model of one paper of a case. `number` is absent for a draft. */
  readonly compose: (commission: PaperCommission, dossier: DossierReader) => Promise<unknown>;
}

export interface PaperCommission {
  /** The case before the events that issue the paper, as plain state. */
  readonly state: unknown;
  readonly events: Entry['events'];
  readonly paper: PaperRef;
  readonly at: Instant;
  readonly number?: string;
}

/** Files drafts, signatures and issued papers that an entry of a case brings; answers the numbers that were given. */
export const keepPapers = async (transaction: Transaction, office: PaperOffice, entry: Entry): Promise<ActResult['papers']> => {
  if (entry.snapshot.kind !== 'case') return [];
  const issued: { paperId: string; number: string }[] = [];
  for (const event of entry.events as readonly CaseEvent[]) {
    switch (event.type) {
      case 'ProposalDrawnUp':
        await fileDrafts(transaction, entry, event.proposal.papers, event.proposal.proposalId);
        break;
      case 'PaperSigned':
        await transaction.paperSignature.create({
          data: { paperId: event.signature.paperId, level: event.signature.level, signer: event.signature.by, at: toDate(event.at) },
        });
        break;
      case 'PaperIssued':
        issued.push({ paperId: event.paper.paperId, number: await issue(transaction, office, entry, event.paper, event.at) });
        break;
      case 'CaseClosed':
        await fileDrafts(transaction, entry, [event.paper]);
        await transaction.paperSignature.create({
          data: { paperId: event.paper.paperId, level: 'judge', signer: event.by, at: toDate(event.at) },
        });
        issued.push({ paperId: event.paper.paperId, number: await issue(transaction, office, entry, event.paper, event.at) });
        break;
      default:
    }
  }
  return issued;
};

const fileDrafts = async (transaction: Transaction, entry: Entry, papers: readonly PaperRef[], proposalId?: string): Promise<void> => {
  const { caseId, court } = entry.snapshot.listing;
  await transaction.paper.createMany({
    data: papers.map(({ paperId, kind }) => ({ id: paperId, caseId, court, kind, proposalId: proposalId ?? null })),
  });
};

/** Gives the next number of its kind, and the words; from here on neither changes. */
const issue = async (transaction: Transaction, office: PaperOffice, entry: Entry, paper: PaperRef, at: Instant): Promise<string> => {
  const dossier = postgresDossier(transaction, office.cipher);
  const { caseId, court } = entry.snapshot.listing;
  const year = Number(dateOf(at).slice(0, 4));
  const { numbering } = paperKinds[paper.kind];
  const serial = await nextNumber(transaction, court, year, paper.kind, '');
  const ordinalInCase = numbering === 'caseOrdinal' ? await nextNumber(transaction, court, 0, paper.kind, caseId) : 0;
  const caseNumber = (await dossier.caseDossier(caseId))?.caseNumber ?? '';
  const number = formatPaperNumber(paper.kind, { court: court as CourtCode, year, serial, caseNumber, ordinalInCase });
  const content = await office.compose({ state: entry.before, events: entry.events, paper, at, number }, dossier);
  const sealed = office.cipher.seal({ table: 'paper', column: 'sealed', rowId: paper.paperId }, JSON.stringify(content));
  await transaction.paper.update({
    where: { id: paper.paperId },
    data: { year, serial, number, contentHash: contentHash(content), sealed, issuedAt: toDate(at) },
  });
  return number;
};

const nextNumber = async (transaction: Transaction, court: string, year: number, kind: PaperKind, scope: string): Promise<number> => {
  const [row] = await transaction.$queryRaw<{ last: number }[]>`
    INSERT INTO paper_counter (court, year, kind, scope, last) VALUES (${court}, ${year}, ${kind}, ${scope}, 1)
    ON CONFLICT (court, year, kind, scope) DO UPDATE SET last = paper_counter.last + 1 RETURNING last`;
  return row?.last ?? 1;
};
