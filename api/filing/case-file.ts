import type { Claim } from '../../domain/claim/claim.ts';
import type { CaseFile, CaseId } from '../../domain/enforcement-case/case.ts';
import { caseNumberParts, caseWorkflowSlug } from '../../domain/enforcement-case/case-number.ts';
import type { StaffId } from '../../domain/enforcement-case/proposal.ts';
import type { LawPackId } from '../../domain/law-pack/law-pack.ts';
import type { PartyFlags, PartyId } from '../../domain/party/party.ts';
import type { CaseFiling } from '../contract/filing.ts';
import type { FiledParty } from './parties.ts';

export const caseIdOf = ({ caseNumber }: Pick<CaseFiling, 'caseNumber'>): CaseId => caseWorkflowSlug(caseNumber) as CaseId;

/** What the process is given: ids, codes, flags, days and fen. `idOf` answers the opaque id of a party by its place in the filing. */
export const caseFileOf = (
  filing: CaseFiling,
  parties: readonly FiledParty[],
  idOf: (pointer: string) => PartyId,
  lawPack: LawPackId,
): CaseFile => ({
  caseId: caseIdOf(filing),
  court: caseNumberParts(filing.caseNumber).court,
  lawPack,
  handler: filing.handler as StaffId,
  appliedOn: filing.appliedOn,
  parties: parties.map((party) => flagsOf(party, parties, idOf)),
  claim: claimOf(filing),
});

const flagsOf = (party: FiledParty, parties: readonly FiledParty[], idOf: (pointer: string) => PartyId): PartyFlags => {
  const { role, pointer, represents, words } = party;
  const seat = holdsSeatHere(party, parties) ? seatOf(party, parties) : undefined;
  const common = {
    partyId: idOf(pointer),
    ...(seat !== undefined && { deputy: seat }),
    detentionNeedsPermission: seatOf(party, parties) !== undefined,
  };
  return role === 'legalRepresentative'
    ? { ...common, role, kind: 'naturalPerson', represents: idOf(represents ?? pointer) }
    : { ...common, role, kind: words.kind };
};

const seatOf = ({ words }: FiledParty, parties: readonly FiledParty[]): FiledParty['seat'] =>
  parties.find((other) => other.words.idNo === words.idNo && other.seat !== undefined)?.seat;

/** Who owes in his own name and stands for a company too is one deputy: his congress is written to once, at his first place. */
const holdsSeatHere = ({ pointer, words }: FiledParty, parties: readonly FiledParty[]): boolean =>
  parties.find((other) => other.role !== 'applicant' && other.words.idNo === words.idNo)?.pointer === pointer;

const claimOf = ({ claim, instrument }: CaseFiling): Claim => ({
  costs: claim.costs.map((cost, index) => ({ itemNo: index + 1, ...cost })),
  ordinaryInterest: claim.ordinaryInterest.map((item, index) => ({ itemNo: index + 1, ...item })),
  principals: claim.principals.map(({ interest, ...principal }, index) => ({
    itemNo: index + 1,
    ...principal,
    ...(interest !== undefined && { ordinaryInterest: interest }),
  })),
  performBy: instrument.performanceEndsOn,
  doubledInterest: claim.doubledInterest ? { kind: 'accrues', excluded: [] } : { kind: 'none' },
});
