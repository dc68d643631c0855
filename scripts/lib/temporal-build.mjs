import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cacheDir, homeDir } from './paths.mjs';
import { lastLines, run } from './run.mjs';
import { step, Trouble } from './say.mjs';
import { exists, readText } from './stamp.mjs';

/** The newest release that `go install` accepts: later ones carry a local `replace`. */
const version = '1.5.1';
const oldestGo = [1, 25];

const folder = () => path.join(cacheDir(), `temporal-cli-${version}`);

/** Where the built program lies, or will. */
export const builtTemporal = () => path.join(folder(), 'temporal');

/** Builds the Temporal server once for all clones of this user; two who want it at once build it once. */
export const buildTemporal = async () => {
  await refuseOtherGo();
  await step('编译 Temporal 服务程序（仅首次，两核约四分钟，占用约 3 GB 磁盘）', async (note) => {
    await mkdir(cacheDir(), { recursive: true });
    const release = await takeLock(note);
    try {
      if (!(await exists(builtTemporal()))) await goInstall(note);
    } finally {
      await release();
    }
  });
  return builtTemporal();
};

const refuseOtherGo = async () => {
  const { code, output } = await run('go', ['version'], { env: goEnvironment() });
  const [major, minor] = /go(\d+)\.(\d+)/.exec(output)?.slice(1).map(Number) ?? [0, 0];
  if (code === 0 && (major > oldestGo[0] || minor >= oldestGo[1])) return;
  const what = code === 0 ? `本机 Go 是 ${major}.${minor}，编译它需要 ${oldestGo.join('.')} 以上` : '本机也没有 Go，无法自行编译';
  throw new Trouble(`找不到 Temporal 服务程序，官方下载地址不可达；${what}`, [
    '已有 Temporal 集群：设 TEMPORAL_ADDRESS=主机:端口',
    '已有 temporal 程序（CLI 1.5 以上）：放进 PATH，或设 TEMPORAL_CLI_PATH=程序路径',
    `在能上网的同类机器上装好后，把程序复制到 ${builtTemporal()}`,
    `安装 Go ${oldestGo.join('.')} 以上后重试，将自动编译`,
  ]);
};

const goInstall = async (note) => {
  const fresh = `${folder()}.${process.pid}`;
  const done = { downloaded: 0, compiled: 0 };
  const onLine = (line) => {
    if (line.startsWith('go: downloading')) done.downloaded += 1;
    else if (!line.startsWith('go:')) done.compiled += 1;
    note(`已下载 ${done.downloaded} 个模块，已编译 ${done.compiled} 个包`);
  };
  try {
    const module = `github.com/temporalio/cli/cmd/temporal@v${version}`;
    const { code, output } = await run('go', ['install', '-v', module], {
      cwd: cacheDir(),
      env: { ...goEnvironment(), GOBIN: fresh },
      onLine,
    });
    if (code !== 0)
      throw new Trouble(`go install 没有成功：\n${lastLines(output).join('\n')}`, [
        '检查到 Go 模块代理的网络（go env GOPROXY）和磁盘空间，然后重试',
      ]);
    await rm(folder(), { recursive: true, force: true });
    await rename(fresh, folder());
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
};

/** Go finds its caches by HOME; an empty one is as good as none. Settings for other builds are left out. */
const goEnvironment = () => {
  const env = { ...process.env, HOME: homeDir() };
  for (const name of ['GOPATH', 'GOCACHE', 'GOMODCACHE', 'XDG_CACHE_HOME']) if (env[name] === '') delete env[name];
  for (const name of ['GOOS', 'GOARCH']) delete env[name];
  return env;
};

/** The lock is a folder, which only one can make; it is beaten every few seconds, so that one whose builder died is seen and broken. */
const takeLock = async (note) => {
  const lock = `${folder()}.lock`;
  const beat = path.join(lock, 'alive');
  const isTaken = () =>
    mkdir(lock).then(
      () => false,
      () => true,
    );
  while (await isTaken()) {
    note('另一个进程正在编译，等待它完成');
    if (await isStale(lock, beat)) await rm(lock, { recursive: true, force: true });
    else await delay(1000);
  }
  const timer = setInterval(() => void writeFile(beat, String(process.pid)).catch(() => undefined), 5000).unref();
  await writeFile(beat, String(process.pid));
  return async () => {
    clearInterval(timer);
    await rm(lock, { recursive: true, force: true });
  };
};

const isStale = async (lock, beat) => {
  const { mtimeMs } = await stat((await readText(beat)) === undefined ? lock : beat).catch(() => ({ mtimeMs: Date.now() }));
  return Date.now() - mtimeMs > 60_000;
};
