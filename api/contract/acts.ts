import { z } from 'zod';

/** What an act came to. `line` is the number of the last event recorded for it. */
export const ActDone = z
  .strictObject({
    at: z.string(),
    line: z.number().int(),
    papers: z.array(z.strictObject({ paperId: z.string(), number: z.string() })).meta({ description: '因此签发的文书及其文号' }),
  })
  .meta({ id: 'ActDone', description: '已办理' });

/** Accepted for good, not finished yet: the same key asks again. */
export const ActAccepted = z
  .strictObject({ at: z.string() })
  .meta({ id: 'ActAccepted', description: '已受理，正在办理；可用同一幂等键查询结果' });

export const actAnswers = { 200: ActDone, 202: ActAccepted } as const;
