import { execFileSync } from 'node:child_process';
import os from 'node:os';
import type { Client } from '@temporalio/client';

/** What kind of machine measured, and what it measured: figures of two kinds are not compared. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGib: number;
  readonly platform: string;
  readonly node: string;
  readonly temporal: string;
  readonly commit: string;
}

export const thisMachine = async (client: Client): Promise<Machine> => {
  const { serverVersion } = await client.workflowService.getSystemInfo({});
  return {
    cores: os.availableParallelism(),
    processor: os.cpus()[0]?.model.trim() ?? 'unknown',
    memoryGib: Math.round(os.totalmem() / 2 ** 30),
    platform: `${os.platform()} ${os.arch()}`,
    node: process.versions.node,
    temporal: serverVersion ?? 'unknown',
    commit: commit(),
  };
};

/** A folder that is no clone has no commit. */
const commit = (): string => {
  const git = (...args: readonly string[]) => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return git('rev-parse', '--short=12', 'HEAD') + (git('status', '--porcelain') === '' ? '' : '+');
  } catch {
    return 'unknown';
  }
};
