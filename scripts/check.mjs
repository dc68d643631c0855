import './lib/node-version.mjs';
import { generate } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runCommand, say, step, Trouble } from './lib/say.mjs';

const rooms = ['domain', 'documents', 'activities', 'workflows', 'adapters', 'api', 'worker', 'simulator', 'prisma'];

/** Every check, in the order of how soon a person wants to know. */
const checks = [
  ['类型', 'typescript/bin/tsc', ['-p', 'tsconfig.json']],
  ['静态检查', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']],
  ['格式', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  ['分层规则', 'dependency-cruiser/bin/dependency-cruise.mjs', ['--config', '.dependency-cruiser.cjs', ...rooms]],
  ['无用代码', 'knip/bin/knip.js', ['--no-progress']],
];

await runCommand(async () => {
  await install();
  await generate();
  const failed = [];
  for (const [title, tool, args] of checks) {
    const { code, output } = await step(title, () => run(process.execPath, [inRoot('node_modules', tool), ...args]));
    if (code !== 0) {
      say(output.trimEnd());
      failed.push(title);
    }
  }
  const { code, output } = await step('锁文件', () => run(process.execPath, [inRoot('scripts', 'check-lock.mjs')]));
  if (code !== 0) {
    say(output.trimEnd());
    failed.push('锁文件');
  }
  if (failed.length > 0) throw new Trouble(`未通过：${failed.join('、')}`);
  say('全部通过');
});
