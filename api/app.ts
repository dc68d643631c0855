import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { demoTokenRoute } from './demo/token-route.ts';
import { answerProblems, declined } from './http/decline.ts';
import { basePath } from './http/base-path.ts';
import { mount } from './http/mount.ts';
import { openApiRoute } from './http/openapi.ts';
import { problem } from './http/problem.ts';
import { nobody, openVisit, visitOf } from './http/visit.ts';
import { routes } from './routes/index.ts';
import type { Log, Services, Settings } from './services.ts';

/**
 * The counter: every route over the services it is handed. Opens no port and reads no environment.
 * @throws when the demo issuer is asked for in production
 */
export const createApp = (services: Services, settings: Settings): Express => {
  const { demoIssuer, production, trustedProxies = 0 } = settings;
  if (demoIssuer !== undefined && production) throw new Error('The demo issuer must not run in production');
  const all = demoIssuer === undefined ? routes : [...routes, demoTokenRoute(demoIssuer, settings.tokens)];

  const app = express();
  app.set('trust proxy', trustedProxies);
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use(logVisits(services.log));
  app.use(helmet({ contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } } }));
  app.use(keepNothing);
  app.use(basePath, mount([...all, openApiRoute(all)], services, settings));
  app.use((_request, _response, next) => next(declined(problem('notFound'))));
  app.use(answerProblems(services));
  return app;
};

/** One line for each request: who, which route, how it went, how long it took. No address, for an address may name a person. */
const logVisits =
  (log: Log): RequestHandler =>
  (request, response, next) => {
    const { id, startedMs } = openVisit(request);
    response.set('x-request-id', id);
    response.once('finish', () => {
      const { route, person = nobody } = visitOf(request);
      const ms = Math.round(performance.now() - startedMs);
      log.info(
        { requestId: id, method: request.method, route: route ?? 'none', status: response.statusCode, ms, actor: person.id },
        'request',
      );
    });
    next();
  };

/** Nothing that is answered here may lie in a cache. */
const keepNothing: RequestHandler = (_request, response, next) => {
  response.set('cache-control', 'no-store');
  next();
};
