import type { CivilDate } from '../../domain/calendar/instant.ts';
import { parseIdentifier } from '../../domain/party/identifier.ts';
import type { PartyDossier } from '../../domain/ports/dossier.ts';
import type { CaseFiling, FiledSeat } from '../contract/filing.ts';
import type { FieldFault } from '../contract/rules.ts';

/** A party of the filing as it will be stored, with its place in the body. */
export interface FiledParty {
  readonly pointer: string;
  readonly role: 'applicant' | 'debtor' | 'legalRepresentative';
  readonly words: Omit<PartyDossier, 'partyId'>;
  /** Of a legal representative: the place of the debtor it stands for. */
  readonly represents?: string;
  readonly seat?: FiledSeat;
}

export interface ReadParties {
  readonly parties: readonly FiledParty[];
  readonly faults: readonly FieldFault[];
}

/** Every person and organisation of the filing with its number proven, in the order of the body. */
export const partiesOf = ({ applicants, debtors }: CaseFiling, today: CivilDate): ReadParties => {
  const entries = [
    ...applicants.map((party, index): Entry => ({ party, role: 'applicant', pointer: `/applicants/${index}` })),
    ...debtors.flatMap((debtor, index) => entriesOfDebtor(debtor, `/debtors/${index}`)),
  ];
  const read = entries.map((entry) => ({ entry, ...numberOf(entry, today) }));
  const parties = read.flatMap(({ entry, idNo }) => (idNo === undefined ? [] : [filed(entry, idNo)]));
  const faults = [...read.flatMap(({ fault }) => (fault === undefined ? [] : [fault])), ...debtors.flatMap(misplaced)];
  return { parties, faults: [...faults, ...doubled(parties)] };
};

interface Entry extends Pick<FiledParty, 'role' | 'pointer' | 'represents' | 'seat'> {
  readonly party: Omit<CaseFiling['applicants'][number], never>;
}

const entriesOfDebtor = (debtor: CaseFiling['debtors'][number], pointer: string): readonly Entry[] => {
  const { legalRepresentative, deputy, ...party } = debtor;
  const own: Entry = { party, role: 'debtor', pointer, ...(deputy !== undefined && { seat: deputy }) };
  if (legalRepresentative === undefined) return [own];
  const { deputy: seat, ...person } = legalRepresentative;
  const representative: Entry = {
    party: { ...person, kind: 'naturalPerson', idType: 'residentIdentity' },
    role: 'legalRepresentative',
    pointer: `${pointer}/legalRepresentative`,
    represents: pointer,
    ...(seat !== undefined && { seat }),
  };
  return [own, representative];
};

const numberOf = ({ party, pointer }: Entry, today: CivilDate): { readonly idNo?: string; readonly fault?: FieldFault } => {
  if ((party.kind === 'naturalPerson') !== (party.idType === 'residentIdentity'))
    return { fault: { pointer: `${pointer}/idType`, rule: 'numberOfOtherKind' } };
  const number = parseIdentifier(party.idType, party.idNo, today);
  return number.ok ? { idNo: number.value.value } : { fault: { pointer: `${pointer}/idNo`, rule: number.error.kind } };
};

const filed = ({ party, ...entry }: Entry, idNo: string): FiledParty => ({ ...entry, words: { ...party, idNo } });

const misplaced = ({ kind, deputy, legalRepresentative }: CaseFiling['debtors'][number], index: number): readonly FieldFault[] => {
  if (kind === 'naturalPerson' && legalRepresentative !== undefined)
    return [{ pointer: `/debtors/${index}/legalRepresentative`, rule: 'onlyForOrganisation' }];
  return kind === 'organisation' && deputy !== undefined ? [{ pointer: `/debtors/${index}/deputy`, rule: 'onlyForNaturalPerson' }] : [];
};

/** One number is one person: under one name, and on one side. A debtor may besides stand for another debtor. */
const doubled = (parties: readonly FiledParty[]): readonly FieldFault[] =>
  parties.flatMap((party, index) => {
    const others = parties.slice(0, index).filter(({ words }) => words.idNo === party.words.idNo);
    const [fault] = others.flatMap((other) => clash(other, party));
    return fault === undefined ? [] : [fault];
  });

const clash = (first: FiledParty, second: FiledParty): readonly FieldFault[] => {
  const { pointer, role } = second;
  if (first.words.name !== second.words.name) return [{ pointer: `${pointer}/name`, rule: 'otherNameSameNumber' }];
  if (first.role === role && role !== 'legalRepresentative') return [{ pointer: `${pointer}/idNo`, rule: 'duplicateParty' }];
  if (first.role === 'applicant' && role === 'debtor') return [{ pointer: `${pointer}/idNo`, rule: 'bothSides' }];
  const differs = first.seat !== undefined && second.seat !== undefined && !isSameSeat(first.seat, second.seat);
  return differs ? [{ pointer: `${pointer}/deputy`, rule: 'contradictsEarlier' }] : [];
};

const isSameSeat = (one: FiledSeat, other: FiledSeat): boolean => one.level === other.level && one.unit === other.unit;
