import { nothingWhen } from './optional.ts';
import type {
  CaseDossier,
  DossierReader,
  IssuedPaper,
  PartyDossier,
  PartyIndex,
  PropertyDossier,
  StaffMember,
} from '../../domain/ports/dossier.ts';
import { paperKinds, type PaperKind } from '../../domain/paper/paper.ts';
import type { ColumnCipher } from '../crypto/column-cipher.ts';
import { fromDate, type Database, type Transaction } from './client.ts';
import { toUnit } from './registry.ts';

/** Reads what lies sealed. A row that does not open is a fault of keys or of the row, and is never taken for an absent one. */
export const postgresDossier = (database: Database | Transaction, cipher: ColumnCipher): DossierReader & PartyIndex => {
  const open = (table: string, rowId: string, sealed: string): string => {
    const plain = cipher.open({ table, column: 'sealed', rowId }, sealed);
    if (!plain.ok) throw new Error(`Row ${rowId} of ${table} does not open: ${plain.error.kind}`);
    return plain.value;
  };
  const json = (table: string, rowId: string, sealed: string): unknown => JSON.parse(open(table, rowId, sealed));

  return {
    party: async (id) => {
      const row = await database.party.findUnique({ where: { id } });
      return row === null ? undefined : { ...(json('party', id, row.sealed) as PartyDossier), partyId: id };
    },
    partyWithNumber: async (court, idType, idNo) => {
      const idIndex = cipher.blindIndex(partyIndexKind(court, idType), idNo);
      const row = await database.party.findUnique({ where: { court_idType_idIndex: { court, idType, idIndex } } });
      return row === null ? undefined : { ...(json('party', row.id, row.sealed) as PartyDossier), partyId: row.id };
    },
    caseDossier: async (caseId) => {
      const row = await database.caseDossier.findUnique({ where: { caseId } });
      if (row === null) return undefined;
      const { caseNumber, contentHash } = row;
      return { caseId, caseNumber, contentHash, instrument: json('case_dossier', caseId, row.sealed) as CaseDossier['instrument'] };
    },
    property: async (id) => {
      const row = await database.property.findUnique({ where: { id } });
      return row === null ? undefined : { ...(json('property', id, row.sealed) as PropertyDossier), propertyId: id };
    },
    unit: async (code) => {
      const row = await database.unit.findUnique({ where: { code } });
      return row === null ? undefined : toUnit(row);
    },
    staff: async (id) => {
      const row = await database.staff.findUnique({ where: { id } });
      return row === null ? undefined : { ...(json('staff', id, row.sealed) as StaffMember), id, court: row.court };
    },
    note: async (id) => {
      const row = await database.note.findUnique({ where: { id } });
      return row === null ? undefined : open('note', id, row.sealed);
    },
    evidenceTitles: async (ids) => {
      const rows = await database.evidence.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' } });
      return rows.map(({ id, title }) => open('evidence', id, title));
    },
    paper: async (id) => {
      const row = await database.paper.findUnique({ where: { id } });
      if (row === null) return undefined;
      const paper: IssuedPaper = {
        paperId: id,
        kind: row.kind,
        title: paperKinds[row.kind as PaperKind].title,
        ...nothingWhen(null, { number: row.number, contentHash: row.contentHash }),
        ...(row.issuedAt !== null && { issuedAt: fromDate(row.issuedAt) }),
      };
      return paper;
    },
  };
};

/** The kind under which a party's number is indexed: the same person is found again within one court, and not across two. */
export const partyIndexKind = (court: string, idType: string): string => `party.${court}.${idType}`;
