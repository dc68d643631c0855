import { randomUUID } from 'node:crypto';
import type { DossierWriter } from '../../domain/ports/dossier.ts';
import type { ColumnCipher } from '../crypto/column-cipher.ts';
import { contentHash } from '../crypto/content-hash.ts';
import { violatedConstraint, type Database } from './client.ts';
import { partyIndexKind } from './dossier-reader.ts';

/** Files inert material: sealed, found again by id or blind index, and without meaning until a process names it. */
export const dossierWriter = (database: Database, cipher: ColumnCipher): DossierWriter => {
  const seal = (table: string, rowId: string, plain: string): string => cipher.seal({ table, column: 'sealed', rowId }, plain);

  return {
    party: async (court, party) => {
      const idIndex = cipher.blindIndex(partyIndexKind(court, party.idType), party.idNo);
      const key = { court_idType_idIndex: { court, idType: party.idType, idIndex } };
      const known = await database.party.findUnique({ where: key, select: { id: true } });
      if (known !== null) return known.id;
      const id = `p-${randomUUID()}`;
      const row = { id, court, kind: party.kind, idType: party.idType, idIndex, sealed: seal('party', id, JSON.stringify(party)) };
      await database.party.createMany({ data: [row], skipDuplicates: true });
      return (await database.party.findUniqueOrThrow({ where: key, select: { id: true } })).id;
    },
    caseDossier: async ({ caseId, caseNumber, court, handler, contentHash: hash, instrument }) => {
      const sealed = seal('case_dossier', caseId, JSON.stringify(instrument));
      await database.caseDossier.createMany({
        data: [{ caseId, caseNumber, court, handler, contentHash: hash, sealed }],
        skipDuplicates: true,
      });
      const row = await database.caseDossier.findUnique({ where: { caseId } });
      if (row?.contentHash !== hash) return 'otherContent';
      return row.sealed === sealed ? 'filed' : 'same';
    },
    note: async (id, text) => {
      await database.note.createMany({ data: [{ id, sealed: seal('note', id, text) }], skipDuplicates: true });
    },
    evidence: async ({ evidenceId: id, caseId, group, title, content }) => {
      const data = [
        {
          id,
          caseId,
          group,
          contentHash: contentHash({ content: Buffer.from(content).toString('base64') }),
          title: seal('evidence', id, title),
          content: Buffer.from(cipher.seal({ table: 'evidence', column: 'content', rowId: id }, Buffer.from(content).toString('base64'))),
        },
      ];
      await database.evidence.createMany({ data, skipDuplicates: true });
    },
    reply: async ({ unit, replyNo, requestNo, bodyHash, content, properties }) => {
      const propertyIds: string[] = [];
      for (const property of properties) propertyIds.push(await propertyId(database, cipher, seal, unit, property));
      try {
        const sealed = seal('reply', `${unit}/${replyNo}`, JSON.stringify(content));
        await database.reply.create({ data: { unit, replyNo, requestNo, bodyHash, sealed, propertyIds } });
        return { kind: 'kept', propertyIds };
      } catch (error) {
        if (violatedConstraint(error) === undefined) throw error;
      }
      const known = await database.reply.findUniqueOrThrow({ where: { unit_replyNo: { unit, replyNo } } });
      return known.bodyHash === bodyHash ? { kind: 'same', propertyIds: known.propertyIds } : { kind: 'otherContent' };
    },
  };
};

/** One thing in one register has one id, in whatever case it turns up. */
const propertyId = async (
  database: Database,
  cipher: ColumnCipher,
  seal: (table: string, rowId: string, plain: string) => string,
  register: string,
  property: { readonly propertyNo: string },
): Promise<string> => {
  const index = cipher.blindIndex(`property.${register}`, property.propertyNo);
  const id = `o-${randomUUID()}`;
  await database.property.createMany({
    data: [{ id, index, sealed: seal('property', id, JSON.stringify(property)) }],
    skipDuplicates: true,
  });
  return (await database.property.findUniqueOrThrow({ where: { index }, select: { id: true } })).id;
};
