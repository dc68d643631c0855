import { spawn } from 'node:child_process';
import path from 'node:path';
import { build, generate } from './build.mjs';
import { install } from './install.mjs';
import { inRoot, root, stateDir } from './paths.mjs';
import { Trouble } from './say.mjs';
import { keepSecrets, pick } from './secrets.mjs';
import { readText } from './stamp.mjs';

/**
 * Runs a command of ours, as the build left it, on the system that the environment names, or else on the one that `npm start` runs
 * here. `needs` are the places it must be told, `keys` the secrets. Gives its exit code; 2 is for what could not be looked at.
 */
export const runOnSystem = async ({ entry, needs, keys = [] }) => {
  await install();
  await generate();
  await build();
  const places = await placesOf(needs);
  const secrets = keys.every((name) => process.env[name])
    ? process.env
    : await keepSecrets(path.join(stateDir, 'secrets.json'), process.env);
  const env = { ...process.env, ...places, ...pick(secrets, keys) };
  const child = spawn(process.execPath, ['--enable-source-maps', inRoot('dist', entry)], { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve(code ?? cannotLook));
    child.on('error', () => resolve(cannotLook));
  });
};

const cannotLook = 2;

const placesOf = async (needs) => {
  const given = needs.filter((name) => process.env[name]);
  if (given.length === needs.length) return {};
  const places = await runningPlaces();
  if (places !== undefined && given.every((name) => places[name] === process.env[name])) return places;
  const missing = needs.filter((name) => !process.env[name]).join('、');
  throw new Trouble(
    given.length > 0 ? `只指明了 ${given.join('、')}，还缺 ${missing}` : '系统没有运行',
    ['先在另一个窗口执行 npm start', `或用 ${needs.join('、')} 指明要核对的系统`],
    cannotLook,
  );
};

/** Where the system that `npm start` runs is found; nothing when none runs, or it is not up yet. */
const runningPlaces = async () => {
  try {
    const { supervisor, places } = JSON.parse((await readText(path.join(stateDir, 'running.json'))) ?? '{}');
    return isAlive(supervisor) ? places : undefined;
  } catch {
    return undefined;
  }
};

const isAlive = (pid) => {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};
