import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheDir, inRoot } from './paths.mjs';
import { run } from './run.mjs';
import { step, Trouble } from './say.mjs';
import { exists } from './stamp.mjs';
import { buildTemporal, builtTemporal } from './temporal-build.mjs';

/** Updates with start need 1.28, so that an older server on the PATH is passed over. */
const oldestServer = [1, 28];

/**
 * Finds the program of the Temporal server: named by `TEMPORAL_CLI_PATH`, on the PATH, what the SDK downloaded, what was built here
 * before; else downloads it as the SDK does, or builds it where downloads are blocked.
 */
export const temporalBinary = async () =>
  (await named()) ??
  (await onPath()) ??
  (await downloaded()) ??
  (await present(builtTemporal())) ??
  (await download()) ??
  (await buildTemporal());

const named = async () => {
  const file = process.env.TEMPORAL_CLI_PATH;
  if (!file) return undefined;
  if ((await serverVersion(file)) === undefined) throw new Trouble(`TEMPORAL_CLI_PATH 指向的不是可用的 temporal 程序：${file}`);
  return file;
};

const onPath = async () => {
  const version = await serverVersion('temporal');
  const [major, minor] = version ?? [0, 0];
  return major > oldestServer[0] || (major === oldestServer[0] && minor >= oldestServer[1]) ? 'temporal' : undefined;
};

const serverVersion = async (file) => {
  const { code, output } = await run(file, ['--version'], { withinMs: 20_000 });
  const found = /Server (\d+)\.(\d+)/.exec(output);
  return code === 0 && found ? found.slice(1).map(Number) : undefined;
};

const present = async (file) => ((await exists(file)) ? file : undefined);

const downloadDir = () => path.join(cacheDir(), 'temporal-sdk');

/** Named as the SDK names it; while it is under way it has another name. */
const downloaded = async () => {
  const { version } = JSON.parse(await readFile(inRoot('node_modules', '@temporalio', 'testing', 'package.json'), 'utf8'));
  return present(path.join(downloadDir(), `temporal-sdk-typescript-${version}`));
};

/** In a process of its own, for a download that hangs can only be ended with its process. Where downloads are blocked it fails at once. */
const download = async () => {
  const script = fileURLToPath(new URL('temporal-download.mjs', import.meta.url));
  const work = async () => {
    await mkdir(downloadDir(), { recursive: true });
    await run(process.execPath, [script, downloadDir()], { withinMs: 180_000 });
    return downloaded();
  };
  return step('下载 Temporal 服务程序', work, (file) => (file === undefined ? '：下载地址不可达' : ''));
};
