import { dateOf } from '../domain/calendar/instant.ts';
import { balanceOn } from '../domain/claim/ledger.ts';
import type { EnforcementCase } from '../domain/enforcement-case/case.ts';
import { courtWithCode } from '../domain/enforcement-case/courts.ts';
import type { PartyFlags, PartyId } from '../domain/party/party.ts';
import type { DossierReader } from '../domain/ports/dossier.ts';
import type { CommonFacts, PartyFacts } from '../documents/facts.ts';
import type { Commission } from './commission.ts';

/** What every paper of a case says: court, number, handler, parties, instrument, and what is owed on its day. */
export const commonFacts = async ({ book, at, number }: Commission, dossier: DossierReader): Promise<CommonFacts> => {
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

/** One party of the case, as papers name it. */
export const partyOf = async (book: EnforcementCase, partyId: PartyId, dossier: DossierReader): Promise<PartyFacts> => {
  const party = book.file.parties.find((candidate) => candidate.partyId === partyId);
  if (party === undefined) throw new Error(`Party ${partyId} is not of case ${book.file.caseId}`);
  return partyFacts(party, dossier);
};
