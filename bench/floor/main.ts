import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import pino from 'pino';
import { floorQueue } from '../places.ts';
import type { BareActivities } from './bare.ts';

/** The floor's worker: a process of its own with as many slots as the court's, no encryption, and no work. */
const log = pino({ name: 'floor' });
Runtime.install({ logger: new DefaultLogger('WARN', ({ message }) => log.warn(message)) });

const workflow = ['./bare.js', './bare.ts'].map((file) => fileURLToPath(new URL(file, import.meta.url))).find((file) => existsSync(file));
const activities: BareActivities = { nothing: () => Promise.resolve() };
const connection = await NativeConnection.connect({ address: process.env['TEMPORAL_ADDRESS'] ?? '' });
const worker = await Worker.create({
  connection,
  taskQueue: floorQueue,
  activities: { ...activities },
  ...(workflow !== undefined && { workflowsPath: workflow }),
  maxConcurrentActivityTaskExecutions: 24,
  maxConcurrentWorkflowTaskExecutions: 40,
});

setImmediate(() => log.info('worker ready'));
try {
  await worker.run();
} finally {
  await connection.close();
}
