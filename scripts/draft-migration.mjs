import './lib/node-version.mjs';
import { mkdir, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { passingServers } from './lib/bring-up.mjs';
import { build, generate } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';
import { runCommand, say, Trouble } from './lib/say.mjs';

/** Writes the migration that takes the database to the schema as it now stands, on a server of its own: `npm run migration -- subject`. */
await runCommand(async () => {
  const subject = process.argv[2] ?? '';
  if (!/^[a-z][a-z0-9_]*$/.test(subject))
    throw new Trouble('请给这次变更起名：小写英文字母、数字和下划线', ['例如：npm run migration -- paper_proof']);
  await install();
  await generate();
  await build();
  const sql = await draft();
  if (sql === undefined) return say('数据库结构与迁移一致，无需新的迁移。');
  const folder = inRoot('prisma', 'migrations', `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${subject}`);
  await mkdir(folder);
  await writeFile(`${folder}/migration.sql`, sql);
  say(`已写好 ${folder}/migration.sql，请逐行审阅后提交；触发器和函数须自行补写。`);
});

async function draft() {
  const { draftMigration } = await import(pathToFileURL(inRoot('dist', 'prisma', 'migrate.js')).href);
  const servers = await passingServers();
  try {
    const { url } = await servers.startPostgres();
    return await draftMigration(url('postgres'), inRoot('prisma'));
  } finally {
    await servers.stopAll();
  }
}
