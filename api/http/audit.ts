import type { Request } from 'express';
import type { Services } from '../services.ts';
import type { Problem } from './problem.ts';
import type { AnyReply, Route } from './route.ts';
import { nobody, purposeOf, visitOf } from './visit.ts';

/** Writes down who is about to see what, and why. Fails with the log: what cannot be written down is not shown. */
export const noteRead = (request: Request, route: Route, { caseId }: AnyReply, { accessLog }: Services): Promise<void> =>
  accessLog.note({
    kind: 'read',
    ...whoAndWhat(request, filled(route.path, request)),
    ...aboutCase(caseId ?? visitOf(request).params['caseId']),
  });

/** Writes down who was denied what. A wrong password is no refused act, and whose it was stands in the refusal. */
export const noteDenied = (request: Request, { kind, account }: Problem, { accessLog }: Services): Promise<void> => {
  const { route = '', params, person } = visitOf(request);
  if (kind === 'signInFailed') {
    return accessLog.note({ kind: 'signInFailed', ...whoAndWhat(request, `${request.method} ${route}`), actor: account ?? nobody.id });
  }
  const where = person === undefined ? `${request.method} ${route}` : filled(route, request);
  return accessLog.note({ kind: 'refused', ...whoAndWhat(request, `${where}: ${kind}`), ...aboutCase(params['caseId']) });
};

const whoAndWhat = (request: Request, what: string) => {
  const { id: actor, role } = visitOf(request).person ?? nobody;
  const purpose = purposeOf(request);
  return { actor, role, what, client: request.ip ?? '', ...(purpose !== undefined && { purpose }) };
};

const aboutCase = (caseId: unknown): { readonly caseId?: string } => (typeof caseId === 'string' && isPlainId(caseId) ? { caseId } : {});

/** The route with its ids in place. A parameter that is no id stays unnamed: nobody knows what was typed there. */
const filled = (path: string, request: Request): string =>
  `${request.method} ${path.replace(/:(\w+)/g, (written, name: string) => {
    const value = visitOf(request).params[name];
    return typeof value === 'string' && isPlainId(value) ? value : written;
  })}`;

const isPlainId = (text: string): boolean => /^(?!.*\d{15})[a-z0-9.-]{1,120}$/.test(text);
