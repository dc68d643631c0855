import { readFile } from 'node:fs/promises';
import { inRoot } from './paths.mjs';
import { lastLines, run } from './run.mjs';
import { step, Trouble } from './say.mjs';
import { readText } from './stamp.mjs';

/** Sees to it that the packages of the lock file lie in `node_modules`, exactly those and no older ones. */
export const install = async () => {
  if (await isInstalled()) return;
  await step('安装依赖（首次约一分钟）', async (note) => {
    const [command, ...args] = npm();
    const { code, output } = await run(command, [...args, 'ci', '--include=dev'], { onLine: note });
    if (code !== 0)
      throw new Trouble(`npm ci 没有成功：\n${lastLines(output).join('\n')}`, [
        '检查到 npm 软件源的网络（npm config get registry），然后重试',
      ]);
  });
};

/** npm writes its hidden lock when all is in place: its entries are what is installed, and times of files are not to be trusted. */
const isInstalled = async () => {
  const hidden = await readText(inRoot('node_modules', '.package-lock.json'));
  if (hidden === undefined) return false;
  const { packages: installed } = JSON.parse(hidden);
  const { packages: wanted } = JSON.parse(await readFile(inRoot('package-lock.json'), 'utf8'));
  const mayBeAbsent = (entry) => entry.optional === true || entry.devOptional === true || entry.peer === true;
  return Object.entries(wanted).every(
    ([place, entry]) => place === '' || (installed[place] === undefined ? mayBeAbsent(entry) : installed[place].version === entry.version),
  );
};

/** The npm that called us, or else the one on the PATH. */
const npm = () => {
  const caller = process.env.npm_execpath ?? '';
  return caller.endsWith('.js') ? [process.execPath, caller] : ['npm'];
};
