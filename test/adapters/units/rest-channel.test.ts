import { generateKeyPairSync } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { restChannel } from '../../../adapters/units/rest-channel.ts';
import { StepDelivery } from '../../../adapters/units/wire/messages.ts';
import { verifyMessage } from '../../../adapters/units/wire/signature.ts';
import type { DeliveryFailure } from '../../../domain/ports/unit-channel.ts';
import { openCourtDatabase, type CourtDatabase } from '../../simulator/court-database.ts';
import { openSimulatedUnits } from '../../simulator/simulated-units.ts';
import { aDelivery, aLine } from './deliveries.ts';
import { unitChannelContract } from './unit-channel-contract.ts';

const court = generateKeyPairSync('ed25519');
const signingKey = court.privateKey.export({ format: 'jwk' });
const receipt = {
  stepNo: '2026-yun2301-zhi-123/1/1',
  receiptNo: 'hz-1',
  receivedAt: '2026-03-02T09:00:00.000+08:00',
  repeat: false,
};

let closeUnit: (() => Promise<void>) | undefined;
afterEach(() => closeUnit?.());

/** A unit that does with every call as it likes; gives the channel to it. */
const unitThat = async (answers: RequestListener, attemptTimeoutMs = 5_000) => {
  const server = createServer(answers);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeUnit = async () => {
    closeUnit = undefined;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/units/cx-social-insurance`;
  return restChannel({ baseUrl, signingKey, courtKeyId: 'court-1', http: fetch, now: () => 1_772_413_200_000, attemptTimeoutMs });
};

const answering =
  (status: number, body: unknown, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));

const failure = (error: DeliveryFailure) => ({ ok: false, error });

describe('the rest channel', () => {
  it('puts the step under its number, signed by the court, in the words of the exchange profile', async () => {
    let seen: { readonly path: string; readonly body: string; readonly signed: unknown } | undefined;
    const channel = await unitThat(async (request, response) => {
      let body = '';
      for await (const part of request) body += String(part);
      const rules = {
        keyWithId: (keyId: string) => (keyId === 'court-1' ? court.publicKey : undefined),
        nowMs: 1_772_413_200_000,
        toleranceMs: 0,
      };
      const path = request.url ?? '';
      seen = { path, body, signed: await verifyMessage({ method: request.method ?? '', path, body }, request.headers, rules) };
      response.end(JSON.stringify(receipt));
    });
    const delivery = aDelivery({ lines: [aLine(1)] });
    expect(await channel.deliver(delivery)).toEqual({
      ok: true,
      value: { receiptNo: 'hz-1', receivedAt: '2026-03-02T09:00:00.000+08:00', repeat: false },
    });
    expect(seen).toMatchObject({
      path: '/units/cx-social-insurance/steps/2026-yun2301-zhi-123%2F1%2F1',
      signed: { ok: true, value: { keyId: 'court-1' } },
    });
    expect(StepDelivery.parse(JSON.parse(seen?.body ?? ''))).toEqual(delivery);
  });

  it.each<[string, RequestListener, DeliveryFailure]>([
    ['breaks down', answering(500, ''), { kind: 'unitUnreachable' }],
    ['stands behind a gateway that gave up', answering(504, ''), { kind: 'unitUnreachable' }],
    ['cuts the line', (request) => request.socket.destroy(), { kind: 'unitUnreachable' }],
    [
      'cuts the line within its answer',
      (_request, response) => void (response.write('{"step'), response.destroy()),
      { kind: 'unitUnreachable' },
    ],
    ['sends the papers on to another address', answering(307, '', { location: 'http://127.0.0.1:1/' }), { kind: 'unitUnreachable' }],
    ['asks to come again in a minute', answering(429, '', { 'retry-after': '60' }), { kind: 'unitBusy', retryAfterSeconds: 60 }],
    [
      'asks to come again without saying when',
      answering(503, '', { 'retry-after': 'Mon, 02 Mar 2026 01:00:00 GMT' }),
      { kind: 'unitBusy' },
    ],
    ['names its reason to refuse', answering(422, { code: 'noPaper' }), { kind: 'deliveryRejected', status: 422, code: 'noPaper' }],
    ['refuses without a reason', answering(404, '<html>甲试例</html>'), { kind: 'deliveryRejected', status: 404, code: 'unnamed' }],
    ['answers with a page', answering(200, '<html>'), { kind: 'unreadableReceipt', detail: 'body: invalid_type' }],
    [
      'gives the receipt of another step',
      answering(200, { ...receipt, stepNo: '2026-yun2301-zhi-123/1/2' }),
      { kind: 'unreadableReceipt', detail: 'stepNo: of another step' },
    ],
    [
      'names a day that does not exist',
      answering(200, { ...receipt, receivedAt: '2026-02-30T09:00:00.000+08:00' }),
      { kind: 'unreadableReceipt', detail: 'receivedAt: no such moment' },
    ],
    ['leaves the number out', answering(200, { ...receipt, receiptNo: '' }), { kind: 'unreadableReceipt', detail: 'receiptNo: too_small' }],
  ])('says so when the unit %s', async (_what, answers, error) => {
    const channel = await unitThat(answers);
    expect(await channel.deliver(aDelivery())).toEqual(failure(error));
  });

  it('gives up when the time for an attempt is over, or when its caller does', async () => {
    const silent: RequestListener = () => undefined;
    const impatient = await unitThat(silent, 50);
    expect(await impatient.deliver(aDelivery())).toEqual(failure({ kind: 'unitUnreachable' }));
    await closeUnit?.();
    const patient = await unitThat(silent, 60_000);
    expect(await patient.deliver(aDelivery(), AbortSignal.timeout(50))).toEqual(failure({ kind: 'unitUnreachable' }));
  });

  it('says so when nobody is there', async () => {
    const channel = await unitThat(answering(200, receipt));
    await closeUnit?.();
    expect(await channel.deliver(aDelivery())).toEqual(failure({ kind: 'unitUnreachable' }));
  });
});

describe('with a unit that the simulator plays', () => {
  let database: CourtDatabase;
  beforeAll(async () => {
    database = await openCourtDatabase();
  });
  afterAll(() => database.close());

  unitChannelContract('rest', async () => {
    const units = await openSimulatedUnits(database);
    return { channel: units.channelTo('cx-social-insurance'), close: () => units.close() };
  });
});
