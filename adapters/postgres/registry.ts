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
import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { ColumnCipher } from '../crypto/column-cipher.ts';
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

const Jwk = z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() });

const Day = z.iso.date().transform((day) => day as CivilDate);

const UnitRow = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,62}$/)
    .transform((code) => code as UnitCode),
  planName: z.string().min(1),
  names: z.array(z.strictObject({ name: z.string().min(1), validFrom: Day, validTo: Day.exactOptional() })).min(1),
  level: z.enum(['prefecture', 'county']),
  region: z.string().regex(/^\d{6}$/),
  duties: z.array(z.string().regex(/^[CS]\d{2}$/)),
  channels: z.array(z.enum(['rest', 'pull', 'file', 'inbox', 'paper'])).min(1),
  baseUrl: z.url().exactOptional(),
  keys: z.array(z.strictObject({ id: z.string().min(1), jwk: z.looseObject({ kty: z.literal('OKP') }) })).default([]),
  validFrom: Day,
  validTo: Day.exactOptional(),
});

/**
 * Reads rows of the registry from outside. A row that names no address is called at the simulator's, where there is one.
 *
 * @throws ZodError naming row, field and rule
 */
export const parseUnits = (rows: readonly unknown[], simulatorUrl?: string): readonly UnitImport[] =>
  rows.map((row) => {
    const unit = UnitRow.parse(row);
    const address = unit.baseUrl ?? (simulatorUrl === undefined ? undefined : `${simulatorUrl}/units/${unit.code}`);
    return { ...unit, ...(address !== undefined && { baseUrl: address }) };
  });

/** A public key with which a unit may sign; nothing when the unit has none of that name. */
export const unitKey = async (database: Database, unit: string, keyId: string): Promise<KeyObject | undefined> => {
  const row = await database.unitKey.findFirst({ where: { id: keyId, unit } });
  return row === null ? undefined : createPublicKey({ key: Jwk.parse(row.jwk), format: 'jwk' });
};

/** Puts down a judge or clerk whose name stands on papers. */
export const keepStaff = async (
  database: Database,
  cipher: ColumnCipher,
  {
    id,
    court,
    role,
    name,
    phone,
  }: { readonly id: string; readonly court: string; readonly role: string; readonly name: string; readonly phone: string },
): Promise<void> => {
  const sealed = cipher.seal({ table: 'staff', column: 'sealed', rowId: id }, JSON.stringify({ name, phone }));
  await database.staff.upsert({ where: { id }, create: { id, court, role, sealed }, update: { court, role, sealed } });
};
