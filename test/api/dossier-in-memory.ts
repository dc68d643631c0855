import type { CaseDossier, DossierReader, DossierWriter, PartyDossier, PartyIndex, PropertyDossier } from '../../domain/ports/dossier.ts';
import { units } from './units.ts';

type Reply = Parameters<DossierWriter['reply']>[0];

/** What the counter puts into the dossier and reads from it, kept for the length of a test. */
export const dossierInMemory = () => {
  const parties = new Map<string, PartyDossier>();
  const cases = new Map<string, CaseDossier>();
  const properties = new Map<string, PropertyDossier>();
  const notes = new Map<string, string>();
  const evidence = new Map<string, { readonly title: string; readonly bytes: number }>();
  const replies = new Map<string, Reply & { readonly propertyIds: readonly string[] }>();
  const partyWith = (court: string, idNo: string) => parties.get(`${court} ${idNo}`);

  const reader: DossierReader & PartyIndex = {
    party: async (partyId) => [...parties.values()].find((party) => party.partyId === partyId),
    partyWithNumber: async (court, _idType, idNo) => partyWith(court, idNo),
    caseDossier: async (caseId) => cases.get(caseId),
    property: async (propertyId) => properties.get(propertyId),
    unit: async (code) => units.find((unit) => unit.code === code),
    staff: async (id) => (id.startsWith('judge-') ? { id, name: '丁试例', phone: '0878-0000000', court: '云2301' } : undefined),
    note: async (noteId) => notes.get(noteId),
    evidenceTitles: async (ids) => ids.flatMap((id) => evidence.get(id)?.title ?? []),
    paper: async () => undefined,
  };
  const writer: DossierWriter = {
    party: async (court, party) => {
      const known = partyWith(court, party.idNo) ?? { ...party, partyId: `p-${parties.size + 1}` };
      parties.set(`${court} ${party.idNo}`, known);
      return known.partyId;
    },
    caseDossier: async ({ court: _court, handler: _handler, ...dossier }) => {
      const known = cases.get(dossier.caseId);
      if (known === undefined) cases.set(dossier.caseId, dossier);
      if (known === undefined) return 'filed';
      return known.contentHash === dossier.contentHash ? 'same' : 'otherContent';
    },
    note: async (noteId, text) => void notes.set(noteId, text),
    evidence: async ({ evidenceId, title, content }) => void evidence.set(evidenceId, { title, bytes: content.length }),
    reply: async (reply) => {
      const id = `${reply.unit} ${reply.replyNo}`;
      const known = replies.get(id);
      if (known !== undefined)
        return known.bodyHash === reply.bodyHash ? { kind: 'same', propertyIds: known.propertyIds } : { kind: 'otherContent' };
      const propertyIds = reply.properties.map((property) => {
        const propertyId = `o-${properties.size + 1}`;
        properties.set(propertyId, { ...property, propertyId });
        return propertyId;
      });
      replies.set(id, { ...reply, propertyIds });
      return { kind: 'kept', propertyIds };
    },
  };
  /** How much lies in the dossier: to show that what was refused left nothing behind. */
  const stored = () => [parties, cases, properties, notes, evidence, replies].reduce((sum, { size }) => sum + size, 0);
  return { reader, writer, stored, notes, evidence, replies, parties };
};
