import { z } from 'zod';
import { maySeePersons, speaksFor, type Person } from '../../domain/access.ts';
import type { PaperRow } from '../../domain/ports/reader.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { PaperIdField } from '../contract/fields.ts';
import { PaperView } from '../contract/views.ts';
import { problem, type Problem } from '../http/problem.ts';
import { reply, route } from '../http/route.ts';
import type { Services } from '../services.ts';
import { paperSummary } from '../views/paper.ts';

/** A paper in full: as its content model, or as the page that is printed. A unit reads what was sent to it, and no draft. */
export const readPaperRoute = route({
  method: 'get',
  path: '/papers/:paperId',
  summary: '文书内容',
  allow: ['court-system', 'judge', 'clerk', 'bureauHead', 'president', 'liaison'],
  params: z.object({ paperId: PaperIdField }),
  personal: true,
  alsoAsPage: true,
  answers: { 200: PaperView },
  async handle({ params, person, wantsPage }, services) {
    const { reader, papers } = services;
    const paper = await reader.paper(params.paperId);
    if (paper === undefined) return err(problem('paperUnknown'));
    const allowed = await mayRead(person, paper, services);
    if (!allowed.ok) return allowed;
    const draft = paper.number === undefined;
    const content = draft ? await papers.composeDraft(params.paperId) : paper.content;
    if (content === undefined) return err(problem('paperUnknown'));
    const { caseId } = paper;
    const html = wantsPage ? { html: papers.renderHtml(content) } : {};
    return reply(200, { ...paperSummary(paper), draft, content }, { caseId, ...html });
  },
});

const mayRead = async (person: Person, paper: PaperRow, { reader }: Services): Promise<Result<undefined, Problem>> => {
  if (person.role === 'liaison') {
    const request = paper.number === undefined ? undefined : await reader.requestOfPaper(paper.paperId);
    return request !== undefined && speaksFor(person, request.unit) ? ok(undefined) : err(problem('notYourUnit'));
  }
  const row = await reader.case(paper.caseId);
  return row !== undefined && maySeePersons(person, row) ? ok(undefined) : err(problem('notYourCase'));
};
