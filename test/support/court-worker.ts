import { DefaultLogger, makeTelemetryFilterString, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createActivities } from '../../activities/index.ts';
import { composePaperOf } from '../../activities/papers.ts';
import { createColumnCipher } from '../../adapters/crypto/column-cipher.ts';
import { encryptingDataConverter } from '../../adapters/crypto/data-converter.ts';
import type { Secrets } from '../../adapters/crypto/secrets.ts';
import { openDatabase } from '../../adapters/postgres/client.ts';
import { courtNow, readOffset } from '../../adapters/postgres/court-clock.ts';
import { postgresDossier } from '../../adapters/postgres/dossier-reader.ts';
import { recordReader } from '../../adapters/postgres/record-reader.ts';
import { postgresRecord } from '../../adapters/postgres/record.ts';
import { routingOn } from '../../adapters/postgres/registry.ts';
import { sweep } from '../../adapters/temporal/clock-driver.ts';
import { connectTemporal } from '../../adapters/temporal/connect.ts';
import { resendUnsent, temporalPostman } from '../../adapters/temporal/postman.ts';
import { channelsTo } from '../../adapters/units/channels.ts';

/** Where the parts of one court find each other. */
export interface CourtPlaces {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly taskQueue: string;
  readonly workflowBundlePath: string;
  readonly secrets: Secrets;
  /** How long an errand tries before it is an occurrence, in real milliseconds. */
  readonly patienceMs: number;
}

export interface Running {
  stop(): Promise<void>;
}

/** A worker as `worker/main.ts` sets it up, in the process of the test: only what is read from the environment is handed in. */
export const startWorkerHere = async (places: CourtPlaces): Promise<Running> => {
  installRuntime();
  const { secrets } = places;
  const database = openDatabase(places.databaseUrl);
  const client = connectTemporal({ address: places.temporalAddress, namespace: 'default' }, secrets.codecKeys);
  const cipher = createColumnCipher(secrets.dossierKeys, secrets.blindIndexKey);
  const record = postgresRecord(database, { assertionKey: secrets.assertionPublicKey }, { cipher, compose: composePaperOf });
  const postman = temporalPostman(client);
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
      courtNow: async () => courtNow(await readOffset(database)),
    }),
    patienceMs: places.patienceMs,
  });
  const connection = await NativeConnection.connect({ address: places.temporalAddress });
  const worker = await Worker.create({
    connection,
    taskQueue: places.taskQueue,
    activities,
    dataConverter: encryptingDataConverter(secrets.codecKeys),
    workflowBundle: { codePath: places.workflowBundlePath },
    workflowThreadPoolSize: 1,
    maxConcurrentActivityTaskExecutions: 24,
  });
  const tidying = setInterval(() => {
    void tidy().catch(() => undefined);
  }, 1_000);
  const tidy = async (): Promise<void> => {
    const offsetMs = await readOffset(database);
    await resendUnsent(record, postman, offsetMs);
    await sweep(database, client, offsetMs);
  };
  const run = worker.run();
  return {
    stop: async () => {
      clearInterval(tidying);
      worker.shutdown();
      await run;
      await connection.close();
      await client.connection.close();
      await database.$disconnect();
    },
  };
};

let isInstalled = false;

/** One runtime a process; what it has to say below an error is about the outages that the tests make. */
export const installRuntime = (): void => {
  if (isInstalled) return;
  isInstalled = true;
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
    shutdownSignals: [],
  });
};
