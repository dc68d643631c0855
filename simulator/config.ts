import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { SigningKey } from '../adapters/units/wire/signature.ts';
import { readScript, type Script } from './script.ts';

export interface SimulatorConfig {
  readonly port: number;
  readonly databaseUrl: string;
  readonly courtUrl: string;
  readonly dataDirectory: string;
  /** The court's public key, when it is known under that name. */
  readonly courtKey: (keyId: string) => KeyObject | undefined;
  readonly keyOf: (unit: string) => SigningKey | undefined;
  readonly script: Script;
}

const Json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});

const Jwk = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: z.string().exactOptional(),
  x: z.string(),
  d: z.string().exactOptional(),
});

const Environment = z.object({
  NODE_ENV: z
    .string()
    .refine((mode) => mode !== 'production', 'the simulator does not run in production')
    .optional(),
  SIMULATOR_DATABASE_URL: z.string().min(1),
  LIANDONG_API_URL: z.url(),
  LIANDONG_COURT_PUBLIC_KEY: Json.pipe(Jwk),
  LIANDONG_UNIT_PRIVATE_KEYS: Json.pipe(z.record(z.string(), Jwk)),
  LIANDONG_SIMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(18_090),
  LIANDONG_SIMULATOR_SCRIPT: z.string().min(1).optional(),
  LIANDONG_SIMULATOR_DATA: z.string().min(1),
});

/** Reads the environment once. Throws an error that names every variable that is missing or wrong, and repeats none. */
export const readConfig = (environment: NodeJS.ProcessEnv): SimulatorConfig => {
  const read = Environment.safeParse(environment);
  if (!read.success) throw new Error(`Simulator configuration:\n${z.prettifyError(read.error)}`);
  const { data } = read;
  return {
    port: data.LIANDONG_SIMULATOR_PORT,
    databaseUrl: data.SIMULATOR_DATABASE_URL,
    courtUrl: data.LIANDONG_API_URL.replace(/\/$/, ''),
    dataDirectory: data.LIANDONG_SIMULATOR_DATA,
    courtKey: courtKeyIn(data.LIANDONG_COURT_PUBLIC_KEY),
    keyOf: unitKeysIn(data.LIANDONG_UNIT_PRIVATE_KEYS),
    script: readScript(data.LIANDONG_SIMULATOR_SCRIPT),
  };
};

/** A key that bears a name is good under that name only. */
const courtKeyIn = (jwk: z.infer<typeof Jwk>) => {
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  return (keyId: string): KeyObject | undefined => (jwk.kid === undefined || jwk.kid === keyId ? key : undefined);
};

/** The unit's own key, or the one under `*` which the units of a demo share. Without a name of its own it goes by the unit's code. */
const unitKeysIn = (jwks: Readonly<Record<string, z.infer<typeof Jwk>>>) => {
  const keys = new Map(
    Object.entries(jwks).map(([unit, jwk]) => [unit, { kid: jwk.kid, privateKey: createPrivateKey({ key: jwk, format: 'jwk' }) }] as const),
  );
  return (unit: string): SigningKey | undefined => {
    const key = keys.get(unit) ?? keys.get('*');
    return key === undefined ? undefined : { keyId: key.kid ?? unit, privateKey: key.privateKey };
  };
};
