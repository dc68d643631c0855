import express, { Router, type Request, type Response } from 'express';
import type { Person } from '../domain/access.ts';

export interface CodecServices {
  /** Decodes a body of the Temporal UI; nothing when it is not one, or not ours to read. */
  readonly decode: (body: unknown) => Promise<unknown>;
  /** Who asks. In the demo anyone on this machine may; otherwise it takes a supervisor's token. */
  readonly readerOf: (authorization: string | undefined) => Promise<Person | 'demo' | undefined>;
  readonly noteDecoding: (reader: Person | 'demo', payloads: number, client: string) => Promise<void>;
  /** Where the Temporal UI is served from. */
  readonly uiOrigin: string;
}

/** Lets the Temporal UI show what lies encrypted in a history, to whom it may be shown; every decoding is written down. */
export const codecRouter = ({ decode, readerOf, noteDecoding, uiOrigin }: CodecServices): Router => {
  const router = Router();
  router.use((request, response, next) => {
    response.set({
      'access-control-allow-origin': uiOrigin,
      'access-control-allow-headers': 'content-type, authorization, x-namespace',
      'access-control-allow-methods': 'POST, OPTIONS',
      'access-control-allow-credentials': 'true',
      'cache-control': 'no-store',
      vary: 'origin',
    });
    if (request.method === 'OPTIONS') response.sendStatus(204);
    else next();
  });
  router.post('/decode', express.json({ limit: '8mb', type: () => true }), async (request: Request, response: Response) => {
    const reader = await readerOf(request.headers.authorization);
    if (reader === undefined || (reader !== 'demo' && reader.role !== 'supervisor')) return void response.sendStatus(403);
    const decoded = await decode(request.body);
    if (decoded === undefined) return void response.sendStatus(400);
    await noteDecoding(reader, countOf(request.body), request.ip ?? '');
    response.json(decoded);
  });
  return router;
};

const countOf = (body: unknown): number =>
  typeof body === 'object' && body !== null && 'payloads' in body && Array.isArray(body.payloads) ? body.payloads.length : 0;
