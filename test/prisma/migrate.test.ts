import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { draftMigration, migrate } from '../../prisma/migrate.ts';
import { createDatabase } from '../support/database.ts';

const ourPrismaDir = path.join(import.meta.dirname, '..', '..', 'prisma');

describe('the migrations of this house', () => {
  it('lead to exactly the schema that the program is written against', async () => {
    expect(await draftMigration(inject('adminDatabaseUrl'), ourPrismaDir)).toBeUndefined();
  });

  it('are all applied before the first test begins', async () => {
    const database = await aDatabase();
    expect(await migrate(database, ourPrismaDir)).toEqual([]);
  });
});

describe('a migration', () => {
  it('is applied once, however many begin it at the same moment', async () => {
    const [database, prismaDir] = [await aDatabase(), await aPrismaDir({ '1_probe': 'CREATE TABLE probe (id BIGINT PRIMARY KEY);' })];
    const applied = await Promise.all([migrate(database, prismaDir), migrate(database, prismaDir), migrate(database, prismaDir)]);
    expect(applied.flat()).toEqual(['1_probe']);
  });

  it('may hold a function whose body has semicolons', async () => {
    const withFunction = 'CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 1; END; $$;';
    const [database, prismaDir] = [await aDatabase(), await aPrismaDir({ '1_function': withFunction })];
    await migrate(database, prismaDir);
    expect(await rows(database, 'SELECT one()')).toEqual([{ one: 1 }]);
  });

  it('that fails leaves nothing of itself behind, and says why', async () => {
    const [database, prismaDir] = [await aDatabase(), await aPrismaDir({ '1_wrong': 'CREATE TABLE probe (); CREATE TABL other ();' })];
    await expect(migrate(database, prismaDir)).rejects.toThrow('syntax error at or near "TABL"');
    expect(await rows(database, "SELECT to_regclass('probe') AS probe")).toEqual([{ probe: null }]);
  });

  it('is drafted from what the schema holds beyond the migrations, keys and constraints included', async () => {
    const checked = 'CREATE TABLE "Paper" (id BIGINT PRIMARY KEY, "unitId" BIGINT NOT NULL REFERENCES "Paper" (id), CHECK (id > 0));';
    const prismaDir = await aPrismaDir({ '1_papers': checked }, 'model Paper {\n id BigInt @id\n unitId BigInt\n title String\n}');
    const draft = await draftMigration(inject('adminDatabaseUrl'), prismaDir);
    expect(draft).toContain('ADD COLUMN     "title" TEXT NOT NULL');
    expect(draft).toContain('DROP CONSTRAINT "Paper_unitId_fkey"');
  });
});

const aDatabase = async (): Promise<string> => {
  const database = await createDatabase();
  onTestFinished(database.drop);
  return database.url;
};

const aPrismaDir = async (migrations: Readonly<Record<string, string>>, models = ''): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'liandong-prisma-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(path.join(folder, 'schema'));
  await writeFile(path.join(folder, 'schema', 'models.prisma'), `datasource db {\n provider = "postgresql"\n}\n${models}`);
  for (const [name, sql] of Object.entries(migrations)) {
    await mkdir(path.join(folder, 'migrations', name), { recursive: true });
    await writeFile(path.join(folder, 'migrations', name, 'migration.sql'), sql);
  }
  await writeFile(path.join(folder, 'migrations', 'migration_lock.toml'), 'provider = "postgresql"');
  return folder;
};

const rows = async (database: string, query: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  onTestFinished(() => client.end());
  return (await client.query(query)).rows;
};
