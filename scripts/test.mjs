import './lib/node-version.mjs';
import { spawn } from 'node:child_process';
import { build, generate } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { duration, runCommand, say } from './lib/say.mjs';
import { temporalBinary } from './lib/temporal-binary.mjs';

/** Prepares what the tests stand on, as `npm start` does, and runs the whole suite; further words go to the test runner. */
await runCommand(async () => {
  const since = Date.now();
  await install();
  await generate();
  await build();
  const binary = await temporalBinary();
  say(`准备用时 ${duration(Date.now() - since)}`);
  const code = await vitest(['run', ...process.argv.slice(2)], { ...process.env, TEMPORAL_CLI_PATH: binary });
  say(`总用时 ${duration(Date.now() - since)}`);
  return code;
});

function vitest(args, env) {
  const runner = spawn(process.execPath, [inRoot('node_modules', 'vitest', 'vitest.mjs'), ...args], { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => runner.kill(signal));
  return new Promise((resolve) => {
    runner.on('close', (code) => resolve(code ?? 1));
    runner.on('error', () => resolve(1));
  });
}
