import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { z } from 'zod';
import { parseInstant } from '../../domain/calendar/instant.ts';
import type { Delivery, DeliveryFailure, DeliveryReceipt, UnitChannel } from '../../domain/ports/unit-channel.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { StepReceipt, type StepDelivery } from './wire/messages.ts';
import { signMessage, type SigningKey } from './wire/signature.ts';

export interface RestUnit {
  /** Where this unit takes its steps, for example `https://units.example/units/cx-natural-resources`. */
  readonly baseUrl: string;
  /** The court's private Ed25519 key, and the name under which the unit knows its public half. */
  readonly signingKey: JsonWebKey;
  readonly courtKeyId: string;
  readonly http: typeof fetch;
  /** Real time in milliseconds since 1970, never the court clock: it proves that a signature is fresh. */
  readonly now: () => number;
  /** How long one attempt may take; ten seconds unless given. */
  readonly attemptTimeoutMs?: number;
}

/** Calls a unit that speaks our exchange profile: signed JSON, put under its step number, so that a repeat replaces nothing. */
export const restChannel = (unit: RestUnit): UnitChannel => {
  const key: SigningKey = { keyId: unit.courtKeyId, privateKey: createPrivateKey({ key: unit.signingKey, format: 'jwk' }) };
  return {
    async deliver(delivery, signal) {
      const answer = await put(unit, key, delivery, signal).catch(() => undefined);
      return answer === undefined ? err({ kind: 'unitUnreachable' }) : read(answer, delivery);
    },
  };
};

type Answer = { readonly status: number; readonly retryAfter: string | null; readonly text: string };

/** Throws when no connection was had, the time ran out, the caller gave up, or the unit sent the papers on to another address. */
const put = async (unit: RestUnit, key: SigningKey, delivery: Delivery, signal?: AbortSignal): Promise<Answer> => {
  const url = new URL(`${unit.baseUrl}/steps/${encodeURIComponent(delivery.stepNo)}`);
  const body = JSON.stringify(toWire(delivery));
  const timeout = AbortSignal.timeout(unit.attemptTimeoutMs ?? 10_000);
  const response = await unit.http(url, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      ...signMessage(key, { method: 'PUT', path: url.pathname + url.search, body }, unit.now()),
    },
    body,
    redirect: 'error',
    signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
  });
  return { status: response.status, retryAfter: response.headers.get('retry-after'), text: await response.text() };
};

const toWire = ({ lines, papers, ...delivery }: Delivery): StepDelivery => ({ ...delivery, lines: [...lines], papers: [...papers] });

const read = ({ status, retryAfter, text }: Answer, delivery: Delivery): Result<DeliveryReceipt, DeliveryFailure> => {
  if (status === 429 || status === 503) return err({ kind: 'unitBusy', ...secondsIn(retryAfter) });
  if (status === 408 || status >= 500) return err({ kind: 'unitUnreachable' });
  if (status >= 400) return err({ kind: 'deliveryRejected', status, code: codeIn(text) });
  return readReceipt(text, delivery);
};

const readReceipt = (text: string, delivery: Delivery): Result<DeliveryReceipt, DeliveryFailure> => {
  const receipt = StepReceipt.safeParse(jsonIn(text));
  if (!receipt.success) return err({ kind: 'unreadableReceipt', detail: faultsOf(receipt.error) });
  if (receipt.data.stepNo !== delivery.stepNo) return err({ kind: 'unreadableReceipt', detail: 'stepNo: of another step' });
  const receivedAt = parseInstant(receipt.data.receivedAt);
  if (!receivedAt.ok) return err({ kind: 'unreadableReceipt', detail: 'receivedAt: no such moment' });
  return ok({ receiptNo: receipt.data.receiptNo, receivedAt: receivedAt.value, repeat: receipt.data.repeat });
};

/** Only whole seconds are understood; a date would be by the unit's clock, which need not be ours. */
const secondsIn = (header: string | null): { readonly retryAfterSeconds?: number } =>
  header !== null && /^\d{1,6}$/.test(header) ? { retryAfterSeconds: Number(header) } : {};

const Refusal = z.object({ code: z.string().regex(/^[\w.-]{1,64}$/) });

const codeIn = (text: string): string => Refusal.safeParse(jsonIn(text)).data?.code ?? 'unnamed';

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const faultsOf = (error: z.ZodError): string => error.issues.map(({ path, code }) => `${path.join('.') || 'body'}: ${code}`).join('; ');
