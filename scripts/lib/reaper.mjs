import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/**
 * Stands by in a process of its own and does nothing, unless its starter dies without a word: then it ends what that has left running,
 * the last started first, and removes what was only for the time being.
 */
export const startReaper = () => {
  const reaper = spawn(process.execPath, [fileURLToPath(import.meta.url), 'stand-by'], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  reaper.stdin.on('error', () => undefined).unref();
  reaper.unref();
  const tell = (message) => void reaper.stdin.write(`${JSON.stringify(message)}\n`);
  return {
    pid: reaper.pid,
    watch: (pid, { stopSignal, stopWithinMs }) => tell({ watch: { pid, stopSignal, stopWithinMs } }),
    forget: (pid) => tell({ forget: pid }),
    removeAfterwards: (folder) => tell({ remove: folder }),
    dismiss: () => tell({ dismiss: true }),
  };
};

const standBy = async () => {
  let children = [];
  const folders = [];
  for await (const message of messages(process.stdin)) {
    if (message.dismiss) process.exit(0);
    if (message.watch) children.push(message.watch);
    if (message.forget) children = children.filter(({ pid }) => pid !== message.forget);
    if (message.remove) folders.push(message.remove);
  }
  await endInReverse(children);
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
};

async function* messages(stream) {
  let rest = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    yield* lines.map((line) => JSON.parse(line));
  }
}

/** Ends processes, the last started first, each when the one after it is gone. */
export const endInReverse = async (children) => {
  for (const { pid, stopSignal, stopWithinMs } of children.toReversed()) {
    const deadline = Date.now() + stopWithinMs;
    signal(pid, stopSignal);
    while (isAlive(pid) && Date.now() < deadline) await delay(50);
    signal(pid, 'SIGKILL');
  }
};

/** A process that has ended but is not buried yet, which an orphan's new parent may be slow to do, still answers to its number. */
const isAlive = (pid) => signal(pid, 0) && !isUnburied(pid);

const isUnburied = (pid) => {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

const signal = (pid, name) => {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
};

if (process.argv[2] === 'stand-by') {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => undefined);
  await standBy();
}
