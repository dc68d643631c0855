import type { ErrorRequestHandler, Request } from 'express';
import type { Services } from '../services.ts';
import { noteDenied } from './audit.ts';
import { KeysUnreachable } from './authenticate.ts';
import { problem, problemBody, type Problem } from './problem.ts';
import { visitOf } from './visit.ts';

/** Carries a refusal through Express to the one place that writes it. */
export class Declined extends Error {
  override readonly name = 'Declined';
  readonly problem: Problem;

  constructor(reason: Problem) {
    super(reason.kind);
    this.problem = reason;
  }
}

export const declined = (reason: Problem): Declined => new Declined(reason);

/** Answers every refusal and every failure in the one form. What went wrong inside is for the log; the caller gets its number. */
export const answerProblems =
  (services: Services): ErrorRequestHandler =>
  async (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const found = problemOf(error, services);
    const visit = visitOf(request);
    if (found.kind === 'internal' || found.kind === 'unavailable') services.log.error({ requestId: visit.id, ...trace(error) }, found.kind);
    if (found.denied) await noteDenied(request, found, services).catch((failure: unknown) => logLostNote(failure, request, services));
    response
      .status(found.status)
      .set(found.headers ?? {})
      .type('application/problem+json')
      .send(JSON.stringify(problemBody(found, `urn:liandong:request:${visit.id}`)));
  };

/** A refusal stands even when it cannot be written down; that it could not is written where it can. */
const logLostNote = (failure: unknown, request: Request, { log }: Services): void =>
  log.error({ requestId: visitOf(request).id, ...trace(failure) }, 'a refusal is missing from the audit chain');

const problemOf = (error: unknown, { isOutage }: Services): Problem => {
  if (error instanceof Declined) return error.problem;
  if (error instanceof KeysUnreachable || isOutage(error)) return problem('unavailable');
  switch (faultOfExpress(error)) {
    case 'entity.too.large':
      return problem('bodyTooLarge');
    case 'encoding.unsupported':
      return problem('mediaTypeUnsupported');
    case 'request.aborted':
    case 'request.size.invalid':
      return problem('badJson');
    case 'address':
      return problem('badAddress');
    default:
      return problem('internal');
  }
};

/** Express names what it refuses in `type`; an address that cannot be decoded is a URIError. */
const faultOfExpress = (error: unknown): string | undefined => {
  if (error instanceof URIError) return 'address';
  if (typeof error !== 'object' || error === null || !('type' in error)) return undefined;
  return typeof error.type === 'string' ? error.type : undefined;
};

/** Where it happened, without the message: a message may quote a person. */
const trace = (error: unknown): Readonly<Record<string, unknown>> =>
  error instanceof Error
    ? {
        error: error.name,
        at: (error.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 8),
      }
    : { error: typeof error };
