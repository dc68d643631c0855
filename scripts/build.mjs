import './lib/node-version.mjs';
import { build, generate } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { runCommand, say } from './lib/say.mjs';

await runCommand(async () => {
  await install();
  await generate();
  if (!(await build())) say('编译结果已是最新。');
});
