import type { CivilDate } from '../domain/calendar/instant.ts';
import type { PaperKind } from '../domain/paper/paper.ts';

/** A person or organisation as a paper names it. */
export interface PartyFacts {
  readonly role: 'applicant' | 'debtor' | 'legalRepresentative';
  readonly kind: 'naturalPerson' | 'organisation';
  readonly name: string;
  readonly idType: 'residentIdentity' | 'unifiedCreditCode';
  readonly idNo: string;
  readonly address?: string;
  /** For a legal representative: the name of the organisation. */
  readonly represents?: string;
}

/** What every paper of a case knows. Amounts are fen. */
export interface CommonFacts {
  readonly court: { readonly code: string; readonly name: string };
  readonly caseNumber: string;
  /** Absent while the paper is a draft. */
  readonly number?: string;
  readonly issuedOn: CivilDate;
  readonly handler: { readonly name: string; readonly phone: string };
  readonly parties: readonly PartyFacts[];
  readonly instrument: {
    /** The judgment or mediation that is enforced, as its own court numbered it. */
    readonly title: string;
    readonly issuedBy: string;
    readonly effectiveOn: CivilDate;
    readonly performanceEndsOn: CivilDate;
  };
  readonly balance: {
    readonly costsFen: number;
    readonly ordinaryInterestFen: number;
    readonly principalFen: number;
    readonly doubledInterestFen: number;
    readonly totalFen: number;
  };
  /** Citations valid on `issuedOn`, each complete: 《中华人民共和国民事诉讼法》第二百五十一条. */
  readonly grounds: readonly string[];
}

/** What a paper addressed to a unit knows besides. */
export interface AddressedFacts extends CommonFacts {
  readonly addressee: string;
  /** Last day for the answer. */
  readonly answerBy: CivilDate;
  /** The subject of the request. */
  readonly subject: PartyFacts;
}

/** One thing under control. */
export interface ObjectFacts {
  readonly lineNo: number;
  readonly description: string;
  readonly registrationNo?: string;
  readonly startsOn?: CivilDate;
  readonly endsOn?: CivilDate;
}

export interface EarlierPaper {
  readonly title: string;
  readonly number: string;
  readonly servedOn: CivilDate;
}

/** The five groups without which no refusal is referred. @see RJ25 3–4 */
export type EvidenceGroup = 'identity' | 'duty' | 'ability' | 'refusalActs' | 'circumstances';

/** What each kind of paper is composed from. */
export type PaperFacts =
  | ({
      readonly kind: 'enforcementNotice';
      readonly performWithinDays: number;
      readonly debtor: PartyFacts;
      readonly caseAccount: string;
    } & CommonFacts)
  | ({ readonly kind: 'propertyReportOrder'; readonly reportWithinDays: number; readonly debtor: PartyFacts } & CommonFacts)
  | ({
      readonly kind: 'enforcementRuling';
      readonly rules: 'seal' | 'renewSeal' | 'lift';
      readonly subject: PartyFacts;
      readonly objects: readonly ObjectFacts[];
      readonly liftGround?: string;
    } & CommonFacts)
  | ({ readonly kind: 'inquiryAssistanceNotice'; readonly matter: string; readonly items: readonly string[] } & AddressedFacts)
  | ({
      readonly kind: 'enforcementAssistanceNotice';
      readonly matter: string;
      readonly rulingNumber?: string;
      readonly objects: readonly ObjectFacts[];
      readonly asksRank: boolean;
      /** The most that may be held, where money is held. */
      readonly limitFen?: number;
    } & AddressedFacts)
  | ({ readonly kind: 'urgingLetter'; readonly matter: string } & AddressedFacts)
  | ({ readonly kind: 'urgingEndedLetter'; readonly ground: string; readonly original?: EarlierPaper } & AddressedFacts)
  | ({
      readonly kind: 'orderToAssist';
      readonly matter: string;
      readonly original?: EarlierPaper;
      readonly remindedOn?: CivilDate;
      readonly refusalReason?: string;
    } & AddressedFacts)
  | ({
      readonly kind: 'transferLetter';
      readonly refusalGround: string;
      readonly evidence: readonly { readonly group: EvidenceGroup; readonly titles: readonly string[] }[];
      /** The report on the course of enforcement, in order of time. */
      readonly course: readonly { readonly on: CivilDate; readonly what: string }[];
    } & AddressedFacts)
  | ({
      readonly kind: 'filingSupervisionRequest';
      readonly police: string;
      readonly transfer?: EarlierPaper;
      readonly policeAnswer: 'silent' | 'notFiled' | 'revoked';
      readonly policeTermEndedOn?: CivilDate;
    } & AddressedFacts)
  | ({
      readonly kind: 'liftNotice';
      readonly matter: string;
      readonly rulingNumber?: string;
      readonly original?: EarlierPaper;
      readonly objects: readonly ObjectFacts[];
      readonly ground: string;
      readonly scope: 'all' | 'part';
      /** True when the term has lapsed and only the mark in the register must go. */
      readonly clearsLapsedMark: boolean;
    } & AddressedFacts)
  | ({ readonly kind: 'closingNotice'; readonly closedAs: string; readonly paidFen: number; readonly liftedCount: number } & CommonFacts);

/** Proof of service: not a paper of the case with a number, but the sheet on which delivery is recorded. @see CPL 87–89 */
export interface ServiceReturnFacts {
  readonly court: { readonly code: string; readonly name: string };
  readonly caseNumber: string;
  readonly paper: { readonly title: string; readonly number: string };
  readonly recipient: string;
  readonly place: string;
  readonly manner: string;
  readonly servedAt: string;
  readonly receiptNo?: string;
  readonly note?: string;
}

export type FactsOf<Kind extends PaperKind> = Extract<PaperFacts, { readonly kind: Kind }>;
