import type { Snapshot } from '../../domain/ports/record.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { toDate, type Transaction } from './client.ts';

/** Puts down where a process stands. A snapshot that is older than what stands changes nothing. */
export const saveProcess = async (transaction: Transaction, snapshot: Snapshot, line: number, offsetMs: number): Promise<void> => {
  const { kind, listing, standing, dueAt, busy, state } = snapshot;
  const row = {
    kind,
    caseId: listing.caseId,
    court: listing.court,
    unit: listing.unit ?? null,
    actionId: listing.actionId ?? null,
    handler: listing.handler ?? null,
    phase: standing.phase,
    awaiting: standing.awaiting,
    details: standing.details,
    ended: standing.ended,
    busy,
    dueAt: dueAt === undefined ? null : toDate(dueAt),
    line,
    offsetMs: BigInt(offsetMs),
    state: state as Prisma.InputJsonValue,
  };
  const { workflowId } = listing;
  const { count } = await transaction.process.updateMany({ where: { workflowId, line: { lte: line } }, data: row });
  if (count === 0) await transaction.process.createMany({ data: [{ workflowId, ...row }], skipDuplicates: true });
};
