import type { CivilDate } from '../../domain/calendar/instant.ts';
import type { Fen } from '../../domain/claim/money.ts';
import type { CaseFile, CaseId } from '../../domain/enforcement-case/case.ts';
import type { CourtCode } from '../../domain/enforcement-case/courts.ts';
import type { StaffId } from '../../domain/enforcement-case/proposal.ts';
import type { LawPackId } from '../../domain/law-pack/law-pack.ts';
import type { PartyId } from '../../domain/party/party.ts';
import type { PartyDossier } from '../../domain/ports/dossier.ts';
import type { Chance } from '../chance.ts';

/** An invented case: two persons who cannot be, and a sum. */
export interface InventedCase {
  readonly caseId: CaseId;
  readonly caseNumber: string;
  readonly applicant: Omit<PartyDossier, 'partyId'>;
  readonly debtor: Omit<PartyDossier, 'partyId'>;
  readonly owed: Fen;
  /** The register's number of the one house the debtor has. */
  readonly house: string;
}

export const benchCourt = '云2301' as CourtCode;
export const judgeId = 'bench-judge' as StaffId;

/** `serial` tells the cases of a run apart. */
export const inventCase = (serial: number, chance: Chance): InventedCase => {
  const number = 700_000 + serial;
  return {
    caseId: `2026-yun2301-zhi-${number}` as CaseId,
    caseNumber: `（2026）${benchCourt}执${number}号`,
    applicant: person('乙试例', chance),
    debtor: person('甲试例', chance),
    owed: (1_000_000 + chance(90_000_000)) as Fen,
    house: `532301${String(chance(1_000_000)).padStart(6, '0')}GB${String(serial).padStart(5, '0')}F0001`,
  };
};

export const fileOf = (
  kase: InventedCase,
  parties: { readonly applicant: string; readonly debtor: string },
  today: CivilDate,
): CaseFile => ({
  caseId: kase.caseId,
  court: benchCourt,
  lawPack: '2026-11' as LawPackId,
  handler: judgeId,
  appliedOn: today,
  parties: [
    { partyId: parties.applicant as PartyId, role: 'applicant', kind: 'naturalPerson', detentionNeedsPermission: false },
    { partyId: parties.debtor as PartyId, role: 'debtor', kind: 'naturalPerson', detentionNeedsPermission: false },
  ],
  claim: {
    costs: [],
    ordinaryInterest: [],
    principals: [{ itemNo: 1, amount: kase.owed }],
    performBy: '2026-02-05' as CivilDate,
    doubledInterest: { kind: 'none' },
  },
});

/** A name that nobody bears, with a number whose check digit is right. @see GB 11643-1999 */
const person = (name: string, chance: Chance): Omit<PartyDossier, 'partyId'> => {
  const two = (value: number) => String(value).padStart(2, '0');
  const front = `532301${1950 + chance(50)}${two(1 + chance(12))}${two(1 + chance(28))}${String(chance(1000)).padStart(3, '0')}`;
  const sum = Array.from(front).reduce((total, digit, position) => total + Number(digit) * (2 ** (17 - position) % 11), 0);
  return { kind: 'naturalPerson', name, idType: 'residentIdentity', idNo: front + '10X98765432'.charAt(sum % 11) };
};
