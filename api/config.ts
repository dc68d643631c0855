import { readFileSync } from 'node:fs';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { readSecrets } from '../adapters/crypto/secrets.ts';
import { roles } from '../domain/access.ts';
import { usualTaskQueue } from '../workflows/messages/messages.ts';
import type { Settings } from './services.ts';

const Jwk = z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: z.string() });

const json = <Schema extends z.ZodType>(schema: Schema) =>
  z.string().transform((text, context): z.output<Schema> => {
    const parsed = schema.safeParse(parseQuietly(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: 'is not what is expected here' });
    return z.NEVER;
  });

const parseQuietly = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const Environment = z.object({
  DATABASE_URL: z.string().min(1),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  LIANDONG_TASK_QUEUE: z.string().min(1).default(usualTaskQueue),
  LIANDONG_API_HOST: z.string().default('127.0.0.1'),
  LIANDONG_API_PORT: z.coerce.number().int().nonnegative().default(18080),
  LIANDONG_API_URL: z.string().default('http://127.0.0.1:18080'),
  LIANDONG_TEMPORAL_UI_URL: z.string().optional(),
  LIANDONG_SIMULATOR_URL: z.string().optional(),
  LIANDONG_CLOCK: z.enum(['real', 'leaping']).default('real'),
  /** In production: whose tokens are believed. */
  LIANDONG_TOKEN_ISSUER: z.string().optional(),
  LIANDONG_TOKEN_AUDIENCE: z.string().default('liandong'),
  LIANDONG_TOKEN_KEYS_URL: z.url().optional(),
  /** In demonstration: the key of the demo issuer, its accounts, and the keys that may speak for any unit. */
  LIANDONG_DEMO_ISSUER_KEY: json(Jwk.extend({ d: z.string() })).optional(),
  LIANDONG_DEMO_ACCOUNTS: z.string().optional(),
  LIANDONG_DEMO_UNITS: z.string().optional(),
  LIANDONG_UNIT_PUBLIC_KEYS: json(z.array(Jwk)).optional(),
  LIANDONG_RATE_PER_MINUTE: z.coerce.number().int().positive().optional(),
  NODE_ENV: z.string().optional(),
});

export const Accounts = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    name: z.string(),
    phone: z.string(),
    secret: z.string(),
    role: z.enum(roles),
    court: z.string(),
    unit: z.string().exactOptional(),
  }),
);

export type DemoPerson = z.infer<typeof Accounts>[number];

/** Reads the API's environment, once. Every fault is named by its variable; no secret is. */
export const readApiConfig = (env: NodeJS.ProcessEnv) => {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) throw new Error(`The API cannot start: ${z.prettifyError(parsed.error)}`);
  const secrets = readSecrets(env, ['codecKeys', 'dossierKeys', 'blindIndexKey', 'assertionPrivateKey']);
  if (!secrets.ok) throw new Error(`The API cannot start: ${secrets.error.map(({ variable, rule }) => `${variable} ${rule}`).join(', ')}`);
  const environment = parsed.data;
  const production = environment.NODE_ENV === 'production';
  if (production && environment.LIANDONG_CLOCK === 'leaping') throw new Error('In production the court clock is real time');
  const demo = production ? undefined : readDemo(environment);
  return { ...environment, production, secrets: secrets.value, demo, settings: settingsOf(environment, production, demo) };
};

type Environment = z.infer<typeof Environment>;

/** What only a demonstration has: people who sign in with a word, and one key that plays every unit. */
interface Demo {
  readonly accounts: readonly DemoPerson[];
  readonly units: readonly unknown[];
  readonly unitKeys: ReadonlyMap<string, KeyObject>;
}

const readDemo = (environment: Environment): Demo | undefined => {
  const { LIANDONG_DEMO_ACCOUNTS: accounts, LIANDONG_DEMO_UNITS: units, LIANDONG_UNIT_PUBLIC_KEYS: keys = [] } = environment;
  if (accounts === undefined || units === undefined) return undefined;
  return {
    accounts: Accounts.parse(JSON.parse(readFileSync(accounts, 'utf8'))),
    units: z.array(z.unknown()).parse(JSON.parse(readFileSync(units, 'utf8'))),
    unitKeys: new Map(keys.map((key) => [key.kid, createPublicKey({ key, format: 'jwk' })])),
  };
};

const settingsOf = (environment: Environment, production: boolean, demo: Demo | undefined): Settings => {
  const { LIANDONG_DEMO_ISSUER_KEY: key, LIANDONG_RATE_PER_MINUTE: rate } = environment;
  const limits = rate === undefined ? {} : { limits: { perActor: rate, perClient: rate } };
  const base = { production, ...limits };
  if (demo !== undefined && key !== undefined) {
    const { d: _private, ...publicKey } = key;
    const issuer = `${environment.LIANDONG_API_URL}/demo`;
    return {
      ...base,
      tokens: { issuer, audience: environment.LIANDONG_TOKEN_AUDIENCE, keys: { jwks: { keys: [publicKey] } } },
      demoIssuer: { key, accounts: demo.accounts },
    };
  }
  const { LIANDONG_TOKEN_ISSUER: issuer, LIANDONG_TOKEN_KEYS_URL: url, LIANDONG_TOKEN_AUDIENCE: audience } = environment;
  if (issuer === undefined || url === undefined)
    throw new Error('The API cannot start: LIANDONG_TOKEN_ISSUER and LIANDONG_TOKEN_KEYS_URL name whose tokens are believed');
  return { ...base, tokens: { issuer, audience, keys: { url } } };
};
