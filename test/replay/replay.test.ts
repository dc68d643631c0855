import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bundleWorkflowCode, DefaultLogger, Worker, type ReplayWorkerOptions } from '@temporalio/worker';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { encryptingDataConverter, failureConverterPath } from '../../adapters/crypto/data-converter.ts';
import { parseKeyRing } from '../../adapters/crypto/key-ring.ts';
import * as stories from '../support/court-stories.ts';
import { installRuntime } from '../support/court-worker.ts';
import { openCourt } from '../support/court.ts';
import { corpusCodecKeys, keepHistory, keptHistories } from './corpus.ts';

const root = path.join(import.meta.dirname, '..', '..');

const replayed = async (
  workflowBundle: ReplayWorkerOptions['workflowBundle'] & object,
): Promise<readonly (readonly [string, unknown])[]> => {
  const keys = parseKeyRing(corpusCodecKeys);
  if (!keys.ok) throw new Error(keys.error);
  const options: ReplayWorkerOptions = { workflowBundle, dataConverter: encryptingDataConverter(keys.value), replayName: 'corpus' };
  const results: (readonly [string, unknown])[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories(options, await keptHistories())) results.push([workflowId, error]);
  return results;
};

/** Records the corpus anew from the whole stories. Old versions stay beside it for as long as a case may run that began under them. */
const recordCorpus = async (): Promise<void> => {
  await recorded(stories.performedAndLifted, [
    ['case', 'case-performed-and-closed'],
    ['C04-1', 'request-query-answered'],
    ['C14-2', 'request-sealed-and-lifted'],
  ]);
  await recorded(stories.silentUnit, [['C04-1', 'request-silent-to-order']]);
  await recorded(stories.renewedAndLifted, [['C14-2', 'request-renewed-and-lifted']]);
  await recorded(stories.silentCongress, [['C01-1', 'request-silent-congress']]);
  await recorded(stories.refusedAndFiled, [
    ['referral', 'referral-police-silent-then-filed'],
    ['C08-1', 'request-police-silent'],
    ['C09-2', 'request-supervision'],
  ]);
};

type Kept = readonly [what: 'case' | 'referral' | 'C01-1' | 'C04-1' | 'C08-1' | 'C09-2' | 'C14-2', name: string];

const recorded = async (story: stories.CourtStory, kept: readonly Kept[]): Promise<void> => {
  const court = await openCourt({ script: story.script, secrets: { LIANDONG_CODEC_KEYS: corpusCodecKeys } });
  try {
    const kase = await story.play(court);
    for (const [what, name] of kept) {
      const own = what === 'case' ? `case/${kase.caseId}` : `referral/${kase.caseId}/r1`;
      const workflowId = what === 'case' || what === 'referral' ? own : (await kase.request(what)).workflowId;
      await keepHistory(court.client, workflowId, name);
    }
  } finally {
    await court.close();
  }
};

beforeAll(async () => {
  installRuntime();
  if (process.env['RECORD_HISTORIES'] === '1') await recordCorpus();
}, 180_000);

describe('a case that began under an earlier version', () => {
  it('goes on under this one: every kept history replays', async () => {
    const results = await replayed({ codePath: inject('workflowBundlePath') });
    expect(results.map(([name]) => name)).toContain('case-performed-and-closed-v1');
    expect(results.filter(([, error]) => error !== undefined)).toEqual([]);
  });

  it('would stop if its steps were reordered: a planted reordering is found in every kind of process', async () => {
    const results = await replayed({ code: await reorderedBundle() });
    const violated = results
      .filter(([, error]) => error instanceof Error && error.name === 'DeterminismViolationError')
      .map(([name]) => name.split('-')[0]);
    expect(new Set(violated)).toEqual(new Set(['case', 'request', 'referral']));
  });
});

/** The workflows as they would be if the loop waited before it showed where a process stands. */
const reorderedBundle = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'liandong-reordered-'));
  try {
    for (const room of ['domain', 'workflows', 'activities', 'adapters/crypto'])
      await cp(path.join(root, room), path.join(folder, room), { recursive: true });
    await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
    await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    const loop = path.join(folder, 'workflows', 'support', 'process-loop.ts');
    const source = await readFile(loop, 'utf8');
    const [shows = ''] = /^ {4}show\(.*\n/m.exec(source) ?? [];
    const [waits = ''] = /^ {4}const next = await inbox.*\n/m.exec(source) ?? [];
    const reordered = source.replace(shows, '').replace(waits, waits + shows);
    expect(reordered).not.toBe(source);
    await writeFile(loop, reordered);
    const workflowsPath = path.join(folder, 'workflows', 'index.ts');
    const { code } = await bundleWorkflowCode({ workflowsPath, failureConverterPath, logger: new DefaultLogger('ERROR') });
    return code;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
