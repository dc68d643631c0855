import type { PropertyType } from '../catalogue/index.ts';
import type { Instant } from '../calendar/instant.ts';
import type { PropertyId } from '../measure/measure.ts';

/** A thing found in a register, by id and flags. */
export interface FoundProperty {
  readonly propertyId: PropertyId;
  readonly type: PropertyType;
  readonly coOwned: boolean;
  readonly mortgaged: boolean;
}

/** One line of a control as the unit entered it. */
export interface RegisteredLine {
  readonly lineNo: number;
  readonly standing: 'inForce' | 'waiting';
  readonly registrationNo: string;
  readonly effectiveAt?: Instant;
  readonly endsAt?: Instant;
  readonly rank: number;
}

/**
 * What a unit decided, by kind of action. Whatever it wrote in words lies encrypted under the number of its reply.
 *
 * @see domain.md §4.4, §4.5
 */
export type Answer =
  | { readonly kind: 'records'; readonly properties: readonly FoundProperty[] }
  | { readonly kind: 'noRecord' }
  | { readonly kind: 'registered' | 'promoted' | 'renewed'; readonly lines: readonly RegisteredLine[] }
  | { readonly kind: 'notControlled' }
  | { readonly kind: 'lifted' | 'markCleared'; readonly lines: readonly number[] }
  | { readonly kind: 'urged'; readonly result: 'promised' | 'performed' | 'unwilling' }
  | { readonly kind: 'noted' }
  | { readonly kind: CriminalAnswer }
  | { readonly kind: 'reviewSuggested' }
  | { readonly kind: 'returned'; readonly missing: 'document' | 'credential' }
  | { readonly kind: 'identityMismatch' }
  | { readonly kind: 'refused' };

/** What police and procuratorate say of a transferred refusal. @see RJ25 5; PSR 182 */
export type CriminalAnswer =
  'caseAccepted' | 'caseComplex' | 'caseFiled' | 'caseNotFiled' | 'reasonsRequested' | 'noticeToFile' | 'reasonsHold';

/** How the exchange went, whatever was decided: the word under which answers are counted and compared between units. */
export type Outcome =
  | 'OK_FULL'
  | 'QUEUED'
  | 'NO_RECORD'
  | 'ID_MISMATCH'
  | 'NOT_CONTROLLED'
  | 'RETURNED_DOC'
  | 'RETURNED_CREDENTIAL'
  | 'REVIEW_SUGGESTED'
  | 'REFUSED';

export const outcomeOf = (answer: Answer): Outcome => {
  switch (answer.kind) {
    case 'noRecord':
      return 'NO_RECORD';
    case 'registered':
      return answer.lines.every(({ standing }) => standing === 'waiting') ? 'QUEUED' : 'OK_FULL';
    case 'notControlled':
      return 'NOT_CONTROLLED';
    case 'reviewSuggested':
      return 'REVIEW_SUGGESTED';
    case 'returned':
      return answer.missing === 'document' ? 'RETURNED_DOC' : 'RETURNED_CREDENTIAL';
    case 'identityMismatch':
      return 'ID_MISMATCH';
    case 'refused':
      return 'REFUSED';
    default:
      return 'OK_FULL';
  }
};
