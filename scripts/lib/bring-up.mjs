import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createDatabase, startPostgres, tryDatabase } from './database.mjs';
import { nodeProcess } from './node-process.mjs';
import { freePorts } from './ports.mjs';
import { postgresIds, reachable } from './postgres-user.mjs';
import { step, Trouble } from './say.mjs';
import { passingSecrets } from './secrets.mjs';
import { supervise } from './supervise.mjs';
import { temporalBinary } from './temporal-binary.mjs';
import { prepareForeignNamespace, startTemporal } from './temporal-server.mjs';

const database = 'liandong';

/** The database of a lasting system: the one that `DATABASE_URL` names, or our own. Gives its URL, and its folder if it is ours. */
export const bringUpDatabase = async ({ dataDir, port, password, processes }) => {
  const given = process.env.DATABASE_URL;
  if (given) {
    const { isThere, why } = await tryDatabase(given);
    if (!isThere)
      throw new Trouble(`DATABASE_URL 指向的数据库连不上：${why}`, ['检查地址、用户和口令；去掉 DATABASE_URL 则使用内置数据库']);
    return { url: given };
  }
  const { url, dataDir: folder } = await startPostgres({ dataDir, port, password, processes });
  await createDatabase(url('postgres'), database);
  return { url: url(database), folder };
};

/** The Temporal server of a lasting system: the cluster that `TEMPORAL_ADDRESS` names, or our own. Gives its address and namespace. */
export const bringUpTemporal = async ({ dbFile, port, uiPort, codecEndpoint, processes }) => {
  const given = process.env.TEMPORAL_ADDRESS;
  const namespace = (given && process.env.TEMPORAL_NAMESPACE) || 'default';
  if (given) {
    const { retentionDays, wantedDays } = await prepareForeignNamespace(given, namespace);
    return {
      address: given,
      namespace,
      warning: retentionDays < wantedDays ? `该集群只保留已结流程 ${retentionDays} 天，建议 ${wantedDays} 天` : undefined,
    };
  }
  const binary = await temporalBinary();
  const { address } = await step('启动 Temporal', () => startTemporal({ binary, port, uiPort, dbFile, codecEndpoint, processes }));
  return { address, namespace, uiUrl: `http://${new URL(`tcp://${address}`).hostname}:${uiPort}` };
};

/**
 * Servers for the time of a test: on free ports, in a folder that is removed afterwards, also when the test run is killed.
 * Each can be killed and started again on its port with its data.
 */
export const passingServers = async () => {
  const place = await reachable(os.tmpdir(), await postgresIds(), () => '/tmp');
  const folder = await mkdtemp(path.join(place, 'liandong-test-'));
  await chmod(folder, 0o711);
  const secrets = passingSecrets();
  const onCrash = ({ title, code, logFile }) => process.stderr.write(`${title} ended by itself with ${code}: ${logFile}\n`);
  const processes = supervise({ logDir: path.join(folder, 'logs'), onCrash, temporaryFolder: folder });
  let count = 0;

  return {
    folder,
    secrets,
    async startPostgres() {
      const [port] = await freePorts(1);
      const dataDir = path.join(folder, `postgres-${(count += 1)}`);
      return startPostgres({ dataDir, port, password: secrets.LIANDONG_PG_PASSWORD, isPassing: true, processes });
    },
    /** In memory, unless `isKept` so that it can be killed and started again. */
    async startTemporal({ settings = [], isKept = false, withUi = false } = {}) {
      const [port, uiPort] = await freePorts(2);
      const name = `temporal-${(count += 1)}`;
      const dbFile = isKept ? path.join(folder, name, 'temporal.db') : undefined;
      return startTemporal({ binary: await temporalBinary(), port, ...(withUi && { uiPort }), dbFile, settings, processes, name });
    },
    startNode: ({ name, entry, env, port }) => processes.start(nodeProcess({ name, title: name, entry, env, port })),
    async stopAll() {
      await processes.stopAll();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
