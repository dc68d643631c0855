import { z } from 'zod';
import { usualTaskQueue } from '../workflows/messages/messages.ts';
import { readSecrets } from '../adapters/crypto/secrets.ts';

const Environment = z.object({
  DATABASE_URL: z.string().min(1),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  LIANDONG_TASK_QUEUE: z.string().min(1).default(usualTaskQueue),
  LIANDONG_WORKFLOW_BUNDLE: z.string().optional(),
  LIANDONG_CLOCK: z.enum(['real', 'leaping']).default('real'),
  LIANDONG_ERRAND_PATIENCE_MS: z.coerce.number().int().positive().max(60_000).default(60_000),
  /** For tests: a killed worker costs one of these. */
  LIANDONG_STICKY_TIMEOUT_MS: z.coerce.number().int().positive().optional(),
  NODE_ENV: z.string().optional(),
});

/** Reads the worker's environment, once; every fault is named, and no secret is. */
export const readWorkerConfig = (env: NodeJS.ProcessEnv) => {
  const environment = Environment.safeParse(env);
  if (!environment.success) throw new Error(`The worker cannot start: ${z.prettifyError(environment.error)}`);
  const secrets = readSecrets(env, ['codecKeys', 'dossierKeys', 'blindIndexKey', 'assertionPublicKey', 'courtSigningKey']);
  if (!secrets.ok)
    throw new Error(`The worker cannot start: ${secrets.error.map(({ variable, rule }) => `${variable} ${rule}`).join(', ')}`);
  return { ...environment.data, secrets: secrets.value };
};
