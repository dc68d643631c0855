import { existsSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../prisma/migrate.ts';
import { passingServers, type PassingServers } from '../../scripts/lib/bring-up.mjs';
import { writeWorkflowBundle } from '../../scripts/lib/workflow-bundle.mjs';

/** What every test file of the house is given of the one PostgreSQL and the one Temporal server of the run. */
declare module 'vitest' {
  interface ProvidedContext {
    /** The server's own database, from which others are made. */
    readonly adminDatabaseUrl: string;
    readonly temporalAddress: string;
    /** The workflows as a worker runs them. */
    readonly workflowBundlePath: string;
    /** Keys for this run, each under the name of the variable that hands it to a process. */
    readonly secrets: Readonly<Record<string, string>>;
  }
}

const root = path.join(import.meta.dirname, '..', '..');

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const servers = await passingServers();
  try {
    await provideServers(project, servers);
  } catch (error) {
    await servers.stopAll();
    throw error;
  }
  return () => servers.stopAll();
}

const provideServers = async (project: TestProject, servers: PassingServers): Promise<void> => {
  const workflowBundlePath = path.join(servers.folder, 'workflow-bundle.js');
  const [postgres, temporal] = await Promise.all([
    startPostgresWithTemplate(servers),
    servers.startTemporal(),
    existsSync(path.join(root, 'workflows', 'index.ts')) ? writeWorkflowBundle(workflowBundlePath) : undefined,
  ]);
  project.provide('adminDatabaseUrl', postgres.url('postgres'));
  project.provide('temporalAddress', temporal.address);
  project.provide('workflowBundlePath', workflowBundlePath);
  project.provide('secrets', servers.secrets);
};

/** Migrated once; a test file gets a copy, which takes a tenth of a second. */
const startPostgresWithTemplate = async (servers: PassingServers) => {
  const postgres = await servers.startPostgres();
  const admin = new pg.Client({ connectionString: postgres.url('postgres') });
  await admin.connect();
  await admin.query('CREATE DATABASE liandong_template');
  await admin.end();
  await migrate(postgres.url('liandong_template'), path.join(root, 'prisma'));
  return postgres;
};
