import { writeFile } from 'node:fs/promises';
import { inRoot } from './paths.mjs';
import { exists } from './stamp.mjs';

/** Bundles `workflows/index.ts` with all it imports into one file: what a worker runs, and the same in tests as in the court. */
export const writeWorkflowBundle = async (file) => {
  const { bundleWorkflowCode } = await import('@temporalio/worker');
  const failureConverterPath = inRoot('adapters', 'crypto', 'failure-converter.ts');
  const { code } = await bundleWorkflowCode({
    workflowsPath: inRoot('workflows', 'index.ts'),
    ...((await exists(failureConverterPath)) && { failureConverterPath }),
    logger: onlyProblems,
  });
  await writeFile(file, code);
};

const print = (_level, message) => void process.stderr.write(`${message}\n`);
const silent = () => undefined;

const onlyProblems = {
  log: (level, message) => level === 'ERROR' && print(level, message),
  trace: silent,
  debug: silent,
  info: silent,
  warn: (message) => print('WARN', message),
  error: (message) => print('ERROR', message),
};
