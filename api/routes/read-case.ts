import { CaseView } from '../contract/views.ts';
import { caseRead } from '../http/case-read.ts';
import { ok } from '../../domain/result.ts';
import { caseView } from '../views/case.ts';
import { namesIn } from '../views/names.ts';

/** Everything about a case as it stands today. */
export const readCaseRoute = caseRead({
  path: '/cases/:caseId',
  summary: '案件详情',
  personal: true,
  answer: CaseView,
  async view(opened, services) {
    const { row, now, showPersons } = opened;
    const requests = await services.reader.requestsOfCase(row.caseId);
    const names = await namesIn(row, requests, opened, services);
    const words = showPersons ? await services.dossier.caseDossier(row.caseId) : undefined;
    return ok(caseView(row, requests, words, names, now));
  },
});
