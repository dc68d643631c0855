import type { CivilDate } from '../calendar/instant.ts';
import { assertNever, err, ok, type Result } from '../result.ts';
import { toHalfWidth } from './half-width.ts';
import { parseResidentIdentity, type ResidentIdentity, type ResidentIdentityError } from './resident-identity.ts';
import { parseUnifiedCreditCode, type UnifiedCreditCode, type UnifiedCreditCodeError } from './unified-credit-code.ts';

/** What tells one party from another of the same name. Persons match on name and number, organisations on number or name. */
export type Identifier =
  | { readonly type: 'residentIdentity'; readonly value: ResidentIdentity }
  | { readonly type: 'unifiedCreditCode'; readonly value: UnifiedCreditCode };

export type IdentifierType = Identifier['type'];

/** Says which number was refused and by which rule, never the number itself. */
export type IdentifierError =
  ({ readonly type: 'residentIdentity' } & ResidentIdentityError) | ({ readonly type: 'unifiedCreditCode' } & UnifiedCreditCodeError);

/** Reads an identifier as a person typed it; `today` is the day on which nobody is yet born tomorrow. */
export const parseIdentifier = (type: IdentifierType, text: string, today: CivilDate): Result<Identifier, IdentifierError> => {
  const normalised = normaliseIdentifier(text);
  switch (type) {
    case 'residentIdentity': {
      const parsed = parseResidentIdentity(normalised, today);
      return parsed.ok ? ok({ type, value: parsed.value }) : err({ type, ...parsed.error });
    }
    case 'unifiedCreditCode': {
      const parsed = parseUnifiedCreditCode(normalised);
      return parsed.ok ? ok({ type, value: parsed.value }) : err({ type, ...parsed.error });
    }
    default:
      return assertNever(type);
  }
};

/**
 * Trims, makes full-width characters half-width and writes a lower-case x as X. Nothing else: whoever typed another letter or left
 * a space inside has to look again, because a corrected number may be another person's.
 */
export const normaliseIdentifier = (text: string): string => toHalfWidth(text.trim()).replaceAll('x', 'X');
