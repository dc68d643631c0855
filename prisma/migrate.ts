import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { MigrationAdapter } from './migration-adapter.ts';

/** Applies what is not yet applied, in order, and names it. Safe to repeat; two that start at once wait for each other. */
export const migrate = (databaseUrl: string, prismaDir: string): Promise<readonly string[]> =>
  withEngine(databaseUrl, prismaDir, async (schemaEngine, migrationsList) => {
    const { appliedMigrationNames } = await schemaEngine.applyMigrations({ migrationsList, filters });
    return appliedMigrationNames;
  });

/** A migration that is not written yet: its folder name, and the SQL that takes the migrations there are to the schema. */
export type DraftMigration = { readonly name: string; readonly sql: string };

/**
 * Writes the SQL that takes the migrations there are to the schema, or nothing when they agree. The database is only the way to a
 * server: the migrations are played in an empty database beside it, which is dropped afterwards.
 */
export const draftMigration = (databaseUrl: string, prismaDir: string): Promise<string | undefined> =>
  withEmptyDatabase(databaseUrl, (shadowUrl) =>
    withEngine(shadowUrl, prismaDir, async (schemaEngine, migrationsList, files) => {
      const from: engine.DiffTarget = { tag: 'migrations', ...migrationsList };
      const to: engine.DiffTarget = { tag: 'schemaDatamodel', files };
      const { exitCode, stdout } = await schemaEngine.diff({ from, to, script: true, exitCode: true, filters });
      return exitCode === 0 ? undefined : (stdout ?? undefined);
    }),
  );

const withEmptyDatabase = async <Value>(databaseUrl: string, work: (url: string) => Promise<Value>): Promise<Value> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const name = `liandong_draft_${randomUUID()}`;
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE template0`);
    return await work(url.href);
  } finally {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)}`);
    await client.end();
  }
};

type EngineWork<Value> = (
  schemaEngine: engine.SchemaEngine,
  migrationsList: engine.MigrationList,
  files: engine.SchemaContainer[],
) => Promise<Value>;

const withEngine = async <Value>(databaseUrl: string, prismaDir: string, work: EngineWork<Value>): Promise<Value> => {
  const [migrationsList, files] = await Promise.all([
    readMigrations(path.join(prismaDir, 'migrations')),
    readSchema(path.join(prismaDir, 'schema')),
    loadEngine(),
  ]);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, idleTimeoutMillis: 0 });
  const adapter = bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(pool));
  const datamodels = files.map(({ path: file, content }): [string, string] => [file, content]);
  try {
    const schemaEngine = await engine.SchemaEngine.new({ datamodels }, () => undefined, adapter);
    try {
      return await work(schemaEngine, migrationsList, files);
    } finally {
      schemaEngine.free();
    }
  } finally {
    await pool.end();
  }
};

const filters: engine.SchemaFilter = { externalTables: [], externalEnums: [] };

let loading: Promise<void> | undefined;

const loadEngine = (): Promise<void> => (loading ??= instantiateEngine());

/** Node does not import `.wasm` files, so that the package's own entrance cannot be used. */
const instantiateEngine = async (): Promise<void> => {
  const entrance = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const bytes = await readFile(path.join(path.dirname(entrance), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...engine, ...unrefTimers() } });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: failWith, ...panicRegistry() } });
};

/** The engine leaves its limit for taking the migration lock running when it has the lock: the process would stay for ten seconds. */
const unrefTimers = (): object =>
  Object.fromEntries(
    Object.keys(engine)
      .filter((name) => name.startsWith('__wbg_setTimeout_'))
      .map((name) => [name, (callback: () => void, ms: number) => setTimeout(callback, ms).unref()]),
  );

/** What the engine calls when it gives up; the query compiler of the client, where it is loaded, has put its own there. */
const panicRegistry = (): object => {
  const registry: unknown = Reflect.get(globalThis, 'PRISMA_WASM_PANIC_REGISTRY');
  return typeof registry === 'object' && registry !== null ? registry : {};
};

const failWith = (message: string): never => {
  throw new Error(`Prisma's schema engine gave up: ${message}`);
};

/** `@types/node` 20 leaves out what Node 20 has. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ readonly instance: { readonly exports: { __wbindgen_start(): void } } }>;
};

const readMigrations = async (baseDir: string): Promise<engine.MigrationList> => {
  const entries = await readdir(baseDir, { withFileTypes: true });
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: await readFile(path.join(baseDir, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(folders.map((folder) => readMigration(baseDir, folder))),
  };
};

const readMigration = async (baseDir: string, folder: string): Promise<engine.MigrationDirectory> => {
  const content = await readFile(path.join(baseDir, folder, 'migration.sql'), 'utf8');
  return { path: folder, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: content } } };
};

const readSchema = async (schemaDir: string): Promise<engine.SchemaContainer[]> => {
  const names = (await readdir(schemaDir)).filter((name) => name.endsWith('.prisma')).toSorted();
  return Promise.all(names.map(async (name) => ({ path: name, content: await readFile(path.join(schemaDir, name), 'utf8') })));
};
