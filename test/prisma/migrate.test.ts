import path from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { draftMigration, migrate } from '../../prisma/migrate.ts';
import { createDatabase } from '../support/database.ts';

const prismaDir = path.join(import.meta.dirname, '..', '..', 'prisma');

describe('the migrations', () => {
  it('lead to exactly the schema that the program is written against', async () => {
    expect(await draftMigration(inject('adminDatabaseUrl'), prismaDir)).toBeUndefined();
  });

  it('are applied once, however often and by however many they are started', async () => {
    const database = await createDatabase();
    onTestFinished(database.drop);
    expect(await Promise.all([migrate(database.url, prismaDir), migrate(database.url, prismaDir)])).toEqual([[], []]);
  });
});
