import { inRoot } from './paths.mjs';
import { host } from './ports.mjs';
import { readText } from './stamp.mjs';

/** One of our own processes, as the build left it. With a `port` it is ready when `/health` answers there, else when its log says so. */
export const nodeProcess = ({ name, title, entry, env, port, stopWithinMs }) => ({
  name,
  title,
  command: process.execPath,
  args: ['--enable-source-maps', inRoot('dist', entry)],
  cwd: inRoot(),
  env,
  stopWithinMs,
  isReady: port === undefined ? saysReady : () => isHealthy(port),
});

/** A line of its JSON log has the message `worker ready`. */
const saysReady = async ({ logFile }) => /"msg":\s*"worker ready"/.test((await readText(logFile)) ?? '');

const isHealthy = (port) =>
  fetch(`http://${host}:${port}/health`, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  );
