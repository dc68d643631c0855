/** Something a person must put right: what is wrong, and how to mend it. Shown as words, never as a stack. */
export class Trouble extends Error {
  constructor(what, remedies = [], exitCode = 1) {
    super(what);
    this.remedies = remedies;
    this.exitCode = exitCode;
  }
}

export const say = (line = '') => void process.stdout.write(`${line}\n`);

/**
 * Does one step of a command in sight of the person who waits: says what it is, how long it runs, and what came of it in the words of
 * `remark`. The work is given `note`, to tell how far it is. Gives what the work gives.
 */
export const step = async (title, work, remark = () => '') => {
  const progress = process.stdout.isTTY ? liveProgress(title) : plainProgress(title);
  try {
    const outcome = await work(progress.note);
    progress.end(`${paint(32, '✓')} ${title}${remark(outcome)}${progress.elapsed()}`);
    return outcome;
  } catch (error) {
    progress.end(`${paint(31, '✗')} ${title}${progress.elapsed()}`);
    throw error;
  }
};

/**
 * Runs a command to its exit code; what goes wrong is said in words, and a fault of our own with its stack. A window that is closed
 * cannot be written to any more, which must not keep the command from ending in order.
 */
export const runCommand = async (command) => {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    process.exitCode = (await command()) ?? 0;
  } catch (error) {
    sayTrouble(error);
    process.exitCode = error instanceof Trouble ? error.exitCode : 1;
  }
};

export const sayTrouble = (error) => {
  if (!(error instanceof Trouble)) return void console.error(error);
  process.stderr.write(`\n${paint(31, '未能完成')}：${error.message}\n`);
  for (const remedy of error.remedies) process.stderr.write(`  → ${remedy}\n`);
};

export const duration = (ms) =>
  ms < 60_000 ? `${(ms / 1000).toFixed(1)} 秒` : `${Math.floor(ms / 60_000)} 分 ${Math.round((ms % 60_000) / 1000)} 秒`;

const paint = (colour, text) => (process.stdout.isTTY && !process.env.NO_COLOR ? `\u001B[${colour}m${text}\u001B[0m` : text);

const worthTelling = 500;
const stopwatch = () => {
  const since = Date.now();
  const ms = () => Date.now() - since;
  return { ms, elapsed: () => (ms() < worthTelling ? '' : `（${duration(ms())}）`) };
};

const liveProgress = (title) => {
  const { ms, elapsed } = stopwatch();
  let latest = '';
  const draw = () => process.stdout.write(`\r\u001B[2K… ${title}（${duration(ms())}）${latest.slice(0, process.stdout.columns / 2)}`);
  const timer = setInterval(draw, 500).unref();
  const end = (line) => {
    clearInterval(timer);
    process.stdout.write(`\r\u001B[2K${line}\n`);
  };
  return { note: (text) => void (latest = text), end, elapsed };
};

/** For logs: one line at the end, and a sign of life every 15 seconds. */
const plainProgress = (title) => {
  const { ms, elapsed } = stopwatch();
  let latest = '';
  const timer = setInterval(() => say(`… ${title}（${duration(ms())}）${latest}`), 15_000).unref();
  const end = (line) => {
    clearInterval(timer);
    say(line);
  };
  return { note: (text) => void (latest = text), end, elapsed };
};
