import type { CivilDate } from '../../domain/calendar/instant.ts';
import { largestFen } from '../../domain/claim/money.ts';
import { caseNumberParts } from '../../domain/enforcement-case/case-number.ts';
import { parseCourtCode } from '../../domain/enforcement-case/courts.ts';
import type { PartyDossier, StaffMember } from '../../domain/ports/dossier.ts';
import { existsOn, type Unit } from '../../domain/unit/unit.ts';
import { clauseOf } from '../../domain/catalogue/index.ts';
import type { CaseFiling, FiledSeat } from '../contract/filing.ts';
import type { FieldFault } from '../contract/rules.ts';
import type { FiledParty } from './parties.ts';

/** What a filing is held against. */
export interface Surroundings {
  readonly today: CivilDate;
  /** The court of whoever files. */
  readonly court: string;
  readonly handler: StaffMember | undefined;
  readonly unit: (code: string) => Unit | undefined;
  readonly knownAs: (party: FiledParty) => PartyDossier | undefined;
}

/** Everything that is wrong with a filing beyond the form of its fields. All of it at once: nobody should have to hand in ten times. */
export const faultsOfFiling = (filing: CaseFiling, parties: readonly FiledParty[], around: Surroundings): readonly FieldFault[] => [
  ...faultsOfCourt(filing, around),
  ...faultsOfDays(filing, around.today),
  ...faultsOfClaim(filing, around.today),
  ...parties.flatMap((party) => faultsOfSeat(party, around)),
  ...parties.flatMap((party) => faultOfName(party, around)),
];

const at = (pointer: string, rule: FieldFault['rule']): FieldFault => ({ pointer, rule });

const faultsOfCourt = ({ court, caseNumber, handler }: CaseFiling, around: Surroundings): readonly FieldFault[] => {
  if (!parseCourtCode(court).ok) return [at('/court', 'unknownCourt')];
  return [
    ...(caseNumberParts(caseNumber).court === court ? [] : [at('/court', 'otherCourt')]),
    ...(around.court === court ? [] : [at('/court', 'notYourCourt')]),
    ...(around.handler?.court === court && around.handler.id === handler ? [] : [at('/handler', 'unknownHandler')]),
  ];
};

const faultsOfDays = ({ caseNumber, appliedOn, instrument, claim }: CaseFiling, today: CivilDate): readonly FieldFault[] => {
  const { year } = caseNumberParts(caseNumber);
  const appliedIn = Number(appliedOn.slice(0, 4));
  const { effectiveOn, performanceEndsOn } = instrument;
  return [
    ...(year > Number(today.slice(0, 4)) ? [at('/caseNumber', 'caseYearInFuture')] : []),
    ...(effectiveOn > today ? [at('/instrument/effectiveOn', 'dayInFuture')] : []),
    ...(performanceEndsOn < effectiveOn ? [at('/instrument/performanceEndsOn', 'performanceBeforeEffect')] : []),
    ...(appliedOn > today ? [at('/appliedOn', 'dayInFuture')] : []),
    ...(appliedOn < effectiveOn ? [at('/appliedOn', 'appliedBeforeEffect')] : []),
    ...(appliedIn === year || appliedIn === year - 1 ? [] : [at('/appliedOn', 'appliedOutsideCaseYear')]),
    ...claim.principals.flatMap(({ performBy }, index) =>
      performBy !== undefined && performBy < effectiveOn ? [at(`/claim/principals/${index}/performBy`, 'performanceBeforeEffect')] : [],
    ),
  ];
};

const faultsOfClaim = ({ claim }: CaseFiling, today: CivilDate): readonly FieldFault[] => {
  const amounts = [...claim.principals, ...claim.costs, ...claim.ordinaryInterest].map(({ amount }) => amount);
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return [
    ...(amounts.length === 0 ? [at('/claim', 'nothingClaimed')] : []),
    ...(total > largestFen ? [at('/claim', 'totalTooLarge')] : []),
    ...claim.costs.flatMap(({ incurredOn }, index) => (incurredOn > today ? [at(`/claim/costs/${index}/incurredOn`, 'dayInFuture')] : [])),
  ];
};

/** The congresses of the two levels of the plan have a duty; its silence on other levels leaves nobody to name. @see plan §二(一) */
const faultsOfSeat = ({ seat, pointer }: FiledParty, { unit, today }: Surroundings): readonly FieldFault[] => {
  if (seat === undefined) return [];
  const place = `${pointer}/deputy/unit`;
  if (seat.level === 'other') return seat.unit === undefined ? [] : [at(place, 'unitNotAllowed')];
  if (seat.unit === undefined) return [at(place, 'unitRequired')];
  const congress = unit(seat.unit);
  if (congress === undefined || !existsOn(congress, today)) return [at(place, 'unknownUnit')];
  return faultOfCongress(congress, seat, place);
};

const faultOfCongress = ({ duties, level }: Unit, seat: FiledSeat, place: string): readonly FieldFault[] => {
  if (!duties.includes(clauseOf('C01-1'))) return [at(place, 'unitWithoutDuty')];
  return level === seat.level ? [] : [at(place, 'unitOfOtherLevel')];
};

/** Units match persons on name and number, so that a number under another name would reach the wrong one. */
const faultOfName = (party: FiledParty, { knownAs }: Surroundings): readonly FieldFault[] => {
  const known = knownAs(party);
  return known === undefined || known.name === party.words.name ? [] : [at(`${party.pointer}/name`, 'nameDiffersFromRecord')];
};
