import type { KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UnitReply } from '../../adapters/units/wire/messages.ts';
import { verifyMessage } from '../../adapters/units/wire/signature.ts';

/** One reply as it arrived at the court's door. */
export interface Arrival {
  readonly path: string;
  readonly reply: UnitReply;
  /** Whose signature it bore, or why it could not be believed. */
  readonly signedBy: string;
  /** What the court answered. */
  readonly status: number;
}

/** The court's side of the exchange: takes replies as its API would, and can be told to answer otherwise. */
export interface CourtDoor {
  readonly url: string;
  readonly arrivals: readonly Arrival[];
  /** What the next replies are answered, each status once; `hangUp` cuts the connection. */
  answerNext(...answers: readonly (number | 'hangUp')[]): void;
  close(): Promise<void>;
}

export const openCourtDoor = async (unitKey: KeyObject): Promise<CourtDoor> => {
  const arrivals: Arrival[] = [];
  const orders: (number | 'hangUp')[] = [];

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '';
    const body = await bodyOf(request);
    const reply = UnitReply.parse(JSON.parse(body));
    const rules = { keyWithId: () => unitKey, nowMs: Date.now(), toleranceMs: 60_000 };
    const signed = await verifyMessage({ method: 'POST', path, body }, request.headers, rules);
    const order = orders.shift() ?? (signed.ok ? 202 : 401);
    const status = order === 'hangUp' ? 0 : order;
    arrivals.push({ path, reply, signedBy: signed.ok ? signed.value.keyId : signed.error.kind, status });
    if (order === 'hangUp') return void request.socket.destroy();
    response.writeHead(order, { 'content-type': 'application/json' }).end(JSON.stringify({ replyNo: reply.replyNo, repeat: false }));
  };

  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    answerNext: (...answers) => void orders.push(...answers),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString('utf8');
};
