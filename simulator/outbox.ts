import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Appointments } from './appointments.ts';
import type { Book } from './book.ts';
import type { CourtTime } from './court-time.ts';
import type { Reply } from './journal.ts';
import { isToBeLost } from './sabotage.ts';
import { sendReply, type Court } from './sender.ts';

/** Sends every answer when its moment has come, answers of one request one after the other, and then ends its appointment. */
export interface Outbox {
  /** Waits for the moment of these answers. One that is waited for, or on its way, is not taken twice. */
  arm(replies: readonly Reply[]): void;
  /** Gives up whatever waits or is on its way, for a new run. */
  clear(): void;
  stop(): Promise<void>;
}

export interface Tools {
  readonly book: Book;
  readonly appointments: Appointments;
  readonly courtTime: CourtTime;
  readonly court: Court;
  readonly log: Logger;
}

/** A timer cannot wait longer than 24 days; it looks again every hour. */
const longestWaitMs = 3_600_000;
const retryMs = 500;

export const openOutbox = (tools: Tools): Outbox => {
  const { book, appointments, courtTime, court, log } = tools;
  const waiting = new Map<string, Reply>();
  const underWay = new Set<string>();
  const lanes = new Map<string, Promise<void>>();
  let stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let finishing: Promise<void> | undefined;

  const wake = (): void => {
    clearTimeout(timer);
    const now = courtTime.now();
    if (now === undefined || stopping.signal.aborted) return;
    const inOrder = [...waiting.values()].toSorted((one, other) => one.dueMs - other.dueMs);
    for (const reply of inOrder.filter(({ dueMs }) => dueMs <= now)) sendInLane(reply);
    const next = inOrder.find(({ dueMs }) => dueMs > now);
    if (next !== undefined) timer = setTimeout(wake, Math.min(longestWaitMs, next.dueMs - now));
  };

  const sendInLane = (reply: Reply): void => {
    waiting.delete(reply.id);
    underWay.add(reply.id);
    const { requestNo } = reply.message;
    const { signal } = stopping;
    const lane = (lanes.get(requestNo) ?? Promise.resolve())
      .then(() => send(reply, signal))
      .catch((error: unknown) => void (signal.aborted || log.error({ id: reply.id, error: String(error) }, 'reply not sent')))
      .finally(() => void (lanes.get(requestNo) === lane && lanes.delete(requestNo)));
    lanes.set(requestNo, lane);
  };

  const send = async (reply: Reply, signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    const lost = isToBeLost(book, reply);
    const sent = lost ? { httpStatus: 202, repeats: 0 } : await sendReply(court, reply, log, signal);
    book.record({ type: 'sent', id: reply.id, ...sent, lost });
    underWay.delete(reply.id);
    finishSent();
  };

  const finishSent = (): void => {
    finishing ??= finishAll(book, appointments, log, stopping.signal).finally(() => {
      finishing = undefined;
      if (book.unfinished().length > 0 && !stopping.signal.aborted) finishSent();
    });
  };

  const giveUp = (): void => {
    clearTimeout(timer);
    stopping.abort();
    waiting.clear();
    underWay.clear();
  };

  courtTime.onChange(wake);
  finishSent();
  return {
    arm: (replies) => {
      const unsent = new Set(book.unsent().map(({ id }) => id));
      for (const reply of replies) if (unsent.has(reply.id) && !underWay.has(reply.id)) waiting.set(reply.id, reply);
      wake();
    },
    clear: () => {
      giveUp();
      stopping = new AbortController();
    },
    stop: async () => {
      giveUp();
      await Promise.all([...lanes.values(), finishing]);
    },
  };
};

/** Only now may the court leap on: its due list shows an answer as open until the court holds it. */
const finishAll = async (book: Book, appointments: Appointments, log: Logger, stopping: AbortSignal): Promise<void> => {
  for (let ids = book.unfinished(); ids.length > 0 && !stopping.aborted; ids = book.unfinished()) {
    try {
      await appointments.finish(ids);
      book.record({ type: 'finished', ids: [...ids] });
    } catch (error) {
      log.warn({ error: String(error) }, 'appointments not ended, trying again');
      await pause(retryMs, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
};
