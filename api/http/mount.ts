import express, { Router, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import type { Services, Settings } from '../services.ts';
import { noteRead } from './audit.ts';
import { authenticator } from './authenticate.ts';
import { declined } from './decline.ts';
import { clientLimit, actorLimit, signInLimit } from './limits.ts';
import { problem } from './problem.ts';
import { readJson } from './read-json.ts';
import type { AnyReply, Route } from './route.ts';
import { noteInVisit, visitOf } from './visit.ts';

const ordinaryBodyLimit = 256 * 1024;

/**
 * The one place where routes meet Express. Each request passes: limit by address, who it is, limit by person, whether the role may,
 * the body, the route. Nothing of a body is read before its sender is known, except where the signature is over the body itself.
 */
export const mount = (routes: readonly Route[], services: Services, settings: Settings): Router => {
  const router = Router({ caseSensitive: true, strict: true });
  const present = routes.filter(({ exists }) => exists(services));
  const identify = identifierOf(services, settings);
  const perClient = clientLimit(settings);
  const perActor = actorLimit(settings);
  for (const route of present) {
    const guard = route.guardsSecret === true ? [signInLimit(settings)] : [];
    const steps = [...guard, ...stepsFor(route, identify, perActor)];
    router[route.method](route.path, enter(route), perClient, ...steps, serve(route, services));
  }
  for (const path of new Set(present.map((route) => route.path))) {
    const allowed = present.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
    router.all(path, (_request, _response, next) => {
      next(declined(problem('methodNotAllowed', { headers: { allow: allowed.join(', ') } })));
    });
  }
  return router;
};

const stepsFor = (route: Route, identify: (route: Route) => RequestHandler, perActor: RequestHandler): readonly RequestHandler[] => {
  if (route.open) return [readBody(route)];
  return route.signedByUnit === true
    ? [readBody(route), identify(route), perActor, admit(route)]
    : [identify(route), perActor, admit(route), readBody(route)];
};

const enter =
  (route: Route): RequestHandler =>
  (request, _response, next) => {
    noteInVisit(request, { route: route.path, params: { ...request.params } });
    next();
  };

const identifierOf = (services: Services, settings: Settings) => {
  const authenticate = authenticator(settings.tokens);
  return (route: Route): RequestHandler =>
    async (request, _response, next) => {
      const person = route.signedByUnit === true ? await signingUnit(request, services) : await authenticate(request.headers.authorization);
      if (person === undefined) throw declined(problem(route.signedByUnit === true ? 'unitNotGenuine' : 'unauthenticated'));
      noteInVisit(request, { person });
      next();
    };
};

const admit =
  ({ allow }: Route): RequestHandler =>
  (request, _response, next) => {
    const { person } = visitOf(request);
    next(person !== undefined && allow.includes(person.role) ? undefined : declined(problem('notAllowed')));
  };

const signingUnit = async (request: Request, { unitSignatures }: Services) => {
  const unit = String(request.params['unit']);
  const { method, originalUrl: path, headers } = request;
  const verdict = await unitSignatures.verify({ unit, method, path, body: rawBody(request), headers });
  return verdict === 'genuine' ? ({ id: unit, role: 'unit-system', court: '', unit } as const) : undefined;
};

const readBody = ({ body, bodyLimit = ordinaryBodyLimit }: Route): RequestHandler => {
  const take = express.raw({ type: () => true, limit: bodyLimit, inflate: false });
  return (request, response, next) => {
    if (body === undefined) return next();
    return declaresJson(request) ? take(request, response, next) : next(declined(problem('mediaTypeUnsupported')));
  };
};

const declaresJson = (request: Request): boolean =>
  request.is('json') !== false && /^[^;]*(;\s*charset="?utf-8"?\s*)?$/i.test(request.headers['content-type'] ?? '');

const rawBody = (request: Request): Uint8Array => {
  const body: unknown = request.body;
  return body instanceof Uint8Array ? body : new Uint8Array();
};

const serve =
  (route: Route, services: Services) =>
  async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const json = route.body === undefined ? undefined : readJson(rawBody(request));
    if (json?.ok === false) return next(declined(json.error));
    const { person } = visitOf(request);
    const incoming = {
      address: `${request.method} ${request.path}`,
      params: { ...request.params },
      query: { ...request.query },
      body: json?.value,
      idempotencyKey: request.get('idempotency-key'),
      person,
      wantsPage: request.accepts(['json', 'html']) === 'html',
    };
    const result = await route.serve(incoming, services);
    if (!result.ok) return next(declined(result.error));
    if (route.personal === true) await noteRead(request, route, result.value, services);
    write(response, result.value);
  };

const pageHeaders = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'" };

const write = (response: Response, { status, headers = {}, body, html }: AnyReply): void => {
  response.status(status).set(headers);
  if (html === undefined) response.json(body);
  else response.set(pageHeaders).type('html').send(html);
};
