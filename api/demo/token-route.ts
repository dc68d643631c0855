import { createHash, timingSafeEqual } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { z } from 'zod';
import { refused } from '../http/problem.ts';
import { openRoute, reply, type Route } from '../http/route.ts';
import type { DemoAccount, DemoIssuerSettings, TokenRules } from '../services.ts';

const hoursValid = 8;

const Credentials = z.discriminatedUnion('grant_type', [
  z.strictObject({ grant_type: z.literal('password'), username: z.string().max(100), password: z.string().max(200) }),
  z.strictObject({ grant_type: z.literal('client_credentials'), client_id: z.string().max(100), client_secret: z.string().max(200) }),
]);

const Token = z.strictObject({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.number().int().meta({ description: '有效秒数' }),
});

/** Signs in the invented people of the demo court, and its court system by client credentials. Stands in for the courts' own identity service. */
export const demoTokenRoute = ({ key, accounts }: DemoIssuerSettings, { issuer, audience }: TokenRules): Route =>
  openRoute({
    method: 'post',
    path: '/demo/token',
    summary: '演示环境登录',
    body: Credentials,
    guardsSecret: true,
    answers: { 200: Token },
    async handle({ body }) {
      const { id, secret, system } = claimed(body);
      const account = accounts.find((known) => known.id === id && (known.role === 'court-system') === system);
      if (!isSecretOf(account, secret) || account === undefined) return refused('signInFailed', { account: asPlainId(id) });
      const { role, court, unit, name } = account;
      const token = await new SignJWT({ role, court, name, ...(unit !== undefined && { unit }) })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', ...(key.kid !== undefined && { kid: key.kid }) })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(account.id)
        .setIssuedAt()
        .setExpirationTime(`${hoursValid}h`)
        .sign(await importJWK(key, 'EdDSA'));
      return reply(200, { access_token: token, token_type: 'Bearer', expires_in: hoursValid * 3600 });
    },
  });

const claimed = (body: z.output<typeof Credentials>) =>
  body.grant_type === 'password'
    ? { id: body.username, secret: body.password, system: false }
    : { id: body.client_id, secret: body.client_secret, system: true };

/** Takes as long for an account that does not exist. */
const isSecretOf = (account: DemoAccount | undefined, secret: string): boolean =>
  timingSafeEqual(digest(account?.secret ?? ''), digest(secret)) && account !== undefined;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** What was typed as a name may be a password or a person's number. */
const asPlainId = (text: string): string => (/^(?!.*\d{15})[\w.@-]{1,64}$/.test(text) ? text : 'unreadable');
