import { z } from 'zod';

const Environment = z.object({ DATABASE_URL: z.string().min(1) });

export const readAuditConfig = (env: NodeJS.ProcessEnv): z.infer<typeof Environment> => {
  const environment = Environment.safeParse(env);
  if (!environment.success) throw new Error(`缺少设置：\n${z.prettifyError(environment.error)}`);
  return environment.data;
};
