import './lib/node-version.mjs';
import { generate } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { runCommand, say } from './lib/say.mjs';

await runCommand(async () => {
  await install();
  if (!(await generate())) say('数据库客户端已是最新。');
});
