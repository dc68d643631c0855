import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { restChannel } from '../../adapters/units/rest-channel.ts';
import type { Delivery, DeliveryReceipt, UnitChannel } from '../../domain/ports/unit-channel.ts';
import { readConfig } from '../../simulator/config.ts';
import type { logOf } from '../../simulator/log.ts';
import type { SabotageReport } from '../../simulator/sabotage.ts';
import type { Script } from '../../simulator/script.ts';
import { startSimulator, type Simulator } from '../../simulator/simulator.ts';
import { openCourtDoor, type Arrival, type CourtDoor } from './court-door.ts';
import type { CourtDatabase } from './court-database.ts';
import { openLine, type InterruptibleLine } from './interruptible-line.ts';
import { until } from './until.ts';

export const dayMs = 86_400_000;

const courtKeys = generateKeyPairSync('ed25519');
const unitKeys = generateKeyPairSync('ed25519');
export const courtKey = courtKeys.privateKey.export({ format: 'jwk' });

/** The simulator as a process of its own would be, with a court at the other end that has a clock, a door and a signing key. */
export interface SimulatedUnits {
  readonly door: CourtDoor;
  readonly url: string;
  /** The line from the simulator to the court's database. */
  readonly line: InterruptibleLine;
  readonly environment: NodeJS.ProcessEnv;
  channelTo(unit: string, options?: { readonly at?: string; readonly keyId?: string; readonly attemptTimeoutMs?: number }): UnitChannel;
  /** Delivers, and expects the unit to take it. */
  deliver(delivery: Delivery): Promise<DeliveryReceipt>;
  put(path: string, body: unknown): Promise<Response>;
  play(...rules: Script['rules']): Promise<void>;
  log(): Promise<ReturnType<typeof logOf>>;
  sabotage(): Promise<SabotageReport>;
  /** Leaps to the earliest appointment, as the court's driver would; gives its moment. */
  leapToNextDue(): Promise<string>;
  /** Appointments not kept yet. */
  due(): Promise<readonly string[]>;
  arrivals(count: number): Promise<readonly Arrival[]>;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

export const openSimulatedUnits = async (database: CourtDatabase): Promise<SimulatedUnits> => {
  await database.query(`DELETE FROM appointment`);
  const door = await openCourtDoor(unitKeys.publicKey);
  const line = await openLine(database.port);
  const directory = mkdtempSync(join(tmpdir(), 'liandong-simulator-'));
  const environment = {
    SIMULATOR_DATABASE_URL: database.url.replace(`:${database.port}/`, `:${line.port}/`),
    LIANDONG_API_URL: door.url,
    LIANDONG_COURT_PUBLIC_KEY: JSON.stringify({ ...courtKeys.publicKey.export({ format: 'jwk' }), kid: 'court' }),
    LIANDONG_UNIT_PRIVATE_KEYS: JSON.stringify({ '*': unitKeys.privateKey.export({ format: 'jwk' }) }),
    LIANDONG_SIMULATOR_PORT: '0',
    LIANDONG_SIMULATOR_DATA: directory,
  };
  const start = (): Promise<Simulator> => startSimulator(readConfig(environment), pino({ level: 'silent' }));
  let simulator = await start();
  const url = (): string => `http://127.0.0.1:${simulator.port}`;

  const channelTo: SimulatedUnits['channelTo'] = (unit, { at = url(), keyId = 'court', ...options } = {}) =>
    restChannel({ baseUrl: `${at}/units/${unit}`, signingKey: courtKey, courtKeyId: keyId, http: fetch, now: Date.now, ...options });
  const put = (path: string, body: unknown): Promise<Response> => fetch(`${url()}${path}`, { method: 'PUT', body: JSON.stringify(body) });
  const read = async <Body>(path: string): Promise<Body> => (await (await fetch(`${url()}${path}`)).json()) as Body;
  const undone = async (): Promise<readonly { readonly id: string; readonly due_at: Date }[]> =>
    database.query(`SELECT id, due_at FROM appointment WHERE done_at IS NULL ORDER BY due_at, id`);

  return {
    door,
    line,
    environment,
    get url() {
      return url();
    },
    channelTo,
    put,
    deliver: async (delivery) => {
      const delivered = await channelTo(delivery.unit).deliver(delivery);
      if (!delivered.ok) throw new Error(`Not delivered: ${JSON.stringify(delivered.error)}`);
      return delivered.value;
    },
    play: async (...rules) => {
      const answer = await put('/script', { rules });
      if (!answer.ok) throw new Error(`Script refused: ${await answer.text()}`);
    },
    log: () => read('/log'),
    sabotage: () => read('/sabotage'),
    leapToNextDue: async () => {
      const next = await until('an appointment', async () => (await undone())[0]);
      await leapTo(database, next.due_at);
      return next.id;
    },
    due: async () => (await undone()).map(({ id }) => id),
    arrivals: (count) => until(`${count} replies`, () => (door.arrivals.length >= count ? door.arrivals : undefined)),
    stop: () => simulator.stop(),
    start: async () => {
      simulator = await start();
    },
    close: async () => {
      await simulator.stop();
      await door.close();
      await line.cut();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};

const leapTo = async (database: CourtDatabase, due: Date): Promise<void> => {
  await database.query(`UPDATE court_clock SET offset_ms = GREATEST(offset_ms, $1)`, [due.getTime() - Date.now()]);
};
