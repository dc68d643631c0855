import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

const running = new Set();

/**
 * Runs a tool to its end and gives its exit code and output. Nothing is shown; `onLine` hears each line as it comes.
 * A tool that outlasts `withinMs` is ended and gives `code: undefined`, as does one that cannot be started.
 */
export const run = (command, args, { cwd = root, env = process.env, onLine = () => undefined, withinMs, uid, gid } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], uid, gid });
    running.add(child);
    const limit = withinMs === undefined ? undefined : setTimeout(() => child.kill(), withinMs);
    let output = '';
    const hear = (chunk) => {
      output += chunk;
      for (const line of chunk.split('\n')) if (line.trim() !== '') onLine(line.trim());
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    const end = (code) => {
      running.delete(child);
      clearTimeout(limit);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += error.message;
      end(undefined);
    });
    child.on('close', (code) => end(code ?? undefined));
  });

/** Ends the tools that are still at work, so that an interrupted command leaves none behind. */
export const endRunningTools = () => {
  for (const child of running) child.kill('SIGTERM');
};

export const lastLines = (output, count = 15) => output.trimEnd().split('\n').slice(-count);
