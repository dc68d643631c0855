import type { CivilDate } from '../../domain/calendar/instant.ts';
import {
  routingOf,
  existsOn,
  type Channel,
  type Unit,
  type UnitCode,
  type UnitLevel,
  type UnitName,
  type UnitRouting,
} from '../../domain/unit/unit.ts';
import type { Unit as UnitRow } from '../../generated/prisma/client.ts';
import type { Database } from './client.ts';

export const toUnit = (row: UnitRow): Unit => ({
  code: row.code as UnitCode,
  planName: row.planName,
  names: row.names as unknown as readonly UnitName[],
  level: row.level as UnitLevel,
  region: row.region,
  duties: row.duties,
  channels: row.channels as Channel[],
  validFrom: row.validFrom.toISOString().slice(0, 10) as CivilDate,
  ...(row.validTo !== null && { validTo: row.validTo.toISOString().slice(0, 10) as CivilDate }),
});

/** The registry of member units as it stood on a day, with what a plan needs and no more. */
export const routingOn = async (database: Database, date: CivilDate): Promise<readonly UnitRouting[]> => {
  const rows = await database.unit.findMany({ orderBy: { code: 'asc' } });
  return rows
    .map(toUnit)
    .filter((unit) => existsOn(unit, date))
    .map(routingOf);
};

/** A registry row as it is imported, with the address of a unit that is called and the keys it signs with. */
export interface UnitImport extends Unit {
  readonly baseUrl?: string;
  readonly keys: readonly { readonly id: string; readonly jwk: object }[];
}

/** Adds or replaces rows of the registry. A key once known stays known, for what it signed must stay provable. */
export const importUnits = async (database: Database, units: readonly UnitImport[]): Promise<void> => {
  for (const { keys, baseUrl, code, names, duties, channels, validFrom, validTo, ...unit } of units) {
    const row = {
      ...unit,
      names: names.map((name) => ({ ...name })),
      duties: [...duties],
      channels: [...channels],
      baseUrl: baseUrl ?? null,
      validFrom: new Date(validFrom),
      validTo: validTo === undefined ? null : new Date(validTo),
    };
    await database.unit.upsert({ where: { code }, create: { code, ...row }, update: row });
    for (const { id, jwk } of keys)
      await database.unitKey.upsert({ where: { id }, create: { id, unit: code, jwk: { ...jwk } }, update: {} });
  }
};
