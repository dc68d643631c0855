import express, { Router, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import type { Services, Settings } from '../services.ts';
import { noteRead } from './audit.ts';
import { authenticator } from './authenticate.ts';
import { declined } from './decline.ts';
import { clientLimit, actorLimit, signInLimit } from './limits.ts';
import { problem } from './problem.ts';
import { readJson } from './read-json.ts';
import type { AnyReply, Route } from './route.ts';
import { nobody, noteInVisit, visitOf } from './visit.ts';

const ordinaryBodyLimit = 256 * 1024;

/**
 * The one place where routes meet Express. Each request passes: limit by address, who it is, whether the role may, limit by person,
 * the body, the route. Nothing of a body is read before its sender is known, except where the signature is over the body itself.
 */
export const mount = (routes: readonly Route[], services: Services, settings: Settings): Router => {
  const router = Router({ caseSensitive: true, strict: true });
  const present = routes.filter(({ exists }) => exists(services));
  const identify = identifierOf(services, settings);
  const perClient = clientLimit(settings);
  const perActor = actorLimit(settings);
  for (const route of present) {
    const steps = route.open ? [signInLimit(settings), readBody(route)] : stepsFor(route, identify, perActor);
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

const stepsFor = (route: Route, identify: (route: Route) => RequestHandler, perActor: RequestHandler): readonly RequestHandler[] =>
  route.signedByUnit === true ? [readBody(route), identify(route), perActor] : [identify(route), perActor, readBody(route)];

const enter =
  (route: Route): RequestHandler =>
  (request, _response, next) => {
    noteInVisit(request, { route: route.path });
    next();
  };

const identifierOf = (services: Services, settings: Settings) => {
  const authenticate = authenticator(settings.tokens);
  return (route: Route): RequestHandler =>
    async (request, _response, next) => {
      const person = route.signedByUnit === true ? await signingUnit(request, services) : await authenticate(request.headers.authorization);
      if (person === undefined) throw declined(problem(route.signedByUnit === true ? 'unitNotGenuine' : 'unauthenticated'));
      noteInVisit(request, { person });
      if (!route.allow.includes(person.role)) throw declined(problem('notAllowed'));
      next();
    };
};

const signingUnit = async (request: Request, { unitSignatures }: Services) => {
  const unit = String(request.params['unit']);
  const { method, originalUrl: path, headers } = request;
  const verdict = await unitSignatures.verify({ unit, method, path, body: rawBody(request), headers });
  return verdict === 'genuine' ? ({ id: unit, role: 'unit-system', court: '', unit } as const) : undefined;
};

const readBody = (route: Route): RequestHandler =>
  route.body === undefined
    ? (_request, _response, next) => next()
    : (request, response, next) => {
        const declaresJson =
          request.is('json') !== false && /^[^;]*(;\s*charset="?utf-8"?\s*)?$/i.test(request.headers['content-type'] ?? '');
        if (!declaresJson) return next(declined(problem('mediaTypeUnsupported')));
        return rawBodyOf(route.bodyLimit ?? ordinaryBodyLimit)(request, response, next);
      };

const rawBodyOf = (limit: number) => express.raw({ type: () => true, limit, inflate: false });

const rawBody = (request: Request): Uint8Array => {
  const body: unknown = request.body;
  return body instanceof Uint8Array ? body : new Uint8Array();
};

const serve =
  (route: Route, services: Services) =>
  async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const json = route.body === undefined ? undefined : readJson(rawBody(request));
    if (json?.ok === false) return next(declined(json.error));
    const { person = { ...nobody, role: 'unit-system', court: '' } } = visitOf(request);
    const incoming = {
      address: `${request.method} ${request.path}`,
      params: { ...request.params },
      query: { ...request.query },
      body: json?.value,
      idempotencyKey: request.get('idempotency-key'),
      person,
      wantsHtml: request.accepts(['json', 'html']) === 'html',
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
