import { actRoute, reply } from '../http/route.ts';
import { CaseFiled, CaseFiling } from '../contract/filing.ts';
import { fileCase } from '../filing/file-case.ts';
import { basePath } from '../http/base-path.ts';

/** A court system, or a clerk, files a case. Durable at once, also while nobody works on it. */
export const fileCaseRoute = actRoute({
  path: '/cases',
  summary: '立案',
  allow: ['court-system', 'clerk'],
  body: CaseFiling,
  answers: { 202: CaseFiled },
  async handle({ body, person, keyed }, services) {
    const { actId } = keyed(body);
    const filed = await fileCase(body, { person, actId }, services);
    if (!filed.ok) return filed;
    return reply(202, filed.value, { headers: { location: `${basePath}/cases/${filed.value.caseId}` } });
  },
});
