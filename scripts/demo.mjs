import './lib/node-version.mjs';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { build, generate } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { inRoot, root, stateDir } from './lib/paths.mjs';
import { lastLines } from './lib/run.mjs';
import { runCommand, say, step, Trouble } from './lib/say.mjs';
import { keepSecrets, pick } from './lib/secrets.mjs';
import { readText } from './lib/stamp.mjs';

/**
 * `npm run demo`: lives five invented cases through on the running system; where none runs, on one that is started for it and stopped
 * afterwards. With `--sabotage` the units lose one answer and act twice on one service; with `--scan` everything left behind is looked
 * through for traces of the demo's people.
 */
const demo = async () => {
  const children = [];
  let isEnding = false;
  const end = () => {
    isEnding = true;
    for (const child of children) child.kill('SIGINT');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);

  await install();
  await generate();
  await build();
  let system;
  try {
    const running = await runningPlaces();
    if (running === undefined && !isEnding) system = await step('为演示启动系统', (note) => startSystem(children, note));
    const places = running ?? system?.places;
    if (isEnding || places === undefined) return interrupted;
    say(running === undefined ? '' : `使用正在运行的系统：${places.LIANDONG_API_URL}`);
    const code = await play(places, children);
    return isEnding ? interrupted : code;
  } finally {
    if (system !== undefined) await step('停止为演示启动的系统', system.stop);
  }
};

/** The exit code of a command that Ctrl-C broke off. */
const interrupted = 130;

/** Where the running system is found; nothing when none runs. One that is just starting is waited for. */
const runningPlaces = async () => {
  for (;;) {
    const { supervisor, places } = await told();
    if (supervisor === undefined || !isAlive(supervisor)) return undefined;
    if (places !== undefined) return (await isHealthy(places)) ? places : undefined;
    await delay(500);
  }
};

const told = async () => {
  try {
    return JSON.parse((await readText(path.join(stateDir, 'running.json'))) ?? '{}');
  } catch {
    return {};
  }
};

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const isHealthy = (places) =>
  fetch(`${places.LIANDONG_API_URL}/api/v1/health`, { signal: AbortSignal.timeout(5000) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Starts the system as `npm start` does, and gives where it is and how it is stopped. */
const startSystem = async (children, note) => {
  const child = spawn(process.execPath, [inRoot('scripts', 'start.mjs')], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let output = '';
  let exitCode;
  const ended = new Promise((resolve) => child.on('close', (code) => resolve((exitCode = code ?? 1))));
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
      note(lastLines(chunk, 1)[0]);
    });
  for (;;) {
    const { supervisor, places } = await told();
    if (supervisor === child.pid && places !== undefined && (await isHealthy(places))) {
      return { places, stop: () => stop(child, ended) };
    }
    if (exitCode !== undefined) throw new Trouble(`系统没有启动成功：\n${lastLines(output).join('\n')}`, [], exitCode);
    await Promise.race([delay(200), ended]);
  }
};

const stop = async (child, ended) => {
  child.kill('SIGINT');
  await ended;
};

/** Plays the demo in a process of its own, which is handed the one key it needs: that which opens the engine's histories. */
const play = async (places, children) => {
  const secrets = await keepSecrets(path.join(stateDir, 'secrets.json'), process.env);
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !(name in secrets)));
  const env = { ...inherited, ...places, ...pick(secrets, ['LIANDONG_CODEC_KEYS']), LIANDONG_STATE_DIR: stateDir };
  const args = ['--enable-source-maps', inRoot('dist', 'examples', 'demo', 'main.js'), ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
  children.push(child);
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
};

await runCommand(demo);
process.exit();
