import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StepDelivery, type StepReceipt } from '../../adapters/units/wire/messages.ts';

/** Units that take every step over HTTP and say nothing by themselves: the bench decides when they answer. */
export interface UnitHouse {
  readonly url: string;
  /** The latest step of that kind that lies here for a request. @throws when none does */
  readonly held: (requestNo: string, step: StepDelivery['step']) => StepDelivery;
  readonly close: () => Promise<void>;
}

export const openUnitHouse = async (): Promise<UnitHouse> => {
  const steps = new Map<string, StepDelivery>();
  const server = createServer((request, response) => void take(request, response, steps));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    held: (requestNo, step) => {
      const found = [...steps.values()].findLast((delivery) => delivery.requestNo === requestNo && delivery.step === step);
      if (found === undefined) throw new Error(`No ${step} of ${requestNo} has reached its unit`);
      return found;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** A step is taken once; a repeat is given the first receipt. The court's own moment of sending stands for that of receipt. */
const take = async (request: IncomingMessage, response: ServerResponse, steps: Map<string, StepDelivery>): Promise<void> => {
  const delivery = StepDelivery.safeParse(JSON.parse(await bodyOf(request)));
  if (!delivery.success) return answer(response, 422, { code: 'unreadable' });
  const { stepNo } = delivery.data;
  const known = steps.get(stepNo);
  if (known === undefined) steps.set(stepNo, delivery.data);
  const { sentAt } = known ?? delivery.data;
  answer(response, 200, { stepNo, receiptNo: `收-${stepNo}`, receivedAt: sentAt, repeat: known !== undefined } satisfies StepReceipt);
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

const answer = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};
