import { dateOf, type Instant } from '../../domain/calendar/instant.ts';
import type { CaseRow, RequestRow } from '../../domain/ports/reader.ts';
import type { PartyDossier, PropertyDossier } from '../../domain/ports/dossier.ts';
import { nameOn } from '../../domain/unit/unit.ts';
import type { Services } from '../services.ts';

/** Words for the ids of a case. Persons and things are known only where they may be shown; units always are. */
export interface Names {
  readonly party: (partyId: string) => PartyDossier | undefined;
  readonly property: (propertyId: string) => PropertyDossier | undefined;
  readonly unit: (code: string) => string;
}

/** Everyone and everything a case and its requests mention. */
export const namesIn = async (
  { state }: CaseRow,
  requests: readonly RequestRow[],
  { now, showPersons }: { readonly now: Instant; readonly showPersons: boolean },
  { dossier }: Services,
): Promise<Names> => {
  const units = [
    ...requests.map(({ unit }) => unit),
    ...state.proposals.flatMap(({ purpose }) => (purpose.kind === 'request' ? [purpose.file.unit] : [])),
    ...state.file.parties.flatMap(({ deputy }) => (deputy?.unit === undefined ? [] : [deputy.unit])),
  ];
  const parties = showPersons ? state.file.parties.map(({ partyId }) => partyId) : [];
  const properties = showPersons ? state.properties.map(({ propertyId }) => propertyId) : [];
  const [party, property, unit] = await Promise.all([
    lookup(parties, (id) => dossier.party(id)),
    lookup(properties, (id) => dossier.property(id)),
    lookup(units, (code) => dossier.unit(code)),
  ]);
  return { party, property, unit: (code) => unitName(unit(code), code, now) };
};

/** Names of units alone, for whoever needs no others. */
export const unitNames = async (codes: readonly string[], now: Instant, { dossier }: Services): Promise<Names['unit']> => {
  const unit = await lookup(codes, (code) => dossier.unit(code));
  return (code) => unitName(unit(code), code, now);
};

const unitName = (unit: Parameters<typeof nameOn>[0] | undefined, code: string, now: Instant): string =>
  unit === undefined ? code : nameOn(unit, dateOf(now));

const lookup = async <Found>(
  ids: readonly string[],
  find: (id: string) => Promise<Found | undefined>,
): Promise<(id: string) => Found | undefined> => {
  const found = new Map(await Promise.all([...new Set(ids)].map(async (id) => [id, await find(id)] as const)));
  return (id) => found.get(id);
};
