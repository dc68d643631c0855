import { openDatabase } from '../../adapters/postgres/client.ts';
import { courtNow, readOffset } from '../../adapters/postgres/court-clock.ts';
import { examineRecord } from '../../adapters/postgres/reconcile.ts';
import { connectTemporal } from '../../adapters/temporal/connect.ts';
import { examineEngine } from '../../adapters/temporal/reconcile.ts';
import { readReconcileConfig } from './config.ts';
import { reportOf } from './report.ts';

/** Ends with 0 when engine, record and audit chain agree, with 1 when they do not, and with 2 when it could not look. */
const reconcile = async (): Promise<number> => {
  const config = readReconcileConfig(process.env);
  const database = openDatabase(config.DATABASE_URL, 10);
  const client = connectTemporal({ address: config.TEMPORAL_ADDRESS, namespace: config.TEMPORAL_NAMESPACE }, config.codecKeys);
  try {
    const at = courtNow(await readOffset(database));
    const record = await examineRecord(database);
    const parts = { client, database, taskQueue: config.LIANDONG_TASK_QUEUE, patienceMs: config.LIANDONG_RECONCILE_PATIENCE_MS };
    const { lines, agrees } = reportOf(at, record, await examineEngine(parts, record.known));
    process.stdout.write(`${lines.join('\n')}\n`);
    return agrees ? 0 : 1;
  } finally {
    await client.connection.close();
    await database.$disconnect();
  }
};

process.exitCode = await reconcile().catch((error: unknown) => {
  process.stderr.write(`未能核对：${error instanceof Error ? error.message.trim() : '原因不明'}\n`);
  return 2;
});
