import { readFile } from 'node:fs/promises';
import { inRoot } from './paths.mjs';
import { say } from './say.mjs';
import { exists } from './stamp.mjs';

/** What a person needs who has just started the system: where it is, and as whom to enter. */
export const welcome = async (places) => {
  say('\n联动系统已启动');
  say(`  接口            ${places.LIANDONG_API_URL}/api/v1`);
  if (places.LIANDONG_TEMPORAL_UI_URL) say(`  流程监督界面    ${places.LIANDONG_TEMPORAL_UI_URL}（演示环境，可执行写操作）`);
  say(`  数据库          ${places.DATABASE_URL.replace(/:[^:@/]*@/, ':***@')}`);
  const accountsFile = inRoot('examples', 'demo-accounts.json');
  if (!(await exists(accountsFile))) return;
  say('  演示账号');
  for (const { id, title } of JSON.parse(await readFile(accountsFile, 'utf8'))) say(`    ${id.padEnd(24)}${title}`);
};
