import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { openAppointments, type Appointments } from './appointments.ts';
import { openBook, type Book } from './book.ts';
import type { SimulatorConfig } from './config.ts';
import { followCourtTime } from './court-time.ts';
import { openDesk } from './desk.ts';
import { openJournal } from './journal.ts';
import { openOutbox, type Outbox } from './outbox.ts';
import { simulatorApp } from './server.ts';

export interface Simulator {
  readonly port: number;
  /** Ends everything without finishing anything: what was resolved goes out after the next start. */
  stop(): Promise<void>;
}

/**
 * Plays every member unit: takes what the court serves, and answers by the script when the court clock says so. Listens on this
 * machine only. What it resolved to do before it was last stopped, or killed, it still does.
 */
export const startSimulator = async (config: SimulatorConfig, log: Logger): Promise<Simulator> => {
  const journal = openJournal(config.dataDirectory);
  const book = openBook(journal);
  const appointments = openAppointments(config.databaseUrl, log);
  const courtTime = followCourtTime(config.databaseUrl, log);
  const court = { url: config.courtUrl, keyOf: config.keyOf, http: fetch };
  const outbox = openOutbox({ book, appointments, courtTime, court, log });
  const script = { current: config.script };
  const desk = openDesk(book, appointments, () => script.current);
  const stopping = new AbortController();
  const resumed = resume(book, appointments, outbox, log, stopping.signal);
  const server = createServer(simulatorApp({ desk, book, outbox, appointments, courtTime, courtKey: config.courtKey, script, log }));
  const port = await listen(server, config.port);
  log.info({ port, resumed: book.unsent().length }, 'simulator listening');
  return {
    port,
    stop: async () => {
      stopping.abort();
      await close(server);
      await Promise.all([resumed, outbox.stop()]);
      await Promise.all([courtTime.stop(), appointments.stop()]);
      journal.close();
    },
  };
};

/** Shows the court's due list again what was resolved and not sent, before any of it goes out. */
const resume = async (book: Book, appointments: Appointments, outbox: Outbox, log: Logger, stopping: AbortSignal): Promise<void> => {
  while (!stopping.aborted) {
    const unsent = book.unsent();
    try {
      await appointments.keep(unsent);
      return outbox.arm(unsent);
    } catch (error) {
      log.warn({ error: String(error) }, 'court database away, trying again');
      await pause(500, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

const close = async (server: Server): Promise<void> => {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
};
