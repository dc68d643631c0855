import { z } from 'zod';
import { ok } from '../../domain/result.ts';
import { PaperSummary } from '../contract/views.ts';
import { caseRead } from '../http/case-read.ts';
import { paperSummary } from '../views/paper.ts';

/** The papers of the case with number, hash and signatures; their words are read one by one. */
export const readPapersRoute = caseRead({
  path: '/cases/:caseId/papers',
  summary: '文书列表',
  answer: z.strictObject({ papers: z.array(PaperSummary) }),
  async view({ row }, { reader }) {
    const papers = await reader.papersOfCase(row.caseId);
    return ok({ papers: papers.map(paperSummary) });
  },
});
