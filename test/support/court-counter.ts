import { createPublicKey } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../api/app.ts';
import type { Services } from '../../api/services.ts';
import { contentHash } from '../../adapters/crypto/content-hash.ts';
import { auditReader } from '../../adapters/postgres/audit-reader.ts';
import { accessLog } from '../../adapters/postgres/audit.ts';
import { isOutage, type Database } from '../../adapters/postgres/client.ts';
import type { postgresDossier } from '../../adapters/postgres/dossier-reader.ts';
import { verifyMessage } from '../../adapters/units/wire/signature.ts';
import { renderHtml } from '../../documents/html.ts';
import type { PaperContent } from '../../documents/content.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import { newestLawPackId } from '../../domain/law-pack/published-packs.ts';
import type { Running } from './court-worker.ts';

export interface CounterParts {
  readonly database: Database;
  readonly dossier: ReturnType<typeof postgresDossier>;
  readonly courtTime: () => Promise<Instant>;
  readonly services: Pick<Services, 'desk' | 'reader' | 'writer'>;
  /** The public keys with which any unit may sign, in the form of the environment. */
  readonly unitPublicKeys: string;
  readonly port: number;
}

/** The court's API in the process of the test. Units answer at it as they do in life; persons act through the desk behind it. */
export const openCounterHere = async (parts: CounterParts): Promise<Running> => {
  const { database, dossier, courtTime } = parts;
  const keys = unitKeys(parts.unitPublicKeys);
  const services: Services = {
    ...parts.services,
    audit: auditReader(database),
    dossier,
    accessLog: accessLog(database),
    courtTime,
    hash: contentHash,
    lawPack: newestLawPackId,
    unitSignatures: {
      verify: async ({ unit, method, path, body, headers }) => {
        if ((await dossier.unit(unit)) === undefined) return 'unknownUnit';
        const rules = { keyWithId: (keyId: string) => keys.get(keyId), nowMs: Date.now(), toleranceMs: 300_000 };
        return (await verifyMessage({ method, path, body }, headers, rules)).ok ? 'genuine' : 'notGenuine';
      },
    },
    papers: { composeDraft: () => Promise.resolve(undefined), renderHtml: (content) => renderHtml(content as PaperContent) },
    isOutage,
    log: { info: () => undefined, error: tellUnlessOutage },
  };
  const nobodysTokens = { issuer: 'https://sso.court.invalid', audience: 'liandong', keys: { jwks: { keys: [] } } };
  const limits = { perActor: 100_000, perClient: 100_000, failedSignIns: 100_000 };
  const server = createServer(createApp(services, { tokens: nobodysTokens, production: false, limits }));
  await new Promise<void>((resolve) => server.listen(parts.port, '127.0.0.1', resolve));
  return {
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** Outages are what the tests make; anything else is a fault. */
const tellUnlessOutage: Services['log']['error'] = (fields, message) => {
  if (message !== 'unavailable') process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);
};

const unitKeys = (jwks: string) =>
  new Map((JSON.parse(jwks) as { readonly kid: string }[]).map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: 'jwk' })]));

/** A port that is free now. */
export const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};
