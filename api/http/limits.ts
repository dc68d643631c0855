import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { RequestLimits, Settings } from '../services.ts';
import { declined } from './decline.ts';
import { problem } from './problem.ts';
import { visitOf } from './visit.ts';

const ordinary: RequestLimits = { perActor: 600, perClient: 3000, failedSignIns: 20 };

const minuteMs = 60_000;

/** Holds back an address before anybody knows who it is. */
export const clientLimit = (settings: Settings): RequestHandler => limiter(limitsOf(settings).perClient, clientKey);

/** Holds back one person or one unit, wherever the requests come from. */
export const actorLimit = (settings: Settings): RequestHandler =>
  limiter(limitsOf(settings).perActor, (request) => {
    const { person } = visitOf(request);
    return person === undefined ? clientKey(request) : `${person.role} ${person.id}`;
  });

/** Holds back whoever tries one password after the other: only what fails is counted. */
export const signInLimit = (settings: Settings): RequestHandler => limiter(limitsOf(settings).failedSignIns, clientKey, true);

const limitsOf = ({ limits }: Settings): RequestLimits => ({ ...ordinary, ...limits });

const clientKey = (request: Request): string => ipKeyGenerator(request.ip ?? '');

const limiter = (limit: number, keyGenerator: (request: Request) => string, onlyFailures = false): RequestHandler =>
  rateLimit({
    windowMs: minuteMs,
    limit,
    keyGenerator,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skipSuccessfulRequests: onlyFailures,
    handler: (_request, response, next) => {
      const seconds = response.getHeader('retry-after');
      next(declined(problem('tooManyRequests', { headers: { 'retry-after': String(seconds ?? minuteMs / 1000) } })));
    },
  });
