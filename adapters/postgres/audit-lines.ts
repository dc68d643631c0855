import type { Transaction } from './client.ts';

export interface AuditEntry {
  readonly kind: 'event' | 'read' | 'refused' | 'signInFailed' | 'decoded' | 'keptOnFile';
  readonly actor: string;
  readonly role: string;
  readonly what: string;
  readonly caseId?: string;
  readonly purpose?: string;
  readonly client?: string;
  /** Hash of the event that the line stands for. */
  readonly content?: string;
}

/** Adds lines to the audit chain in the order given. Number, predecessor and hash are the database's business. */
export const writeAuditLines = async (transaction: Transaction, entries: readonly AuditEntry[]): Promise<void> => {
  if (entries.length === 0) return;
  await transaction.$executeRaw`
    INSERT INTO audit_line (kind, actor, role, what, case_id, purpose, client, content)
    SELECT kind, actor, role, what, "caseId", purpose, client, content
      FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        AS line(kind text, actor text, role text, what text, "caseId" text, purpose text, client text, content text)`;
};
