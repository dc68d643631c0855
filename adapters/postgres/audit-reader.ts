import type { AuditReader } from '../../domain/ports/reader.ts';
import { fromDate, type Database } from './client.ts';
import { nothingWhen } from './optional.ts';

/** The audit chain as an auditor reads it, oldest line first. The cursor is the number of the last line shown. */
export const auditReader = (database: Database): AuditReader => ({
  lines: async ({ caseId, actor }, cursor, limit) => {
    if (cursor !== undefined && !/^\d{1,18}$/.test(cursor)) return { items: [] };
    const rows = await database.auditLine.findMany({
      where: {
        ...(caseId !== undefined && { caseId }),
        ...(actor !== undefined && { actor }),
        ...(cursor !== undefined && { seq: { gt: BigInt(cursor) } }),
      },
      orderBy: { seq: 'asc' },
      take: limit + 1,
    });
    const items = rows.slice(0, limit).map(({ seq, at, kind, actor: who, role, what, caseId: ofCase, purpose, client, hash }) => ({
      seq: String(seq),
      at: fromDate(at),
      kind,
      actor: who,
      role,
      what,
      ...nothingWhen(null, { caseId: ofCase, purpose, client }),
      hash,
    }));
    const last = items.at(-1);
    return rows.length > limit && last !== undefined ? { items, next: last.seq } : { items };
  },
});
