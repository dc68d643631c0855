import './lib/node-version.mjs';
import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bringUpDatabase, bringUpTemporal } from './lib/bring-up.mjs';
import { build, generate } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { nodeProcess } from './lib/node-process.mjs';
import { inRoot, stateDir } from './lib/paths.mjs';
import { host, portsFrom, refuseBusyPorts } from './lib/ports.mjs';
import { endRunningTools, lastLines } from './lib/run.mjs';
import { duration, runCommand, say, step, Trouble } from './lib/say.mjs';
import { keepSecrets, keysOf, pick } from './lib/secrets.mjs';
import { exists, readText } from './lib/stamp.mjs';
import { supervise } from './lib/supervise.mjs';
import { takeTurn } from './lib/turn.mjs';
import { welcome } from './lib/welcome.mjs';

/** Installs what is missing, builds what has changed, starts everything in order, and stops it in order. Safe to repeat. */
const start = async () => {
  const since = Date.now();
  const ending = untilEnded();
  let turn;
  let isUp = false;
  const processes = supervise({
    logDir: path.join(stateDir, 'logs'),
    onStarted: (child) => turn.tellStarted(child),
    onStopping: (title) => say(`正在停止：${title}`),
    onCrash: ending.crashed,
  });
  const bringUp = async () => {
    const ports = portsFrom(process.env);
    await prepareStateDir();
    turn = await takeTurn(stateDir);
    turn.tell({ reaper: processes.reaperPid });
    await bringUpAll(ports, processes, turn);
    isUp = true;
    say(`\n启动用时 ${duration(Date.now() - since)}。按 Ctrl-C 停止。`);
    await ending.promise;
  };
  try {
    return await Promise.race([ending.promise.then(() => (isUp ? 0 : interrupted)), bringUp()]);
  } finally {
    endRunningTools();
    await processes.stopAll();
    await turn?.leave();
    if (turn !== undefined) say('已停止，数据保留在 .liandong 目录。');
  }
};

/** The exit code of a command that Ctrl-C broke off. */
const interrupted = 130;

/** PostgreSQL refuses data that others may read; its user must pass through the folder above. */
const prepareStateDir = async () => {
  await mkdir(stateDir, { recursive: true });
  await chmod(stateDir, process.getuid() === 0 ? 0o711 : 0o700);
};

/** Resolves when a person asks for the end; fails with the exit code of the first part that ends by itself. */
const untilEnded = () => {
  let crashed;
  const promise = new Promise((resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, resolve);
    crashed = async ({ title, code, logFile }) => {
      say(`${title}意外退出`);
      const log = lastLines((await readText(logFile)) ?? '').join('\n');
      reject(new Trouble(`${title}意外退出（退出码 ${code}），其余部分随之停止：\n${log}`, [`完整日志：${logFile}`], code || 1));
    };
  });
  promise.catch(() => undefined);
  return { promise, crashed };
};

const bringUpAll = async (ports, processes, turn) => {
  await install();
  await generate();
  await build();
  await refuseBusyPorts(ports, doorsInUse());
  const secrets = await keepSecrets(path.join(stateDir, 'secrets.json'), process.env);

  const dataDir = path.join(stateDir, 'postgres');
  const database = await step(process.env.DATABASE_URL ? '连接数据库' : '启动 PostgreSQL', () =>
    bringUpDatabase({ dataDir, port: ports.postgres, password: secrets.LIANDONG_PG_PASSWORD, processes }),
  );
  if (database.folder !== undefined && database.folder !== dataDir)
    say(`  此目录不对 postgres 用户开放，数据库文件放在 ${database.folder}`);
  const { migrate } = await import(pathToFileURL(inRoot('dist', 'prisma', 'migrate.js')).href);
  const update = () => migrate(database.url, inRoot('prisma')).catch(refuseMigration);
  await step('更新数据库结构', update, (applied) => (applied.length === 0 ? '：已是最新' : `：执行了 ${applied.length} 步`));

  const temporal = await bringUpTemporal({
    dbFile: path.join(stateDir, 'temporal', 'temporal.db'),
    port: ports.temporal,
    uiPort: ports.temporalUi,
    codecEndpoint: `http://${host}:${ports.api}/codec`,
    processes,
  });
  if (temporal.warning !== undefined) say(`  注意：${temporal.warning}`);

  const places = {
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    LIANDONG_API_PORT: String(ports.api),
    LIANDONG_API_URL: `http://${host}:${ports.api}`,
    LIANDONG_SIMULATOR_PORT: String(ports.simulator),
    LIANDONG_SIMULATOR_URL: `http://${host}:${ports.simulator}`,
    ...(temporal.uiUrl !== undefined && { LIANDONG_TEMPORAL_UI_URL: temporal.uiUrl }),
    ...(isDemo && demoPlaces(database.url)),
  };
  for (const part of parts(ports)) await startPart(part, places, secrets, processes);
  turn.tell({ places });
  await welcome(places);
};

/** What only a demonstration has: a clock that leaps, people who sign in with a word, and units that are played. */
const demoPlaces = (databaseUrl) => ({
  LIANDONG_CLOCK: 'leaping',
  LIANDONG_DEMO_ACCOUNTS: inRoot('examples', 'demo-accounts.json'),
  LIANDONG_DEMO_UNITS: inRoot('examples', 'units.json'),
  LIANDONG_RATE_PER_MINUTE: '6000',
  SIMULATOR_DATABASE_URL: databaseUrl,
  LIANDONG_SIMULATOR_DATA: path.join(stateDir, 'simulator'),
});

/** What follows is the way through the engine's own code. */
const refuseMigration = (error) => {
  throw new Trouble(`数据库结构未能更新：${error.message.split('\n   0:')[0]}`);
};

/** In the order of starting: stopping goes the other way, the door of the court first. */
const parts = (ports) => [
  ...(isDemo ? [{ name: 'simulator', title: '成员单位模拟器', port: ports.simulator, stopWithinMs: 5000 }] : []),
  { name: 'worker', title: '流程引擎', stopWithinMs: 15_000 },
  { name: 'api', title: '联动接口', port: ports.api, stopWithinMs: 10_000 },
];

const isDemo = process.env.NODE_ENV !== 'production';

const startPart = async (part, places, secrets, processes) => {
  const entry = `${part.name}/main.js`;
  if (!(await exists(inRoot('dist', entry)))) return say(`- ${part.title}：尚无 ${entry}，略过`);
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !(name in secrets)));
  const env = { ...inherited, ...places, ...pick(secrets, keysOf[part.name]) };
  await step(`启动${part.title}`, () => processes.start(nodeProcess({ ...part, entry, env })));
};

const doorsInUse = () => [
  ...(process.env.DATABASE_URL ? [] : ['postgres']),
  ...(process.env.TEMPORAL_ADDRESS ? [] : ['temporal', 'temporalUi']),
  'api',
  ...(isDemo ? ['simulator'] : []),
];

await runCommand(start);
process.exit();
