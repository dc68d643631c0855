import type { Entry } from '../../domain/ports/record.ts';
import type { DossierReader } from '../../domain/ports/dossier.ts';
import type { CaseEvent } from '../../domain/enforcement-case/events.ts';
import type { ActResult } from '../../domain/ports/desk.ts';
import type { CourtCode } from '../../domain/enforcement-case/courts.ts';
import { dateOf, type Instant } from '../../domain/calendar/instant.ts';
import {
  formatPaperNumber,
  missingSignature,
  paperKinds,
  type PaperKind,
  type PaperRef,
  type SigningLevel,
} from '../../domain/paper/paper.ts';
import type { Signature } from '../../domain/enforcement-case/proposal.ts';
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

/** A paper was to be issued before everybody had signed it. */
export class PaperWithoutSignature extends Error {}

/** Files drafts, signatures and issued papers that an entry of a case brings; answers the numbers that were given. */
export const keepPapers = async (transaction: Transaction, office: PaperOffice, entry: Entry): Promise<ActResult['papers']> => {
  if (entry.snapshot.kind !== 'case') return [];
  const events = entry.events as readonly CaseEvent[];
  for (const event of events) await fileDraftsAndSignatures(transaction, entry, event);
  const issues = events.filter((event) => event.type === 'PaperIssued' || event.type === 'CaseClosed');
  const numbers = issues.length === 0 ? new Map<string, Numbered>() : await takeNumbers(transaction, office, entry, issues);
  const issued: { paperId: string; number: string }[] = [];
  for (const { paper, at } of issues) {
    const given = numbers.get(paper.paperId);
    if (given === undefined) throw new Error(`Paper ${paper.paperId} was given no number`);
    await issue(transaction, office, entry, paper, at, given);
    issued.push({ paperId: paper.paperId, number: given.number });
  }
  return issued;
};

const fileDraftsAndSignatures = async (transaction: Transaction, entry: Entry, event: CaseEvent): Promise<void> => {
  switch (event.type) {
    case 'ProposalDrawnUp':
      return fileDrafts(transaction, entry, event.proposal.papers, event.proposal.proposalId);
    case 'PaperSigned':
      return fileSignature(transaction, event.signature, event.at);
    case 'CaseClosed':
      await fileDrafts(transaction, entry, [event.paper]);
      return fileSignature(transaction, { paperId: event.paper.paperId, level: 'judge', by: event.by }, event.at);
    default:
  }
};

const fileDrafts = async (transaction: Transaction, entry: Entry, papers: readonly PaperRef[], proposalId?: string): Promise<void> => {
  const { caseId, court } = entry.snapshot.listing;
  await transaction.paper.createMany({
    data: papers.map(({ paperId, kind }) => ({ id: paperId, caseId, court, kind, proposalId: proposalId ?? null })),
  });
};

const fileSignature = async (transaction: Transaction, { paperId, level, by }: Signature, at: Instant): Promise<void> => {
  await transaction.paperSignature.create({ data: { paperId, level, signer: by, at: toDate(at) } });
};

interface Numbered {
  readonly year: number;
  readonly serial: number;
  readonly number: string;
}

type Issue = { readonly paper: PaperRef; readonly at: Instant };

/**
 * Gives each paper the next number of its kind. Counters are held until the entry is written, so they are taken in the order of the
 * kinds: two appends that issue the same kinds in another order would each wait for the other.
 */
const takeNumbers = async (
  transaction: Transaction,
  office: PaperOffice,
  entry: Entry,
  issues: readonly Issue[],
): Promise<ReadonlyMap<string, Numbered>> => {
  const { caseId, court } = entry.snapshot.listing;
  const caseNumber = (await postgresDossier(transaction, office.cipher).caseDossier(caseId))?.caseNumber ?? '';
  const numbers = new Map<string, Numbered>();
  const byKind = Object.keys(paperKinds).flatMap((kind) => issues.filter(({ paper }) => paper.kind === kind));
  for (const { paper, at } of byKind) {
    const year = Number(dateOf(at).slice(0, 4));
    const serial = await nextNumber(transaction, court, year, paper.kind, '');
    const isOfCase = paperKinds[paper.kind].numbering === 'caseOrdinal';
    const ordinalInCase = isOfCase ? await nextNumber(transaction, court, 0, paper.kind, caseId) : 0;
    const number = formatPaperNumber(paper.kind, { court: court as CourtCode, year, serial, caseNumber, ordinalInCase });
    numbers.set(paper.paperId, { year, serial, number });
  }
  return numbers;
};

/** Writes the words and the number; from here on neither changes. */
const issue = async (
  transaction: Transaction,
  office: PaperOffice,
  entry: Entry,
  paper: PaperRef,
  at: Instant,
  numbered: Numbered,
): Promise<void> => {
  await demandSignatures(transaction, paper);
  const commission = { state: entry.before, events: entry.events, paper, at, number: numbered.number };
  const content = await office.compose(commission, postgresDossier(transaction, office.cipher));
  const sealed = office.cipher.seal({ table: 'paper', column: 'sealed', rowId: paper.paperId }, JSON.stringify(content));
  await transaction.paper.update({
    where: { id: paper.paperId },
    data: { ...numbered, contentHash: contentHash(content), sealed, issuedAt: toDate(at) },
  });
};

/** The last gate: whatever a process decided, no paper gets a number that lacks one of its signatures. */
const demandSignatures = async (transaction: Transaction, { paperId, kind }: PaperRef): Promise<void> => {
  const signed = await transaction.paperSignature.findMany({ where: { paperId }, select: { level: true } });
  const lacks = missingSignature(
    kind,
    signed.map(({ level }) => level as SigningLevel),
  );
  if (lacks !== undefined) throw new PaperWithoutSignature(`Paper ${paperId} lacks the signature of the ${lacks}`);
};

const nextNumber = async (transaction: Transaction, court: string, year: number, kind: PaperKind, scope: string): Promise<number> => {
  const [row] = await transaction.$queryRaw<{ last: number }[]>`
    INSERT INTO paper_counter (court, year, kind, scope, last) VALUES (${court}, ${year}, ${kind}, ${scope}, 1)
    ON CONFLICT (court, year, kind, scope) DO UPDATE SET last = paper_counter.last + 1 RETURNING last`;
  return row?.last ?? 1;
};
