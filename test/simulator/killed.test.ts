import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Delivery } from '../../domain/ports/unit-channel.ts';
import { aDelivery } from '../adapters/units/deliveries.ts';
import { openCourtDatabase, type CourtDatabase } from './court-database.ts';
import { openSimulatedUnits, type SimulatedUnits } from './simulated-units.ts';
import { until } from './until.ts';

const root = join(import.meta.dirname, '../..');

let compiled: string;
let database: CourtDatabase;
let units: SimulatedUnits;
let running: ChildProcess | undefined;

beforeAll(async () => {
  compiled = mkdtempSync(join(root, 'node_modules', '.simulator-'));
  const options = ['--module', 'nodenext', '--target', 'es2023', '--rewriteRelativeImportExtensions', '--skipLibCheck', '--types', 'node'];
  execFileSync('npx', ['tsc', '--ignoreConfig', 'simulator/main.ts', '--outDir', compiled, '--rootDir', '.', ...options], { cwd: root });
  database = await openCourtDatabase();
});
afterAll(async () => {
  rmSync(compiled, { recursive: true, force: true });
  await database.close();
});
beforeEach(async () => {
  units = await openSimulatedUnits(database);
  await units.stop();
});
afterEach(async () => {
  await end('SIGKILL');
  await units.start();
  await units.close();
});

const Listening = z.object({ msg: z.literal('simulator listening'), port: z.number() });

/** Starts the simulator as a process of its own, and gives its address. */
const startProcess = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(compiled, 'simulator', 'main.js')], { env: { ...process.env, ...units.environment } });
    running = child;
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.once('exit', (code) => reject(new Error(`The simulator ended with ${code}: ${errors}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const listening = Listening.safeParse(JSON.parse(line));
      if (listening.success) resolve(`http://127.0.0.1:${listening.data.port}`);
    });
  });

const end = async (signal: NodeJS.Signals): Promise<number | null> => {
  const child = running;
  running = undefined;
  if (child === undefined || child.exitCode !== null) return null;
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill(signal);
  return exited;
};

describe('the simulator as a process', () => {
  it('gives every answer and acts once on every step, though it is killed in the midst of serving and of answering', async () => {
    const rounds = [1, 2, 3];
    const deliveries = [1, 2, 3, 4].map((order) => aDelivery({ stepNo: `2026-yun2301-zhi-${order}/1/1`, actionId: 'C08-1' }));
    const deliverTo = (at: string, delivery: Delivery) => units.channelTo(delivery.unit, { at, attemptTimeoutMs: 2_000 }).deliver(delivery);
    for (const round of rounds) {
      const at = await startProcess();
      const underWay = deliveries.map((delivery) => deliverTo(at, delivery));
      await until('some answers', () => units.door.arrivals.length >= round);
      await end('SIGKILL');
      await Promise.all(underWay);
    }
    const at = await startProcess();
    for (const delivery of deliveries) expect(await deliverTo(at, delivery)).toMatchObject({ ok: true });
    await until('the filings to be all that is due', async () => (await units.due()).length === deliveries.length);
    await units.leapToNextDue();
    await until('all appointments to be kept', async () => (await units.due()).length === 0);
    const { received } = (await (await fetch(`${at}/log`)).json()) as Awaited<ReturnType<SimulatedUnits['log']>>;
    expect(received.map(({ stepNo, acts }) => [stepNo, acts]).toSorted()).toEqual(deliveries.map(({ stepNo }) => [stepNo, 1]));
    const answers = new Set(units.door.arrivals.map(({ reply }) => `${reply.stepNo} ${reply.replyNo} ${reply.content.kind}`));
    expect(answers.size).toBe(2 * deliveries.length);
  });

  it('ends in order when it is asked to', async () => {
    await startProcess();
    expect(await end('SIGTERM')).toBe(0);
  });
});
