import type { KeyObject } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { StepDelivery } from '../adapters/units/wire/messages.ts';
import { verifyMessage } from '../adapters/units/wire/signature.ts';
import type { Appointments } from './appointments.ts';
import type { Book } from './book.ts';
import type { CourtTime } from './court-time.ts';
import type { Desk } from './desk.ts';
import { logOf } from './log.ts';
import type { Outbox } from './outbox.ts';
import { sabotageIn, sabotageMode } from './sabotage.ts';
import { Script } from './script.ts';

export interface Rooms {
  readonly desk: Desk;
  readonly book: Book;
  readonly outbox: Outbox;
  readonly appointments: Appointments;
  readonly courtTime: CourtTime;
  readonly courtKey: (keyId: string) => KeyObject | undefined;
  readonly script: { current: Script };
  readonly log: Logger;
}

const signatureToleranceMs = 5 * 60_000;

/** The door of every unit, and beside it the levers of the demo, which nobody but this machine can reach. */
export const simulatorApp = (rooms: Rooms): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.use(express.raw({ type: () => true, limit: '5mb' }));
  app.put('/units/:unit/steps/:stepNo', (request, response) => takeDelivery(rooms, request, response));
  app.get('/log', (_request, response) => void response.json(logOf(rooms.book)));
  app.delete('/log', (_request, response) => newRun(rooms, response));
  app.get('/script', (_request, response) => void response.json(rooms.script.current));
  app.put('/script', (request, response) => replaceScript(rooms, request, response));
  app.get('/sabotage', (_request, response) => void response.json(sabotageIn(rooms.book)));
  app.put('/sabotage', (request, response) => orderSabotage(rooms, request, response));
  app.get('/health', (_request, response) => tellHealth(rooms, response));
  app.use((_request, response) => refuse(response, 404, 'notFound'));
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => fail(rooms.log, error, response));
  return app;
};

const takeDelivery = async (rooms: Rooms, request: Request, response: Response): Promise<void> => {
  const body = bodyOf(request);
  const rules = { keyWithId: rooms.courtKey, nowMs: Date.now(), toleranceMs: signatureToleranceMs };
  const signed = await verifyMessage({ method: 'PUT', path: request.originalUrl, body }, request.headers, rules);
  if (!signed.ok) return refuse(response, 401, signed.error.kind);
  const delivery = StepDelivery.safeParse(jsonIn(body));
  if (!delivery.success) return refuse(response, 422, 'unreadableDelivery', z.prettifyError(delivery.error));
  if (delivery.data.unit !== request.params['unit']) return refuse(response, 422, 'otherUnit');
  if (delivery.data.stepNo !== request.params['stepNo']) return refuse(response, 422, 'otherStep');
  await receive(rooms, delivery.data, request, response);
};

const receive = async ({ desk, outbox, log }: Rooms, delivery: StepDelivery, request: Request, response: Response): Promise<void> => {
  const { stepNo, unit, actionId, step } = delivery;
  const reception = await desk.receive(delivery);
  log.info({ stepNo, unit, actionId, step, reception: reception.kind }, 'delivery');
  switch (reception.kind) {
    case 'rejected':
      return refuse(response, reception.status, reception.code);
    case 'down':
      if (reception.by === 'reset') return void request.socket.resetAndDestroy();
      return refuse(response.set('retry-after', '1'), 503, 'unitBusy');
    case 'received':
      // Also when the court hung up before the receipt: the unit has acted, and will answer.
      afterClose(response, () => outbox.arm(reception.answers));
      if (reception.slowMs > 0) await pause(reception.slowMs, undefined, { ref: false });
      response.json(reception.receipt);
  }
};

const afterClose = (response: Response, act: () => void): void => void (response.closed ? act() : response.on('close', act));

const newRun = async ({ book, outbox, appointments, log }: Rooms, response: Response): Promise<void> => {
  outbox.clear();
  book.clear();
  await appointments.clear();
  log.info('new run');
  response.status(204).end();
};

const replaceScript = ({ script, log }: Rooms, request: Request, response: Response): void => {
  const next = Script.safeParse(jsonIn(bodyOf(request)));
  if (!next.success) return refuse(response, 422, 'unreadableScript', z.prettifyError(next.error));
  script.current = next.data;
  log.info({ rules: next.data.rules.length }, 'script replaced');
  response.json(next.data);
};

const SabotageOrder = z.strictObject({ mode: z.literal(sabotageMode) });

const orderSabotage = ({ book }: Rooms, request: Request, response: Response): void => {
  if (!SabotageOrder.safeParse(jsonIn(bodyOf(request))).success) return refuse(response, 422, 'unknownMode');
  if (!book.isSabotageOrdered()) book.record({ type: 'sabotageOrdered' });
  response.json(sabotageIn(book));
};

const tellHealth = ({ courtTime, book }: Rooms, response: Response): void => {
  const isWell = courtTime.isFollowing();
  response.status(isWell ? 200 : 503).json({ status: isWell ? 'ok' : 'courtClockAway', unsent: book.unsent().length });
};

const refuse = (response: Response, status: number, code: string, detail?: string): void =>
  void response.status(status).json({ code, ...(detail !== undefined && { detail }) });

/** A delivery that fails here was not acknowledged, so the court sends it again. */
const fail = (log: Logger, error: unknown, response: Response): void => {
  const status = z.object({ status: z.number().int().min(400).max(499) }).safeParse(error).data?.status ?? 503;
  log.warn({ error: String(error), status }, 'request failed');
  if (!response.headersSent) refuse(status === 503 ? response.set('retry-after', '1') : response, status, 'failed');
};

const bodyOf = ({ body }: { readonly body: unknown }): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

const jsonIn = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
};
