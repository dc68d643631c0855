import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { endInReverse } from './reaper.mjs';
import { run } from './run.mjs';
import { step, Trouble } from './say.mjs';
import { readText } from './stamp.mjs';

/**
 * One system at a time in one state folder. What a start that was killed has left running is ended first: by its reaper, which we wait
 * for, or else by us. Gives `tell`, which writes down for other commands (the demo, the bench) where the running system is found, and
 * `leave`.
 */
export const takeTurn = async (stateDir) => {
  const file = path.join(stateDir, 'running.json');
  const { supervisor, reaper, children = [] } = parse(await readText(file));
  if (await isRunning(supervisor, 'start.mjs')) {
    throw new Trouble(`系统已在运行（进程 ${supervisor}）`, ['要停止它：在它的窗口按 Ctrl-C', `或执行 kill ${supervisor}`]);
  }
  const leftovers = [];
  for (const child of children) if (await isRunning(child.pid, child.commandLine)) leftovers.push(child);
  if (leftovers.length > 0 || (await isRunning(reaper, 'reaper.mjs'))) {
    await step('上次未正常停止，先行收尾', async () => {
      while (await isRunning(reaper, 'reaper.mjs')) await delay(200);
      await endInReverse(leftovers);
    });
  }
  let told = { supervisor: process.pid, children: [] };
  const tell = (facts) => {
    told = { ...told, ...facts };
    writeFileSync(file, `${JSON.stringify(told, undefined, 2)}\n`, { mode: 0o600 });
  };
  tell({});
  return { tell, tellStarted: (child) => tell({ children: [...told.children, child] }), leave: () => rm(file, { force: true }) };
};

const parse = (text) => {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
};

/** A number alone says little: it may since have been given to another program. */
const isRunning = async (pid, command) => {
  if (pid === undefined) return false;
  const { output } = await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
  return output.includes(command) && !output.includes('<defunct>');
};
