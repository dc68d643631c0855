import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { aPlannedCase, openRecord, type CourtRecord } from '../adapters/postgres/court-record.ts';

/* The commands as they are run in life: what the build has made of them, in a process of their own. */

let court: CourtRecord;
beforeAll(async () => {
  court = await openRecord(2);
  await aPlannedCase(court.record, 1);
});
afterAll(() => court.close());

const root = path.join(import.meta.dirname, '..', '..');

const run = async (command: 'audit-verify' | 'reconcile', env: Readonly<Record<string, string>>) => {
  const { DATABASE_URL: _ours, TEMPORAL_ADDRESS: _theirs, ...rest } = process.env;
  const child = spawn(process.execPath, [path.join(root, 'dist', 'worker', command, 'main.js')], { env: { ...rest, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, said };
};

const forgeFirstEvent = async (into: string): Promise<void> => {
  await court.database.$executeRawUnsafe('ALTER TABLE event DISABLE TRIGGER USER');
  await court.database.$executeRaw`UPDATE event SET body = jsonb_set(body, '{file,handler}', to_jsonb(${into}::text)) WHERE number = 1`;
  await court.database.$executeRawUnsafe('ALTER TABLE event ENABLE TRIGGER USER');
};

const nobody = 'postgresql://nobody@127.0.0.1:1/nothing';

describe('audit-verify', () => {
  it('ends with 0 over a whole chain and with 1 over a broken one, which it names', async () => {
    const lines = await court.database.auditLine.count();
    expect(await run('audit-verify', { DATABASE_URL: court.url })).toEqual({ code: 0, said: `审计链完整，共 ${lines} 行。\n` });
    await forgeFirstEvent('s-other');
    expect(await run('audit-verify', { DATABASE_URL: court.url })).toEqual({
      code: 1,
      said: '审计链不完整：第 1 行所证明的记录与现存记录不符，记录被改动（案件 2026-yun2301-zhi-1 第 1 条记录）。\n',
    });
    await forgeFirstEvent('s-judge');
  });

  it('ends with 2 where it cannot look, so that nobody takes that for an answer', async () => {
    expect(await run('audit-verify', { DATABASE_URL: nobody })).toMatchObject({ code: 2, said: expect.stringContaining('未能核验审计链') });
    expect(await run('audit-verify', {})).toMatchObject({ code: 2, said: expect.stringContaining('DATABASE_URL') });
  });
});

describe('reconcile', () => {
  const places = () => ({
    DATABASE_URL: court.url,
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    LIANDONG_TASK_QUEUE: 'nobody-works-here',
    LIANDONG_CODEC_KEYS: inject('secrets')['LIANDONG_CODEC_KEYS'] ?? '',
    LIANDONG_RECONCILE_PATIENCE_MS: '0',
  });

  it('ends with 1 and names the process that the engine does not know', async () => {
    const { code, said } = await run('reconcile', places());
    expect(said).toContain('  1. 案件 2026-yun2301-zhi-1：案卷有记载，流程引擎中没有对应的流程。');
    expect(said).toContain('  - 案件 2026-yun2301-zhi-2：材料已存入而未立案，不产生任何效力。');
    expect(said).toContain('结论：发现不一致 1 处，请技术人员处理。');
    expect(code).toBe(1);
  });

  it('ends with 0 over a court that has no process yet', async () => {
    const empty = await openRecord(0);
    const { code, said } = await run('reconcile', { ...places(), DATABASE_URL: empty.url });
    await empty.close();
    expect({ code, last: said.trimEnd().split('\n').at(-1) }).toEqual({ code: 0, last: '结论：三者一致。' });
  });

  it('ends with 2 where it cannot look', async () => {
    const said = expect.stringContaining('未能核对');
    expect(await run('reconcile', { ...places(), DATABASE_URL: nobody })).toMatchObject({ code: 2, said });
    expect(await run('reconcile', { ...places(), LIANDONG_CODEC_KEYS: 'no keys' })).toMatchObject({ code: 2, said });
  });
});
