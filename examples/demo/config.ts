import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readSecrets } from '../../adapters/crypto/secrets.ts';
import type { KeyRing } from '../../adapters/crypto/key-ring.ts';

/** Where the running system is found; `npm run demo` hands it over as `npm start` has left it. */
const Environment = z.object({
  LIANDONG_API_URL: z.url(),
  LIANDONG_SIMULATOR_URL: z.url(),
  LIANDONG_DEMO_ACCOUNTS: z.string().min(1),
  LIANDONG_STATE_DIR: z.string().min(1),
  LIANDONG_TEMPORAL_UI_URL: z.url().optional(),
  DATABASE_URL: z.string().min(1),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
});

const Accounts = z.array(z.object({ id: z.string(), role: z.string(), secret: z.string(), name: z.string() }));

/** One of the invented people who sign in with a word. */
export type Account = z.infer<typeof Accounts>[number];

export interface DemoConfig {
  readonly apiUrl: string;
  readonly simulatorUrl: string;
  readonly temporalUiUrl?: string;
  readonly databaseUrl: string;
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly stateDir: string;
  readonly accounts: readonly Account[];
  readonly codecKeys: KeyRing;
  readonly wish: Wish;
}

export interface Wish {
  /** The units lose one answer and act twice on one service; the table must find both. */
  readonly sabotage: boolean;
  /** Afterwards, look through everything the system has left behind for a trace of the demo's people. */
  readonly scan: boolean;
}

/** @throws with a sentence that names what is missing */
export const readDemoConfig = (env: NodeJS.ProcessEnv, args: readonly string[]): DemoConfig => {
  const found = Environment.safeParse(env);
  if (!found.success) throw new Error(`The demo cannot start: ${z.prettifyError(found.error)}`);
  const secrets = readSecrets(env, ['codecKeys']);
  if (!secrets.ok) throw new Error(`The demo cannot start: ${secrets.error.map(({ variable, rule }) => `${variable} ${rule}`).join(', ')}`);
  const { data } = found;
  return {
    apiUrl: data.LIANDONG_API_URL,
    simulatorUrl: data.LIANDONG_SIMULATOR_URL,
    ...(data.LIANDONG_TEMPORAL_UI_URL !== undefined && { temporalUiUrl: data.LIANDONG_TEMPORAL_UI_URL }),
    databaseUrl: data.DATABASE_URL,
    temporal: { address: data.TEMPORAL_ADDRESS, namespace: data.TEMPORAL_NAMESPACE },
    stateDir: data.LIANDONG_STATE_DIR,
    accounts: Accounts.parse(JSON.parse(readFileSync(data.LIANDONG_DEMO_ACCOUNTS, 'utf8'))),
    codecKeys: secrets.value.codecKeys,
    wish: wishIn(args),
  };
};

const wishIn = (args: readonly string[]): Wish => {
  const { values } = parseArgs({
    args: [...args],
    options: { sabotage: { type: 'boolean', default: false }, scan: { type: 'boolean', default: false } },
  });
  return values;
};
