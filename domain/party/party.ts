import type { Brand } from '../brand.ts';
import { assertNever, err, ok, type Result } from '../result.ts';

/** The opaque id of a person or organisation in this court, `p-…`. All else about a party lies encrypted under it. */
export type PartyId = Brand<string, 'PartyId'>;

/** `responsiblePerson` is the main head, a person directly responsible or the actual controller of a debtor that is an organisation. */
export type PartyRole = 'applicant' | 'debtor' | 'legalRepresentative' | 'responsiblePerson';

export type PartyKind = 'naturalPerson' | 'organisation';

/** The standings that put a party under the eye of a body of its own: clauses 2, 3, 13, 20, 21 and 31 of the plan. */
export type SpecialSubject =
  | 'politicalAdviser'
  | 'stateOrganStaff'
  | 'stateOwnedEnterprise'
  | 'prison'
  | 'administrativeOrgan'
  | 'publicInstitution'
  | 'federationMember';

/** A seat in a people's congress; `unit` is the code of its standing committee. The plan is silent on levels other than the two. */
export type DeputySeat = { readonly level: 'prefecture' | 'county' | 'other'; readonly unit?: string };

/**
 * All that a workflow may carry about a party: ids, codes and flags. No name, number, address or text has a place here, because
 * histories outlive the need to know. An absent flag means no.
 */
export type PartyFlags = Standing & {
  readonly partyId: PartyId;
  readonly deputy?: DeputySeat;
  readonly specialSubject?: { readonly [Subject in SpecialSubject]?: boolean };
  /** Listed by decision as a dishonest debtor (失信被执行人). */
  readonly listedDishonest?: boolean;
  /** Under an order that restricts consumption (限制消费). */
  readonly restrictedConsumer?: boolean;
  /** A deputy of county level or above may be detained only with the permission of his congress. */
  readonly detentionNeedsPermission: boolean;
};

/** Who stands behind a party: whoever only represents another names it. */
type Standing =
  | { readonly role: 'applicant' | 'debtor'; readonly kind: PartyKind; readonly represents?: never }
  | { readonly role: 'legalRepresentative'; readonly kind: 'naturalPerson'; readonly represents: PartyId }
  | { readonly role: 'responsiblePerson'; readonly kind: PartyKind; readonly represents: PartyId };

/** Whom an action may concern: debtor, its legal representative, listed debtor, restricted consumer, other responsible person. */
export type SubjectScope = 'D' | 'L' | 'DD' | 'HCD' | 'X';

/**
 * Whether an action of that scope may concern this party of the case. L and X reach only those who stand for a debtor organisation
 * among `parties`; HCD reaches them too once they are restricted themselves.
 * @see HC 3 (a restricted organisation restricts those who lead it)
 */
export const inScope = (scope: SubjectScope, party: PartyFlags, parties: readonly PartyFlags[]): boolean => {
  switch (scope) {
    case 'D':
      return party.role === 'debtor';
    case 'L':
      return party.role === 'legalRepresentative' && standsForDebtor(party, parties);
    case 'DD':
      return party.role === 'debtor' && party.listedDishonest === true;
    case 'HCD':
      return party.restrictedConsumer === true && (party.role === 'debtor' || standsForDebtor(party, parties));
    case 'X':
      return party.role === 'responsiblePerson' && standsForDebtor(party, parties);
    default:
      return assertNever(scope);
  }
};

/** Whether any body outside the court has a duty to urge this party. */
export const isSpecialSubject = (party: PartyFlags): boolean =>
  party.deputy !== undefined || Object.values(party.specialSubject ?? {}).includes(true);

/** Reads a party id; one in which an identity number hides is refused, for ids travel in plain sight. */
export const parsePartyId = (text: string): Result<PartyId, { readonly kind: 'invalidPartyId' }> =>
  partyIdForm.test(text) && !identityNumber.test(text) ? ok(text as PartyId) : err({ kind: 'invalidPartyId' });

const partyIdForm = /^p-(?=.{1,62}$)[0-9a-z]+(-[0-9a-z]+)*$/;

const identityNumber = /\d{6}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dx]/;

const standsForDebtor = (party: PartyFlags, parties: readonly PartyFlags[]): boolean =>
  parties.some((other) => other.partyId === party.represents && other.role === 'debtor' && other.kind === 'organisation');
