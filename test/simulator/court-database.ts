import pg from 'pg';
import { createDatabase } from '../support/database.ts';

/** A court's database, for one test file. Its clock only goes forward, so that each test begins when the one before ended. */
export interface CourtDatabase {
  readonly url: string;
  readonly port: number;
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

export const openCourtDatabase = async (): Promise<CourtDatabase> => {
  const { url, drop } = await createDatabase();
  return { url, port: Number(new URL(url).port), query: (text, values = []) => ask(url, text, values), close: drop };
};

const ask = async <Row extends object>(url: string, text: string, values: readonly unknown[]): Promise<readonly Row[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
};
