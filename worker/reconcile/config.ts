import { z } from 'zod';
import { readSecrets } from '../../adapters/crypto/secrets.ts';
import { usualTaskQueue } from '../../workflows/messages/messages.ts';

const Environment = z.object({
  DATABASE_URL: z.string().min(1),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  LIANDONG_TASK_QUEUE: z
    .string()
    .regex(/^[\w.-]+$/)
    .default(usualTaskQueue),
  /** How long a difference between engine and record may last before it counts. */
  LIANDONG_RECONCILE_PATIENCE_MS: z.coerce.number().int().nonnegative().default(75_000),
});

/** Reads the environment once; every fault is named, and no secret is. */
export const readReconcileConfig = (env: NodeJS.ProcessEnv) => {
  const environment = Environment.safeParse(env);
  if (!environment.success) throw new Error(`缺少设置：\n${z.prettifyError(environment.error)}`);
  const secrets = readSecrets(env, ['codecKeys']);
  if (!secrets.ok) throw new Error(`密钥设置有误：${secrets.error.map(({ variable, rule }) => `${variable} ${rule}`).join(', ')}`);
  return { ...environment.data, codecKeys: secrets.value.codecKeys };
};
