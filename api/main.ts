import { createServer } from 'node:http';
import express from 'express';
import pino from 'pino';
import { composePaperOf } from '../activities/papers.ts';
import { createColumnCipher } from '../adapters/crypto/column-cipher.ts';
import { CodecBody, decodePayloads } from '../adapters/crypto/codec-endpoint.ts';
import { contentHash } from '../adapters/crypto/content-hash.ts';
import { encryptingCodec } from '../adapters/crypto/payload-codec.ts';
import { postgresAdmissions } from '../adapters/postgres/admissions.ts';
import { writeAuditLines } from '../adapters/postgres/audit-lines.ts';
import { auditReader } from '../adapters/postgres/audit-reader.ts';
import { accessLog } from '../adapters/postgres/audit.ts';
import { isOutage, openDatabase } from '../adapters/postgres/client.ts';
import { courtNow, readOffset } from '../adapters/postgres/court-clock.ts';
import { postgresDossier } from '../adapters/postgres/dossier-reader.ts';
import { dossierWriter } from '../adapters/postgres/dossier-writer.ts';
import { recordReader } from '../adapters/postgres/record-reader.ts';
import { importUnits, keepStaff, parseUnits, unitKey } from '../adapters/postgres/registry.ts';
import { clockDriver } from '../adapters/temporal/clock-driver.ts';
import { connectTemporal } from '../adapters/temporal/connect.ts';
import { temporalDesk } from '../adapters/temporal/desk.ts';
import { verifyMessage } from '../adapters/units/wire/signature.ts';
import { renderHtml } from '../documents/html.ts';
import type { PaperContent } from '../documents/content.ts';
import { newestLawPackId } from '../domain/law-pack/published-packs.ts';
import type { PaperId, PaperKind } from '../domain/paper/paper.ts';
import { createApp } from './app.ts';
import { codecRouter } from './codec.ts';
import { readApiConfig } from './config.ts';
import { authenticator } from './http/authenticate.ts';
import type { Services } from './services.ts';

const config = readApiConfig(process.env);
const { secrets, settings, demo } = config;
const log = pino({ name: 'api' });
const database = openDatabase(config.DATABASE_URL);
const cipher = createColumnCipher(secrets.dossierKeys, secrets.blindIndexKey);
const client = connectTemporal({ address: config.TEMPORAL_ADDRESS, namespace: config.TEMPORAL_NAMESPACE }, secrets.codecKeys);
const courtTime = async () => courtNow(await readOffset(database));
const dossier = postgresDossier(database, cipher);
const reader = recordReader(database, cipher);

if (config.production && (await readOffset(database)) !== 0)
  throw new Error('In production the court clock is real time: this database carries a leap');

const composeDraft = async (paperId: string): Promise<unknown> => {
  const paper = await reader.paper(paperId);
  const row = paper === undefined ? undefined : await reader.case(paper.caseId);
  if (paper === undefined || row === undefined) return undefined;
  const draft = { paperId: paperId as PaperId, kind: paper.kind as PaperKind };
  if (!row.state.proposals.some(({ papers }) => papers.some((drawn) => drawn.paperId === paperId))) return undefined;
  return composePaperOf({ state: row.state, events: [], paper: draft, at: await courtTime() }, dossier);
};

const services: Services = {
  desk: temporalDesk({
    client,
    admissions: postgresAdmissions(database),
    assertionKey: secrets.assertionPrivateKey,
    taskQueue: config.LIANDONG_TASK_QUEUE,
  }),
  reader,
  audit: auditReader(database),
  dossier,
  writer: dossierWriter(database, cipher),
  accessLog: accessLog(database),
  courtTime,
  ...(config.LIANDONG_CLOCK === 'leaping' && { clockDriver: clockDriver(database, client) }),
  hash: contentHash,
  lawPack: newestLawPackId,
  unitSignatures: {
    verify: async ({ unit, method, path, body, headers }) => {
      if ((await dossier.unit(unit)) === undefined) return 'unknownUnit';
      const keyWithId = async (keyId: string) => demo?.unitKeys.get(keyId) ?? (await unitKey(database, unit, keyId));
      const checked = await verifyMessage({ method, path, body }, headers, { keyWithId, nowMs: Date.now(), toleranceMs: 5 * 60_000 });
      return checked.ok ? 'genuine' : 'notGenuine';
    },
  },
  papers: { composeDraft, renderHtml: (content) => renderHtml(content as PaperContent) },
  isOutage,
  log,
};

if (demo !== undefined) {
  await importUnits(database, parseUnits(demo.units, config.LIANDONG_SIMULATOR_URL));
  for (const { id, court, role, name, phone } of demo.accounts) await keepStaff(database, cipher, { id, court, role, name, phone });
}

const codec = encryptingCodec(secrets.codecKeys);
const authenticate = authenticator(settings.tokens);
const codecDoor = codecRouter({
  decode: async (body) => {
    const parsed = CodecBody.safeParse(body);
    return parsed.success ? decodePayloads(codec, parsed.data).catch(() => undefined) : undefined;
  },
  readerOf: async (authorization) => (demo === undefined ? authenticate(authorization) : 'demo'),
  noteDecoding: (person, payloads, from) => {
    const who = person === 'demo' ? { actor: 'demo', role: 'demo' } : { actor: person.id, role: person.role };
    return writeAuditLines(database, [{ kind: 'decoded', ...who, what: `${payloads} payloads`, client: from }]);
  },
  uiOrigin: config.LIANDONG_TEMPORAL_UI_URL ?? 'null',
});

const door = express();
door.disable('x-powered-by');
door.get('/health', (_request, response) => void response.json({ status: 'ok' }));
door.use('/codec', codecDoor);
door.use(createApp(services, settings));
const server = createServer(door);
server.listen(config.LIANDONG_API_PORT, config.LIANDONG_API_HOST, () => log.info({ port: config.LIANDONG_API_PORT }, 'api ready'));

const stop = (): void => {
  server.close(() => void Promise.all([client.connection.close(), database.$disconnect()]).then(() => process.exit(0)));
  server.closeIdleConnections();
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
