import type { CivilDate, Instant } from '../calendar/instant.ts';
import type { EvidenceGroup } from '../referral/referral.ts';
import type { Unit } from '../unit/unit.ts';

/** A party as it was filed: everything that may not leave PostgreSQL, and leaves it only for a paper or an authorised screen. */
export interface PartyDossier {
  readonly partyId: string;
  readonly kind: 'naturalPerson' | 'organisation';
  readonly name: string;
  readonly idType: 'residentIdentity' | 'unifiedCreditCode';
  readonly idNo: string;
  readonly address?: string;
}

/** The instrument that is enforced, in words. */
export interface InstrumentDossier {
  readonly title: string;
  readonly issuedBy: string;
  readonly effectiveOn: CivilDate;
  readonly performanceEndsOn: CivilDate;
}

export interface CaseDossier {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly instrument: InstrumentDossier;
  /** Hash of everything that was filed, by which a repeated filing is told from another one. */
  readonly contentHash: string;
}

/** A thing found in a register, in words. */
export interface PropertyDossier {
  readonly propertyId: string;
  readonly propertyNo: string;
  readonly location: string;
  readonly certificateNo?: string;
  readonly areaSquareMetres?: string;
}

export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly court: string;
}

/** Reading what lies encrypted. */
export interface DossierReader {
  party(partyId: string): Promise<PartyDossier | undefined>;
  caseDossier(caseId: string): Promise<CaseDossier | undefined>;
  property(propertyId: string): Promise<PropertyDossier | undefined>;
  unit(code: string): Promise<Unit | undefined>;
  staff(id: string): Promise<StaffMember | undefined>;
  note(noteId: string): Promise<string | undefined>;
  evidenceTitles(evidenceIds: readonly string[]): Promise<readonly string[]>;
  /** An issued paper's number and, once it was served, the instant of service. */
  paper(paperId: string): Promise<IssuedPaper | undefined>;
}

/** Finding a person or organisation by number, so that the same number under another name is noticed before anything is stored. */
export interface PartyIndex {
  partyWithNumber(court: string, idType: PartyDossier['idType'], idNo: string): Promise<PartyDossier | undefined>;
}

export interface IssuedPaper {
  readonly paperId: string;
  readonly kind: string;
  readonly title: string;
  /** Absent while it is a draft. */
  readonly number?: string;
  readonly contentHash?: string;
  readonly issuedAt?: Instant;
}

/** Filing inert material: it means nothing until a process names it. Repeating the same content is harmless. */
export interface DossierWriter {
  /** Finds the person or organisation by its blind index, or adds it; answers the opaque id. One row per court. */
  party(court: string, party: Omit<PartyDossier, 'partyId'>): Promise<string>;
  caseDossier(dossier: CaseDossier & { readonly court: string; readonly handler: string }): Promise<'filed' | 'same' | 'otherContent'>;
  note(noteId: string, text: string): Promise<void>;
  evidence(piece: {
    readonly evidenceId: string;
    readonly caseId: string;
    readonly group: EvidenceGroup;
    readonly title: string;
    readonly content: Uint8Array;
  }): Promise<void>;
  /** Keeps a unit's reply word for word and gives each property it names an opaque id. */
  reply(reply: {
    readonly unit: string;
    readonly replyNo: string;
    readonly requestNo: string;
    readonly bodyHash: string;
    readonly content: unknown;
    readonly properties: readonly Omit<PropertyDossier, 'propertyId'>[];
  }): Promise<{ readonly kind: 'kept' | 'same'; readonly propertyIds: readonly string[] } | { readonly kind: 'otherContent' }>;
}
