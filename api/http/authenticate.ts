import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { roles, type Person } from '../../domain/access.ts';
import { parseCourtCode } from '../../domain/enforcement-case/courts.ts';
import { StaffIdField, UnitCodeField } from '../contract/fields.ts';
import type { TokenRules } from '../services.ts';

/** Says who bears a token, or nothing when the token proves nothing. @throws KeysUnreachable when the issuer's keys cannot be had */
export type Authenticate = (authorization: string | undefined) => Promise<Person | undefined>;

/** The issuer's keys could not be fetched, so that nobody can be recognised for now. */
export class KeysUnreachable extends Error {
  override readonly name = 'KeysUnreachable';
}

/** Believes tokens of one issuer, made out to this interface, in date, and signed with one of its keys. @see RFC 9068 */
export const authenticator = ({ issuer, audience, keys }: TokenRules): Authenticate => {
  const keySet = 'url' in keys ? fetchedKeys(createRemoteJWKSet(new URL(keys.url))) : createLocalJWKSet(keys.jwks);
  const rules = { issuer, audience, algorithms: [...algorithms], requiredClaims: ['sub', 'exp'], clockTolerance: 30 };
  return async (authorization) => {
    const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '') ?? [];
    if (token === undefined) return undefined;
    const verified = await jwtVerify(token, keySet, rules).catch(unlessUnreachable);
    return verified === undefined ? undefined : personOf(verified.payload);
  };
};

const algorithms = ['EdDSA', 'ES256', 'RS256'] as const;

const fetchedKeys =
  (fetched: JWTVerifyGetKey): JWTVerifyGetKey =>
  async (header, token) => {
    try {
      return await fetched(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      throw new KeysUnreachable('The keys of the token issuer cannot be had', { cause: error });
    }
  };

const unlessUnreachable = (error: unknown): undefined => {
  if (error instanceof KeysUnreachable) throw error;
  return undefined;
};

const Claims = z.object({
  sub: StaffIdField,
  // The one role a token cannot give is that of a unit's system, which signs each of its messages.
  role: z.enum(roles).exclude(['unit-system']),
  court: z.string().refine((code) => parseCourtCode(code).ok),
});

const LiaisonClaims = Claims.extend({ unit: UnitCodeField });

const personOf = (payload: unknown): Person | undefined => {
  const claims = Claims.safeParse(payload);
  if (!claims.success) return undefined;
  const { sub, role, court } = claims.data;
  if (role !== 'liaison') return { id: sub, role, court };
  const unit = LiaisonClaims.safeParse(payload).data?.unit;
  return unit === undefined ? undefined : { id: sub, role, court, unit };
};
