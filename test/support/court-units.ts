import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type { UnitReply } from '../../adapters/units/wire/messages.ts';
import { signMessage } from '../../adapters/units/wire/signature.ts';
import { readConfig } from '../../simulator/config.ts';
import type { logOf } from '../../simulator/log.ts';
import type { Script } from '../../simulator/script.ts';
import { startSimulator } from '../../simulator/simulator.ts';

export type Rule = Script['rules'][number];
export type UnitsLog = ReturnType<typeof logOf>;

/** The member units, played by the simulator over the real channels. */
export interface CourtUnits {
  readonly url: string;
  /** From now on the units do this; what no rule speaks of is done as usual. */
  play(...rules: readonly Rule[]): Promise<void>;
  /** What they received and said, in their own words. */
  log(): Promise<UnitsLog>;
  knocks(): number;
  /** A unit says something beside all scripts, signed with its key; gives the status of the court's answer. */
  says(reply: UnitReply): Promise<number>;
  /** Takes every unit away at once, as a power cut would; what they resolved to say they say when they are back. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

/** What starting and stopping the simulator is: in this process, or in one of its own. */
export interface Playing {
  start(environment: Readonly<Record<string, string>>): Promise<void>;
  end(): Promise<void>;
  /** How often the court has stood at their door so far, let in or not. Only those in this process can tell. */
  readonly knocks?: () => number;
}

export interface UnitPlaces {
  readonly databaseUrl: string;
  readonly counterUrl: string;
  readonly port: number;
  readonly secrets: Readonly<Record<string, string>>;
}

export const openUnits = async (places: UnitPlaces, playing: Playing, rules: readonly Rule[]): Promise<CourtUnits> => {
  const directory = mkdtempSync(path.join(tmpdir(), 'liandong-units-'));
  const url = `http://127.0.0.1:${places.port}`;
  const [key] = JSON.parse(places.secrets['LIANDONG_UNIT_KEYS'] ?? '[]') as readonly (JsonWebKey & { readonly kid: string })[];
  if (key === undefined) throw new Error('The run has no key for its units');
  const environment = {
    SIMULATOR_DATABASE_URL: places.databaseUrl,
    LIANDONG_API_URL: places.counterUrl,
    LIANDONG_COURT_PUBLIC_KEY: places.secrets['LIANDONG_COURT_PUBLIC_KEY'] ?? '',
    LIANDONG_UNIT_PRIVATE_KEYS: JSON.stringify({ '*': key }),
    LIANDONG_SIMULATOR_PORT: String(places.port),
    LIANDONG_SIMULATOR_DATA: directory,
  };
  let script = rules;
  const play = async (): Promise<void> => {
    const answer = await fetch(`${url}/script`, { method: 'PUT', body: JSON.stringify({ rules: script }) });
    if (!answer.ok) throw new Error(`The units do not understand the script: ${await answer.text()}`);
  };
  const comeBack = async (): Promise<void> => {
    await playing.start(environment);
    await play();
  };
  await comeBack();
  return {
    url,
    play: async (...next) => {
      script = next;
      await play();
    },
    log: async () => (await (await fetch(`${url}/log`)).json()) as UnitsLog,
    knocks: () => playing.knocks?.() ?? Number.NaN,
    says: async (reply) => {
      const target = `/api/v1/units/${reply.unit}/replies`;
      const body = JSON.stringify(reply);
      const signingKey = { keyId: key.kid, privateKey: createPrivateKey({ key, format: 'jwk' }) };
      const headers = signMessage(signingKey, { method: 'POST', path: target, body }, Date.now());
      const url = `${places.counterUrl}${target}`;
      const answer = await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body });
      await answer.body?.cancel();
      return answer.status;
    },
    goAway: () => playing.end(),
    comeBack,
    stop: async () => {
      await playing.end();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};

export const playHere = (): Playing => {
  let end: () => Promise<void> = () => Promise.resolve();
  let knocks = 0;
  const listen = (line: string): void => {
    const { msg } = JSON.parse(line) as { readonly msg: string };
    if (msg === 'delivery' || msg === 'request failed') knocks += 1;
  };
  return {
    knocks: () => knocks,
    start: async (environment) => {
      const simulator = await startSimulator(readConfig(environment), pino({ level: 'info' }, { write: listen }));
      end = async () => {
        end = () => Promise.resolve();
        await simulator.stop();
      };
    },
    end: () => end(),
  };
};
