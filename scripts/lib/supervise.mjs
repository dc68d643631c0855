import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startReaper } from './reaper.mjs';
import { lastLines } from './run.mjs';
import { Trouble } from './say.mjs';
import { readText } from './stamp.mjs';

/**
 * Starts processes, each when the one before is ready, and stops them in reverse. Each has a process group of its own, so that Ctrl-C in
 * the terminal reaches only us and the order is kept; a reaper ends them in the same order should we be killed ourselves.
 * `onCrash` hears of the first that ends unasked.
 */
export const supervise = ({
  logDir,
  onCrash = () => undefined,
  onStarted = () => undefined,
  onStopping = () => undefined,
  temporaryFolder,
}) => {
  mkdirSync(logDir, { recursive: true });
  const reaper = startReaper();
  if (temporaryFolder !== undefined) reaper.removeAfterwards(temporaryFolder);
  const children = [];
  let isStopping = false;

  const start = async (spec) => {
    if (isStopping) throw new Trouble('正在停止，不再启动');
    const child = supervised(
      { stopSignal: 'SIGTERM', stopWithinMs: 10_000, ...spec, logFile: path.join(logDir, `${spec.name}.log`) },
      reaper,
    );
    child.onStarted = onStarted;
    child.onCrash = (code) => isStopping || onCrash({ title: spec.title, code, logFile: child.logFile });
    children.push(child);
    await child.start();
    return child;
  };

  const stopAll = async () => {
    isStopping = true;
    for (const child of children.splice(0).toReversed()) {
      onStopping(child.title);
      await child.stop();
    }
    reaper.dismiss();
  };

  return { start, stopAll, reaperPid: reaper.pid };
};

/** One process: what it takes to start, await, kill and start it again. */
const supervised = (spec, reaper) => {
  let child;
  let ended;
  let isExpected = false;

  const handle = {
    title: spec.title,
    logFile: spec.logFile,
    onStarted: () => undefined,
    onCrash: () => undefined,
    get pid() {
      return child.pid;
    },

    /** Resolves when the process is ready for use; fails with the end of its log when it ends before or takes too long. */
    async start() {
      isExpected = false;
      await rename(spec.logFile, `${spec.logFile}.1`).catch(() => undefined);
      child = spawnLogged(spec);
      ended = new Promise((resolve) => {
        child.on('error', () => resolve(127));
        child.on('exit', (code, signal) => resolve(code ?? 128 + os.constants.signals[signal]));
      });
      reaper.watch(child.pid, spec);
      handle.onStarted({
        pid: child.pid,
        stopSignal: spec.stopSignal,
        stopWithinMs: spec.stopWithinMs,
        commandLine: [spec.command, ...spec.args].join(' '),
      });
      let isReady = false;
      void ended.then((code) => {
        reaper.forget(child.pid);
        if (isReady && !isExpected) handle.onCrash(code);
      });
      await untilReady(spec, ended);
      isReady = true;
    },

    /** Ends it at once, as a power cut would. */
    async kill() {
      isExpected = true;
      child.kill('SIGKILL');
      return ended;
    },

    /** Asks it to end, waits, and insists when its time is over. */
    async stop() {
      isExpected = true;
      child.kill(spec.stopSignal);
      const insist = setTimeout(() => child.kill('SIGKILL'), spec.stopWithinMs);
      await ended;
      clearTimeout(insist);
    },
  };
  return handle;
};

const spawnLogged = ({ command, args, env, cwd, ids, logFile }) => {
  const log = openSync(logFile, 'a', 0o600);
  try {
    return spawn(command, args, { env, cwd, ...ids, detached: true, stdio: ['ignore', log, log] });
  } finally {
    closeSync(log);
  }
};

const untilReady = async ({ title, isReady, readyWithinMs = 60_000, logFile }, ended) => {
  const deadline = Date.now() + readyWithinMs;
  const exitCodes = [];
  void ended.then((code) => exitCodes.push(code));
  while (exitCodes.length === 0 && !(await isReady({ logFile }))) {
    if (Date.now() > deadline) throw await startTrouble(`${title}在 ${readyWithinMs / 1000} 秒内没有就绪`, logFile);
    await Promise.race([delay(50), ended]);
  }
  const [exitCode] = exitCodes;
  if (exitCode !== undefined) throw await startTrouble(`${title}没有启动成功（退出码 ${exitCode}）`, logFile, exitCode);
};

const startTrouble = async (what, logFile, exitCode) => {
  const log = lastLines((await readText(logFile)) ?? '').join('\n');
  return new Trouble(`${what}：\n${log}`, [`完整日志：${logFile}`], exitCode || 1);
};
