import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Person } from '../../domain/access.ts';

/** What is known about a request while it is being served. */
export interface Visit {
  readonly id: string;
  readonly startedMs: number;
  /** The route's path as it was written, once it is found: no address of this request goes into a log. */
  readonly route?: string;
  /** The ids in the address. Express forgets them on the way to the handler of refusals. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly person?: Person;
}

/** Opens the visit. A caller's own request id is kept, so that one matter can be followed through both systems' logs. */
export const openVisit = (request: Request): Visit => {
  const given = request.headers['x-request-id'];
  const visit = {
    id: typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID(),
    startedMs: performance.now(),
    params: {},
  };
  visits.set(request, visit);
  return visit;
};

export const visitOf = (request: Request): Visit => visits.get(request) ?? openVisit(request);

export const noteInVisit = (request: Request, more: Partial<Pick<Visit, 'route' | 'params' | 'person'>>): void => {
  visits.set(request, { ...visitOf(request), ...more });
};

const visits = new WeakMap<Request, Visit>();

/** Who stands in the log and in the audit chain when nobody has signed in. */
export const nobody = { id: 'anonymous', role: 'none' } as const;

/**
 * Why the caller looks, in the caller's own words. Header fields carry ASCII only, so that Chinese comes percent-encoded.
 * What cannot be read is left out: a bad purpose is no reason to hide a read from the audit.
 */
export const purposeOf = (request: Request): string | undefined => {
  const given = request.headers['x-purpose'];
  if (typeof given !== 'string' || given.trim() === '') return undefined;
  const text = decoded(given)
    .replaceAll(/[^\P{C}]/gu, '')
    .trim();
  return Array.from(text).slice(0, longestPurpose).join('');
};

const longestPurpose = 100;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
