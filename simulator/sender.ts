import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { signMessage, type SigningKey } from '../adapters/units/wire/signature.ts';
import type { Reply } from './journal.ts';

/** How a reply went: the court's first definite word, and how often it was sent beyond the once that would have done. */
export interface Sent {
  readonly httpStatus: number;
  readonly repeats: number;
}

export interface Court {
  /** Where the court listens, without a path. */
  readonly url: string;
  readonly keyOf: (unit: string) => SigningKey | undefined;
  readonly http: typeof fetch;
}

const attemptTimeoutMs = 10_000;
const firstPauseMs = 100;
const longestPauseMs = 5_000;

/**
 * Sends a reply until the court has taken it, or has refused it for good; then again as often as the script wants it doubled. Every
 * sending carries the same number. Rejects only when `stopping` is aborted.
 */
export const sendReply = async (court: Court, reply: Reply, log: Logger, stopping: AbortSignal): Promise<Sent> => {
  const first = await sendUntilHeard(court, reply, log, stopping);
  let { repeats } = first;
  for (let further = 1; further < reply.times; further += 1) repeats += 1 + (await sendUntilHeard(court, reply, log, stopping)).repeats;
  return { httpStatus: first.httpStatus, repeats };
};

const sendUntilHeard = async (court: Court, reply: Reply, log: Logger, stopping: AbortSignal): Promise<Sent> => {
  const { replyNo, stepNo } = reply.message;
  for (let repeats = 0; ; repeats += 1) {
    const httpStatus = await post(court, reply, stopping).catch(() => undefined);
    stopping.throwIfAborted();
    if (httpStatus !== undefined && isDefinite(httpStatus)) {
      log[httpStatus < 300 ? 'info' : 'warn']({ replyNo, stepNo, httpStatus, repeats }, 'reply answered by the court');
      return { httpStatus, repeats };
    }
    await pause(Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(repeats, 10)), undefined, { signal: stopping });
  }
};

/** Taken, or refused in a way that another sending would not change. */
const isDefinite = (status: number): boolean => (status >= 200 && status < 300) || (status >= 400 && status < 500 && !passing.has(status));

const passing: ReadonlySet<number> = new Set([408, 425, 429]);

const post = async ({ url: courtUrl, keyOf, http }: Court, { message, badSignature }: Reply, stopping: AbortSignal): Promise<number> => {
  const url = new URL(`${courtUrl}/api/v1/units/${encodeURIComponent(message.unit)}/replies`);
  const body = JSON.stringify(message);
  const key = keyOf(message.unit);
  const signed = { method: 'POST', path: url.pathname, body: badSignature ? `${body} ` : body };
  const response = await http(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key !== undefined && signMessage(key, signed, Date.now())) },
    body,
    redirect: 'manual',
    signal: AbortSignal.any([stopping, AbortSignal.timeout(attemptTimeoutMs)]),
  });
  await response.body?.cancel();
  return response.status;
};
