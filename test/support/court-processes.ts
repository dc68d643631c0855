import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PassingProcess, PassingServers } from '../../scripts/lib/bring-up.mjs';
import { staff, unitsAt } from './court-register.ts';
import type { Playing } from './court-units.ts';
import type { CourtPlaces, Running } from './court-worker.ts';

/** One of the court's own processes. `end` takes it away: in a process of its own at once and without a word. */
export interface Part {
  start(): Promise<void>;
  end(): Promise<void>;
}

/** A part in the process of the test, which can only be ended in order. */
export const partHere = (open: () => Promise<Running>): Part => {
  let running: Running | undefined;
  return {
    start: async () => {
      running = await open();
    },
    end: async () => {
      const ending = running;
      running = undefined;
      await ending?.stop();
    },
  };
};

export interface PartPlaces {
  readonly places: CourtPlaces;
  readonly secrets: Readonly<Record<string, string>>;
  readonly counterPort: number;
  readonly unitsPort: number;
}

/** Worker, counter and units as they were built, each in a process of its own. */
export const partsApart = (servers: PassingServers, { places, secrets, counterPort, unitsPort }: PartPlaces) => {
  const name = (part: string): string => `${places.taskQueue}-${part}`;
  const file = (part: string, content: unknown): string => {
    const written = path.join(servers.folder, `${name(part)}.json`);
    writeFileSync(written, JSON.stringify(content));
    return written;
  };
  const common = {
    ...secrets,
    DATABASE_URL: places.databaseUrl,
    TEMPORAL_ADDRESS: places.temporalAddress,
    LIANDONG_TASK_QUEUE: places.taskQueue,
    LIANDONG_CLOCK: 'leaping',
  };
  const worker = apart(servers, {
    name: name('worker'),
    entry: 'worker/main.js',
    env: {
      ...common,
      LIANDONG_WORKFLOW_BUNDLE: places.workflowBundlePath,
      LIANDONG_ERRAND_PATIENCE_MS: String(places.patienceMs),
      LIANDONG_STICKY_TIMEOUT_MS: '1000',
    },
  });
  const counter = apart(servers, {
    name: name('api'),
    entry: 'api/main.js',
    port: counterPort,
    env: {
      ...common,
      LIANDONG_API_PORT: String(counterPort),
      LIANDONG_API_URL: `http://127.0.0.1:${counterPort}`,
      LIANDONG_SIMULATOR_URL: `http://127.0.0.1:${unitsPort}`,
      LIANDONG_RATE_PER_MINUTE: '100000',
      LIANDONG_DEMO_ACCOUNTS: file(
        'accounts',
        Object.values(staff).map(({ level: _level, ...person }) => ({ ...person, title: person.name, secret: 'test' })),
      ),
      LIANDONG_DEMO_UNITS: file('units', unitsAt(`http://127.0.0.1:${unitsPort}`)),
    },
  });
  let units: Part | undefined;
  const playing: Playing = {
    start: (environment) => {
      units ??= apart(servers, { name: name('units'), entry: 'simulator/main.js', port: unitsPort, env: environment });
      return units.start();
    },
    end: async () => units?.end(),
  };
  return { worker, counter, playing };
};

const apart = (servers: PassingServers, started: Parameters<PassingServers['startNode']>[0]): Part => {
  let child: PassingProcess | undefined;
  return {
    start: async () => {
      if (child === undefined) child = await servers.startNode(started);
      else await child.start();
    },
    end: async () => {
      await child?.kill();
    },
  };
};
