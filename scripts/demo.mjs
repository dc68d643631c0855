import './lib/node-version.mjs';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { build, generate } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { inRoot, root, stateDir } from './lib/paths.mjs';
import { endRunningTools, lastLines, run } from './lib/run.mjs';
import { runCommand, say, step, Trouble } from './lib/say.mjs';
import { keepSecrets, pick } from './lib/secrets.mjs';
import { readText } from './lib/stamp.mjs';

/**
 * `npm run demo`: lives five invented cases through on the running system; where none runs, on one that is started for it and stopped
 * afterwards. With `--sabotage` the units lose one answer and act twice on one service; with `--scan` everything left behind is looked
 * through for traces of the demo's people.
 */
const demo = async () => {
  const wishes = process.argv.slice(2);
  const unknown = wishes.filter((wish) => wish !== '--sabotage' && wish !== '--scan');
  if (unknown.length > 0) throw new Trouble(`不认识的选项：${unknown.join(' ')}`, ['用法：npm run demo [-- --sabotage] [-- --scan]']);
  const ending = untilEnded();
  let system;
  try {
    await install();
    await generate();
    await build();
    const running = await runningPlaces();
    if (running !== undefined) say(`使用正在运行的系统：${running.LIANDONG_API_URL}`);
    else system = await step('为演示启动系统', (note) => startSystem(ending, note));
    return await play(running ?? system.places, wishes, ending);
  } catch (error) {
    if (ending.hasCome()) return interrupted;
    throw error;
  } finally {
    if (system !== undefined) await step('停止为演示启动的系统', system.stop);
  }
};

/** The exit code of a command that Ctrl-C broke off. */
const interrupted = 130;

/** When a person asks for the end, whatever is at work is asked to end too, and what is started after that at once. */
const untilEnded = () => {
  const children = [];
  let hasCome = false;
  const end = () => {
    hasCome = true;
    endRunningTools();
    for (const child of children) child.kill('SIGINT');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  const watch = (child) => {
    children.push(child);
    if (hasCome) child.kill('SIGINT');
    return child;
  };
  return { hasCome: () => hasCome, watch };
};

/** Where the running system is found; nothing when none runs. One that is just starting is waited for. */
const runningPlaces = async () => {
  for (;;) {
    const { supervisor, places } = await told();
    if (!(await isStart(supervisor))) return undefined;
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

/** A number alone says little: it may since have been given to another program. */
const isStart = async (pid) => {
  if (pid === undefined) return false;
  const { output } = await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
  return output.includes('start.mjs') && !output.includes('<defunct>');
};

const isHealthy = (places) =>
  fetch(`${places.LIANDONG_API_URL}/api/v1/health`, { signal: AbortSignal.timeout(5000) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Starts the system as `npm start` does, and gives where it is and how it is stopped. */
const startSystem = async (ending, note) => {
  const options = { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] };
  const child = ending.watch(spawn(process.execPath, [inRoot('scripts', 'start.mjs')], options));
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
const play = async (places, wishes, ending) => {
  const secrets = await keepSecrets(path.join(stateDir, 'secrets.json'), process.env);
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !(name in secrets)));
  const env = { ...inherited, ...places, ...pick(secrets, ['LIANDONG_CODEC_KEYS']), LIANDONG_STATE_DIR: stateDir };
  const args = ['--enable-source-maps', inRoot('dist', 'examples', 'demo', 'main.js'), ...wishes];
  const child = ending.watch(spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' }));
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? interrupted)));
};

await runCommand(demo);
process.exit();
