import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NativeConnection, Runtime, Worker, DefaultLogger } from '@temporalio/worker';
import pino from 'pino';
import { createActivities } from '../activities/index.ts';
import { createColumnCipher } from '../adapters/crypto/column-cipher.ts';
import { encryptingDataConverter } from '../adapters/crypto/data-converter.ts';
import { openDatabase } from '../adapters/postgres/client.ts';
import { courtNow, readOffset } from '../adapters/postgres/court-clock.ts';
import { postgresDossier } from '../adapters/postgres/dossier-reader.ts';
import { recordReader } from '../adapters/postgres/record-reader.ts';
import { postgresRecord } from '../adapters/postgres/record.ts';
import { routingOn } from '../adapters/postgres/registry.ts';
import { sweep } from '../adapters/temporal/clock-driver.ts';
import { connectTemporal } from '../adapters/temporal/connect.ts';
import { resendUnsent, temporalPostman } from '../adapters/temporal/postman.ts';
import { channelsTo } from '../adapters/units/channels.ts';
import { composePaperOf } from '../activities/papers.ts';
import { readWorkerConfig } from './config.ts';

const config = readWorkerConfig(process.env);
const { secrets } = config;
const log = pino({ name: 'worker' });
const database = openDatabase(config.DATABASE_URL);

if (config.NODE_ENV === 'production' && (config.LIANDONG_CLOCK === 'leaping' || (await readOffset(database)) !== 0))
  throw new Error('In production the court clock is real time: the database carries a leap, or LIANDONG_CLOCK asks for leaps');

Runtime.install({
  logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
    log.warn({ level, type: meta?.['error'] instanceof Error ? meta['error'].name : undefined }, message);
  }),
});

const temporal = { address: config.TEMPORAL_ADDRESS, namespace: config.TEMPORAL_NAMESPACE };
const client = connectTemporal(temporal, secrets.codecKeys);
const cipher = createColumnCipher(secrets.dossierKeys, secrets.blindIndexKey);
const record = postgresRecord(database, { assertionKey: secrets.assertionPublicKey }, { cipher, compose: composePaperOf });
const postman = temporalPostman(client);
const now = async () => courtNow(await readOffset(database));

const activities = createActivities({
  record,
  postman,
  dossier: postgresDossier(database, cipher),
  reader: recordReader(database, cipher),
  unitsOn: (date) => routingOn(database, date),
  channelTo: channelsTo({
    database,
    signingKey: secrets.courtSigningKey.privateKey.export({ format: 'jwk' }),
    courtKeyId: secrets.courtSigningKey.keyId,
    courtNow: now,
  }),
  patienceMs: config.LIANDONG_ERRAND_PATIENCE_MS,
});

const bundled = config.LIANDONG_WORKFLOW_BUNDLE ?? fileURLToPath(new URL('../workflow-bundle.js', import.meta.url));
const connection = await NativeConnection.connect({ address: temporal.address });
const worker = await Worker.create({
  connection,
  namespace: temporal.namespace,
  taskQueue: config.LIANDONG_TASK_QUEUE,
  activities,
  dataConverter: encryptingDataConverter(secrets.codecKeys),
  ...(existsSync(bundled)
    ? { workflowBundle: { codePath: bundled } }
    : { workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)) }),
  maxConcurrentActivityTaskExecutions: 24,
  maxConcurrentWorkflowTaskExecutions: 40,
  ...(config.LIANDONG_STICKY_TIMEOUT_MS !== undefined && { stickyQueueScheduleToStartTimeout: config.LIANDONG_STICKY_TIMEOUT_MS }),
  shutdownGraceTime: '20 seconds',
  shutdownForceTime: '30 seconds',
});

/** Small and safe to repeat: picks up messages that were recorded and not handed over, and processes that missed a leap. */
const tidy = async (): Promise<void> => {
  const offsetMs = await readOffset(database);
  await resendUnsent(record, postman, offsetMs);
  if (config.LIANDONG_CLOCK === 'leaping') await sweep(database, client, offsetMs);
};
const tidying = setInterval(
  () => void tidy().catch((error: unknown) => log.warn({ type: String(error).slice(0, 80) }, 'tidying failed')),
  1_000,
);

setImmediate(() => log.info('worker ready'));
try {
  await worker.run();
} finally {
  clearInterval(tidying);
  await connection.close();
  await client.connection.close();
  await database.$disconnect();
}
