import { inject } from 'vitest';
import type { PassingServers } from '../../scripts/lib/bring-up.mjs';
import { createColumnCipher } from '../../adapters/crypto/column-cipher.ts';
import { readSecrets, type Secrets } from '../../adapters/crypto/secrets.ts';
import { postgresAdmissions } from '../../adapters/postgres/admissions.ts';
import { openDatabase, type Database } from '../../adapters/postgres/client.ts';
import { postgresDossier } from '../../adapters/postgres/dossier-reader.ts';
import { dossierWriter } from '../../adapters/postgres/dossier-writer.ts';
import { recordReader } from '../../adapters/postgres/record-reader.ts';
import { importUnits, keepStaff } from '../../adapters/postgres/registry.ts';
import { clockDriver } from '../../adapters/temporal/clock-driver.ts';
import { connectTemporal } from '../../adapters/temporal/connect.ts';
import { temporalDesk } from '../../adapters/temporal/desk.ts';
import { addMs, epochMsOf, type Instant } from '../../domain/calendar/instant.ts';
import { fileCase, type CaseParts } from './court-case.ts';
import { freePort, openCounterHere } from './court-counter.ts';
import { staff, unitsAt } from './court-register.ts';
import { partHere, partsApart, type PartPlaces } from './court-processes.ts';
import { letTimersFire } from './court-timers.ts';
import { disagreements } from './court-soundness.ts';
import { openUnits, playHere, type Rule } from './court-units.ts';
import { startWorkerHere, type CourtPlaces, type Running } from './court-worker.ts';
import { createDatabase } from './database.ts';
import { throughOutages } from './insisting.ts';
import { moment } from './story.ts';

export interface CourtOptions {
  /** When the court opens, by its own clock. Monday 2 March 2026 at nine unless given, so that every day is known beforehand. */
  readonly on?: string;
  readonly script?: readonly Rule[];
  /** A database and a Temporal server of the test's own, where it takes them away; else a fresh database and the server of the run. */
  readonly databaseUrl?: string;
  readonly temporalAddress?: string;
  readonly secrets?: Readonly<Record<string, string>>;
  /** How long an errand tries before it is an occurrence, in real milliseconds: two thousand unless given. */
  readonly patienceMs?: number;
  /** Leaps only to a moment before each due instant, and lets the real timers fire. */
  readonly timersFire?: boolean;
  /** Worker, counter and units run in this process, unless they are to be killed: then as they were built, beside these servers. */
  readonly apart?: PassingServers;
}

/** A court with everything real: engine, record, counter, units over HTTP. Only its clock can leap. */
export type Court = Awaited<ReturnType<typeof openCourt>>;

export const openCourt = async (options: CourtOptions = {}) => {
  const raw = { ...inject('secrets'), ...options.secrets };
  const secrets = secretsIn(raw);
  const own = options.databaseUrl === undefined ? await createDatabase() : undefined;
  const places: CourtPlaces = {
    databaseUrl: own?.url ?? options.databaseUrl ?? '',
    temporalAddress: options.temporalAddress ?? inject('temporalAddress'),
    taskQueue: `court-${nextSerial()}`,
    workflowBundlePath: inject('workflowBundlePath'),
    secrets,
    patienceMs: options.patienceMs ?? 2_000,
  };
  const database = openDatabase(places.databaseUrl);
  const cipher = createColumnCipher(secrets.dossierKeys, secrets.blindIndexKey);
  const client = connectTemporal({ address: places.temporalAddress, namespace: 'default' }, secrets.codecKeys);
  const dossier = postgresDossier(database, cipher);
  const driver = clockDriver(database, client, 45_000);
  const [counterPort, unitsPort] = [await freePort(), await freePort()];
  const desk = temporalDesk({
    client,
    admissions: postgresAdmissions(database),
    assertionKey: secrets.assertionPrivateKey,
    taskQueue: places.taskQueue,
  });
  const reader = recordReader(database, cipher);
  const writer = dossierWriter(database, cipher);
  const parts: CaseParts = { desk, reader, writer, database, now: driver.now };

  await setClock(database, moment(options.on ?? '2026-03-02 09:00'));
  await importUnits(database, unitsAt(`http://127.0.0.1:${unitsPort}`));
  for (const person of Object.values(staff)) await keepStaff(database, cipher, person);
  const parties = partsOf(options.apart, { places, secrets: raw, counterPort, unitsPort }, () =>
    openCounterHere({
      database,
      dossier,
      courtTime: driver.now,
      services: { desk, reader, writer },
      unitPublicKeys: raw['LIANDONG_UNIT_PUBLIC_KEYS'] ?? '[]',
      port: counterPort,
    }),
  );
  const { worker, counter } = parties;
  const counterUrl = `http://127.0.0.1:${counterPort}`;
  const unitPlaces = { databaseUrl: places.databaseUrl, counterUrl, port: unitsPort, secrets: raw };
  const units = await openUnits(unitPlaces, parties.playing, options.script ?? []);
  await Promise.all([counter.start(), worker.start()]);

  const leapsTo = async (to: Instant | string): Promise<void> => {
    const goal = to.includes('T') ? (to as Instant) : moment(to);
    if (options.timersFire === true) await letTimersFire(database, driver, goal);
    const { waitingFor } = await throughOutages(() => driver.leap(goal));
    if (waitingFor.length > 0) throw new Error(`The court does not come to rest: ${waitingFor.join('; ')}`);
  };

  return {
    ...parts,
    client,
    places,
    units,
    /** The court's own processes, which a test may take away and bring back. */
    worker,
    counter,
    /** Files a case against one debtor of that standing. */
    files: (flags?: Parameters<typeof fileCase>[2], serial = nextSerial()) => fileCase(parts, serial, flags),
    /** Waits until nothing is under way and nothing is due. */
    rests: async (): Promise<void> => leapsTo(await throughOutages(driver.now)),
    leapsTo,
    letDaysPass: async (days: number): Promise<void> => leapsTo(addMs(await throughOutages(driver.now), days * 86_400_000)),
    /** Events of one process, as they were recorded. */
    recorded: async (stream: string) => {
      const rows = await database.event.findMany({ where: { stream }, orderBy: { number: 'asc' } });
      return rows.map(({ body }) => body as unknown as { readonly type: string; readonly at: Instant });
    },
    disagreements: () => disagreements({ database, client, unitsLog: units.log }),
    close: async (): Promise<void> => {
      await units.stop();
      await counter.end();
      await worker.end();
      await client.connection.close();
      await database.$disconnect();
      await own?.drop();
    },
  };
};

const partsOf = (servers: PassingServers | undefined, partPlaces: PartPlaces, openCounter: () => Promise<Running>) =>
  servers === undefined
    ? { worker: partHere(() => startWorkerHere(partPlaces.places)), counter: partHere(openCounter), playing: playHere() }
    : partsApart(servers, partPlaces);

export const secretsIn = (raw: Readonly<Record<string, string>>): Secrets => {
  const secrets = readSecrets(raw, [
    'codecKeys',
    'dossierKeys',
    'blindIndexKey',
    'assertionPublicKey',
    'assertionPrivateKey',
    'courtSigningKey',
  ]);
  if (!secrets.ok) throw new Error(`Secrets of the run: ${JSON.stringify(secrets.error)}`);
  return secrets.value;
};

let serials = 0;

/** Numbers that no other test file of the run uses: the Temporal server is shared, and a case number is its workflow's name. */
const nextSerial = (): number => process.pid * 1_000 + (serials += 1);

/** A court of tests may open on any day. From then on its clock only goes forward. */
const setClock = async (database: Database, at: Instant): Promise<void> => {
  const offsetMs = BigInt(epochMsOf(at) - Date.now());
  await database.$transaction([
    database.$executeRaw`DELETE FROM court_clock`,
    database.$executeRaw`INSERT INTO court_clock (id, offset_ms) VALUES (1, ${offsetMs})`,
  ]);
};
