import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient, type Prisma } from '../../generated/prisma/client.ts';
import { instantOf, type Instant } from '../../domain/calendar/instant.ts';

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
