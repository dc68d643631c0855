import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient, type Prisma } from '../../generated/prisma/client.ts';
import { instantOf, type Instant } from '../../domain/calendar/instant.ts';

/** A row of the read model. */
export type { Process } from '../../generated/prisma/client.ts';

export type Database = PrismaClient;
export type Transaction = Prisma.TransactionClient;

/** Opens the record's database. Connections are made when they are needed and closed by `$disconnect`. */
export const openDatabase = (url: string, connections = 16): Database =>
  new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: connections }) });

export const toDate = (instant: Instant): Date => new Date(instant);

export const fromDate = (date: Date): Instant => instantOf(date.getTime());

/** Name of the constraint behind a refused write; undefined for any other trouble. */
export const violatedConstraint = (error: unknown): string | undefined => {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'P2002') return undefined;
  return JSON.stringify('meta' in error ? error.meta : '');
};

/** Whether an error means that the database is away, and not that something is wrong with what was asked of it. */
export const isOutage = (error: unknown): boolean => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return outageCodes.has(code) || (error instanceof Error && /connect|terminat|ECONNREFUSED|timeout/i.test(error.message));
};

const outageCodes: ReadonlySet<string> = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'ECONNREFUSED',
  'ECONNRESET',
  '57P01',
  '57P03',
]);
