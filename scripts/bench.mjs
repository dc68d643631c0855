import './lib/node-version.mjs';
import { pathToFileURL } from 'node:url';
import { passingServers } from './lib/bring-up.mjs';
import { build, generate } from './lib/build.mjs';
import { createDatabase } from './lib/database.mjs';
import { install } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';
import { runCommand, say, step } from './lib/say.mjs';
import { keysOf, pick } from './lib/secrets.mjs';

/** `npm run bench -- events`: installs and builds what is missing, starts servers for the time of the bench, and asks it one question. */
const askBench = async () => {
  await install();
  await generate();
  await build();
  const { bench } = await fromDist('bench/main.js');
  let servers;
  const bringUp = async () => {
    servers = await passingServers();
    return step('启动 PostgreSQL、Temporal 和流程引擎', () => startAll(servers));
  };
  try {
    return await bench(process.argv.slice(2), { say, step, bringUp, resultsDir: inRoot('bench', 'results') });
  } finally {
    await servers?.stopAll();
  }
};

const fromDist = (file) => import(pathToFileURL(inRoot('dist', file)).href);

const startAll = async (servers) => {
  const [postgres, temporal] = await Promise.all([servers.startPostgres(), servers.startTemporal()]);
  await createDatabase(postgres.url('postgres'), 'liandong');
  const databaseUrl = postgres.url('liandong');
  const { migrate } = await fromDist('prisma/migrate.js');
  await migrate(databaseUrl, inRoot('prisma'));
  const env = { ...process.env, NODE_ENV: 'development', DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporal.address };
  const court = { ...env, LIANDONG_CLOCK: 'leaping', ...pick(servers.secrets, keysOf.worker) };
  await Promise.all([
    servers.startNode({ name: 'worker', entry: 'worker/main.js', env: court }),
    servers.startNode({ name: 'floor', entry: 'bench/floor/main.js', env }),
  ]);
  return { databaseUrl, temporalAddress: temporal.address, secrets: servers.secrets };
};

await runCommand(askBench);
process.exit();
