import type { Brand } from '../brand.ts';
import type { CivilDate } from '../calendar/instant.ts';

/** A member unit's code, for example `cx-natural-resources`. Units are rows of the registry, never code. */
export type UnitCode = Brand<string, 'UnitCode'>;

export type UnitLevel = 'prefecture' | 'county';

/** How the court and a unit speak with each other. The order in a unit's row is the order of trying. */
export type Channel = 'rest' | 'pull' | 'file' | 'inbox' | 'paper';

/** A unit's name while it was valid, so that a paper of 2018 prints the name of 2018. */
export interface UnitName {
  readonly name: string;
  readonly validFrom: CivilDate;
  readonly validTo?: CivilDate;
}

/** One row of the registry. */
export interface Unit {
  readonly code: UnitCode;
  /** What the plan of 2018 called the body: kept as provenance. */
  readonly planName: string;
  readonly names: readonly UnitName[];
  readonly level: UnitLevel;
  /** Administrative division, six digits: 532300 for the prefecture. */
  readonly region: string;
  /** The plan's clauses this unit answers for, `C04`. A request under any other clause is refused. */
  readonly duties: readonly string[];
  readonly channels: readonly Channel[];
  readonly validFrom: CivilDate;
  readonly validTo?: CivilDate;
}

/** What a workflow needs to know of a unit to find the addressee: no names, no persons. */
export interface UnitRouting {
  readonly code: UnitCode;
  readonly level: UnitLevel;
  readonly region: string;
  readonly duties: readonly string[];
  readonly channels: readonly Channel[];
}

/** The name a unit bore on a day; the latest known one where the registry has a hole, for a letter must have an addressee. */
export const nameOn = (unit: Unit, date: CivilDate): string => {
  const valid = unit.names.find((name) => name.validFrom <= date && (name.validTo === undefined || date <= name.validTo));
  return (valid ?? unit.names.at(-1))?.name ?? unit.planName;
};

/** Whether a unit stood in the registry on a day. */
export const existsOn = (unit: Unit, date: CivilDate): boolean =>
  unit.validFrom <= date && (unit.validTo === undefined || date <= unit.validTo);

export const routingOf = ({ code, level, region, duties, channels }: Unit): UnitRouting => ({ code, level, region, duties, channels });
