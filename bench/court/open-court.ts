import type { PayloadCodec } from '@temporalio/common';
import type { Client } from '@temporalio/client';
import { createColumnCipher } from '../../adapters/crypto/column-cipher.ts';
import { encryptingCodec } from '../../adapters/crypto/payload-codec.ts';
import { readSecrets } from '../../adapters/crypto/secrets.ts';
import { postgresAdmissions } from '../../adapters/postgres/admissions.ts';
import { openDatabase, type Database } from '../../adapters/postgres/client.ts';
import { dossierWriter } from '../../adapters/postgres/dossier-writer.ts';
import { recordReader } from '../../adapters/postgres/record-reader.ts';
import { importUnits, type UnitImport } from '../../adapters/postgres/registry.ts';
import { clockDriver } from '../../adapters/temporal/clock-driver.ts';
import { connectTemporal } from '../../adapters/temporal/connect.ts';
import { temporalDesk } from '../../adapters/temporal/desk.ts';
import type { CivilDate } from '../../domain/calendar/instant.ts';
import type { Desk } from '../../domain/ports/desk.ts';
import type { DossierWriter } from '../../domain/ports/dossier.ts';
import type { ClockDriver, RecordReader } from '../../domain/ports/reader.ts';
import type { UnitCode } from '../../domain/unit/unit.ts';
import { usualTaskQueue } from '../../workflows/messages/messages.ts';
import type { Places } from '../places.ts';
import { benchCourt, judgeId } from './docket.ts';
import { openUnitHouse, type UnitHouse } from './unit-house.ts';

/** The court of a bench: its counter, its clock, its units, and a look into record and engine. The worker is a process of its own. */
export interface Court {
  readonly client: Client;
  readonly codec: PayloadCodec;
  readonly database: Database;
  readonly desk: Desk;
  readonly writer: DossierWriter;
  readonly reader: RecordReader;
  readonly clock: ClockDriver;
  readonly units: UnitHouse;
  readonly close: () => Promise<void>;
}

/** Opens an empty court with one judge, one bureau head and the two units that the bench asks. */
export const openCourt = async ({ databaseUrl, temporalAddress, secrets: given }: Places): Promise<Court> => {
  const read = readSecrets(given, ['codecKeys', 'dossierKeys', 'blindIndexKey', 'assertionPrivateKey']);
  if (!read.ok) throw new Error(`Keys are missing: ${read.error.map(({ variable }) => variable).join(', ')}`);
  const { codecKeys, dossierKeys, blindIndexKey, assertionPrivateKey } = read.value;
  const database = openDatabase(databaseUrl);
  const cipher = createColumnCipher(dossierKeys, blindIndexKey);
  const client = connectTemporal({ address: temporalAddress, namespace: 'default' }, codecKeys);
  const units = await openUnitHouse();

  await importUnits(database, [unitHolding('C04', '楚雄州演示社会保险中心', units), unitHolding('C14', '楚雄州演示不动产登记中心', units)]);
  const sealed = cipher.seal(
    { table: 'staff', column: 'sealed', rowId: judgeId },
    JSON.stringify({ name: '丙演示', phone: '0878-0000000' }),
  );
  await database.staff.create({ data: { id: judgeId, court: benchCourt, role: 'judge', sealed } });
  return {
    client,
    codec: encryptingCodec(codecKeys),
    database,
    desk: temporalDesk({
      client,
      admissions: postgresAdmissions(database),
      assertionKey: assertionPrivateKey,
      taskQueue: usualTaskQueue,
    }),
    writer: dossierWriter(database, cipher),
    reader: recordReader(database, cipher),
    clock: clockDriver(database, client),
    units,
    close: async () => {
      await units.close();
      await client.connection.close();
      await database.$disconnect();
    },
  };
};

/** The unit that answers for a clause. */
export const unitOf = (clause: string): UnitCode => `bench-${clause.toLowerCase()}` as UnitCode;

const unitHolding = (clause: string, name: string, { url }: UnitHouse): UnitImport => ({
  code: unitOf(clause),
  planName: name,
  names: [{ name, validFrom: '2018-01-26' as CivilDate }],
  level: 'prefecture',
  region: '532300',
  duties: [clause],
  channels: ['rest'],
  validFrom: '2018-01-26' as CivilDate,
  baseUrl: `${url}/units/${unitOf(clause)}`,
  keys: [],
});
