import { verifyAudit } from '../../adapters/postgres/audit.ts';
import { openDatabase } from '../../adapters/postgres/client.ts';
import { readAuditConfig } from './config.ts';
import { verdictInWords } from './verdict-in-words.ts';

/** Ends with 0 when the chain is whole, with 1 when it is not, and with 2 when it could not be looked at. */
const verify = async (): Promise<number> => {
  const database = openDatabase(readAuditConfig(process.env).DATABASE_URL, 2);
  try {
    const verdict = await verifyAudit(database);
    process.stdout.write(`${verdictInWords(verdict)}\n`);
    return verdict.kind === 'whole' ? 0 : 1;
  } finally {
    await database.$disconnect();
  }
};

process.exitCode = await verify().catch((error: unknown) => {
  process.stderr.write(`未能核验审计链：${error instanceof Error ? error.message.trim() : '原因不明'}\n`);
  return 2;
});
