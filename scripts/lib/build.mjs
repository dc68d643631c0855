import { readFile, rename, rm } from 'node:fs/promises';
import { inRoot } from './paths.mjs';
import { lastLines, run } from './run.mjs';
import { step, Trouble } from './say.mjs';
import { exists, unlessUnchanged } from './stamp.mjs';
import { writeWorkflowBundle } from './workflow-bundle.mjs';

/** Makes the Prisma client of `prisma/schema` in `generated/prisma`. */
export const generate = async () => {
  const { version } = JSON.parse(await readFile(inRoot('node_modules', 'prisma', 'package.json'), 'utf8'));
  const stampFile = inRoot('generated', '.stamp');
  if (!(await exists(inRoot('generated', 'prisma', 'client.ts')))) await rm(stampFile, { force: true });
  return unlessUnchanged({ inputs: ['prisma/schema'], facts: [version], stampFile }, () =>
    step('生成数据库客户端', () =>
      runTool('prisma generate', ['prisma/build/index.js', 'generate', '--schema', 'prisma/schema'], offlinePrisma),
    ),
  );
};

/** Compiles all but the tests into `dist`, with the workflows bundled beside. A build that fails leaves the last good one. */
export const build = async () => {
  const stampFile = inRoot('dist', '.stamp');
  if (!(await exists(inRoot('dist')))) await rm(stampFile, { force: true });
  const { include } = JSON.parse(await readFile(inRoot('tsconfig.build.json'), 'utf8'));
  const inputs = [...include, 'generated', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
  return unlessUnchanged({ inputs, stampFile }, () => step('编译', compile));
};

/** Prisma looks for an engine to download unless one is named; the client it generates has none, and never starts what is named here. */
const offlinePrisma = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' };

const compile = async () => {
  const fresh = inRoot(`dist.${process.pid}`);
  try {
    await runTool('tsc', ['typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', fresh]);
    if (await exists(inRoot('workflows', 'index.ts'))) await writeWorkflowBundle(`${fresh}/workflow-bundle.js`);
    await rm(inRoot('dist'), { recursive: true, force: true });
    await rename(fresh, inRoot('dist'));
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
};

const runTool = async (name, [script, ...args], env = {}) => {
  const { code, output } = await run(process.execPath, [inRoot('node_modules', script), ...args], { env: { ...process.env, ...env } });
  if (code !== 0) throw new Trouble(`${name} 没有成功：\n${lastLines(output, 40).join('\n')}`);
};
