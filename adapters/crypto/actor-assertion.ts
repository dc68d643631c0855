import type { KeyObject } from 'node:crypto';
import { CompactSign, compactVerify } from 'jose';
import { z } from 'zod';
import { parseInstant, type Instant } from '../../domain/calendar/instant.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { parseJson } from './key-ring.ts';

/** Who did one act: the API's signed word, checked again when the act is recorded. Ids and codes only. */
export type ActorAssertion = {
  readonly actId: string;
  readonly actor: { readonly id: string; readonly role: string; readonly court: string; readonly unit?: string };
  /** Content hash of the body the actor sent. */
  readonly bodyHash: string;
  readonly at: Instant;
};

/** `badSignature` covers all that our API did not sign as an assertion, whatever else it may be. */
export type ActorAssertionError = { readonly kind: 'badSignature' | 'otherAct' | 'otherBody' };

const signing = { alg: 'EdDSA', typ: 'liandong-act' } as const;

/** Signs with the API's Ed25519 key. An assertion does not expire: it proves one act, however late that act is recorded. */
export const signAssertion = (privateKey: KeyObject, assertion: ActorAssertion): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(Assertion.parse(assertion)))).setProtectedHeader(signing).sign(privateKey);

/** Proves that the API vouched for this act with this body; the assertion of another act, or of the same with another body, is refused. */
export const verifyAssertion = async (
  publicKey: KeyObject,
  token: string,
  act: { readonly actId: string; readonly bodyHash: string },
): Promise<Result<ActorAssertion, ActorAssertionError>> => {
  const assertion = await signedAssertion(publicKey, token);
  if (assertion === undefined) return err({ kind: 'badSignature' });
  if (assertion.actId !== act.actId) return err({ kind: 'otherAct' });
  return assertion.bodyHash === act.bodyHash ? ok(assertion) : err({ kind: 'otherBody' });
};

const signedAssertion = async (publicKey: KeyObject, token: string): Promise<ActorAssertion | undefined> => {
  const verified = await compactVerify(token, publicKey, { algorithms: [signing.alg] }).catch(() => undefined);
  if (verified?.protectedHeader.typ !== signing.typ) return undefined;
  const payload = parseJson(new TextDecoder().decode(verified.payload));
  const assertion = Assertion.safeParse(payload.ok ? payload.value : undefined);
  return assertion.data;
};

const Text = z.string().min(1);

const CanonicalInstant = Text.transform((text, context): Instant => {
  const instant = parseInstant(text);
  if (instant.ok && instant.value === text) return instant.value;
  context.addIssue({ code: 'custom', message: 'not a canonical instant' });
  return z.NEVER;
});

const Assertion = z.strictObject({
  actId: Text,
  actor: z.strictObject({ id: Text, role: Text, court: Text, unit: Text.exactOptional() }),
  bodyHash: z.string().regex(/^[0-9a-f]{64}$/),
  at: CanonicalInstant,
});
