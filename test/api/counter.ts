import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { createApp } from '../../api/app.ts';
import type { Services, Settings } from '../../api/services.ts';
import { contentHash } from '../../adapters/crypto/content-hash.ts';
import { signMessage, verifyMessage } from '../../adapters/units/wire/signature.ts';
import type { Role } from '../../domain/access.ts';
import { newestLawPackId } from '../../domain/law-pack/published-packs.ts';
import type { AccessLog } from '../../domain/ports/reader.ts';
import { courtInMemory } from './court-in-memory.ts';
import { dossierInMemory } from './dossier-in-memory.ts';
import { unitKeys } from './units.ts';

export const issuer = 'https://sso.court.invalid';
export const audience = 'liandong';

const { privateKey: tokenKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
export const issuerKey: JWK = { ...(await exportJWK(tokenKey)), kid: 'sso-1' };
export const publicJwk: JWK = { ...(await exportJWK(publicKey)), kid: 'sso-1', alg: 'EdDSA' };

/** Whoever stands at the counter, unless a test names somebody else. */
const usual: Record<Role, { readonly id: string; readonly court: string; readonly unit?: string }> = {
  'court-system': { id: 'cms-2301', court: '云2301' },
  judge: { id: 'judge-01', court: '云2301' },
  clerk: { id: 'clerk-01', court: '云2301' },
  bureauHead: { id: 'head-01', court: '云2301' },
  president: { id: 'president-01', court: '云2301' },
  liaison: { id: 'liaison-01', court: '云2301', unit: 'cx-natural-resources' },
  office: { id: 'office-01', court: '云23' },
  supervisor: { id: 'supervisor-01', court: '云23' },
  auditor: { id: 'auditor-01', court: '云23' },
  'unit-system': { id: 'none', court: '云2301' },
};

export interface Claims {
  readonly sub?: string;
  readonly role?: string;
  readonly court?: string;
  readonly unit?: string;
}

export const tokenFor = (role: Role, claims: Claims = {}, hours = 1): Promise<string> => {
  const { id, ...rest } = usual[role];
  return new SignJWT({ role, ...rest, ...claims })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'sso-1' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(claims.sub ?? id)
    .setExpirationTime(Math.floor(Date.now() / 1000) + hours * 3600)
    .sign(tokenKey);
};

export interface Heard {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // The answers of many routes are looked into here, place by place.
  readonly body: Readonly<Record<string, unknown>>;
}

interface Sending {
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export type AccessNote = Parameters<AccessLog['note']>[0];

/** The counter opened on a free port over a court in memory; everything it was asked to note is at hand. */
export const openCounter = async (changes: { readonly services?: Partial<Services>; readonly settings?: Partial<Settings> } = {}) => {
  const court = courtInMemory();
  const dossier = dossierInMemory();
  const notes: AccessNote[] = [];
  const log: { readonly fields: Readonly<Record<string, unknown>>; readonly message: string }[] = [];
  const write = (fields: Readonly<Record<string, unknown>>, message: string) => void log.push({ fields, message });
  const services: Services = {
    desk: court.desk,
    reader: court.reader,
    audit: court.audit,
    dossier: dossier.reader,
    writer: dossier.writer,
    accessLog: { note: async (entry) => void notes.push(entry) },
    lawPack: newestLawPackId,
    courtTime: async () => court.now(),
    hash: contentHash,
    unitSignatures: { verify: verifyUnit },
    papers: {
      composeDraft: async (paperId) => ({ title: '草稿', paperId, text: '被执行人乙试例𠮷' }),
      renderHtml: (content) => `<!doctype html><title>文书</title><pre>${JSON.stringify(content)}</pre>`,
    },
    isOutage: (error) => error instanceof Error && error.message === 'ECONNREFUSED',
    log: { info: write, error: write },
    ...changes.services,
  };
  const settings: Settings = {
    tokens: { issuer, audience, keys: { jwks: { keys: [publicJwk] } } },
    production: false,
    limits: { perActor: 100_000, perClient: 100_000, failedSignIns: 100_000 },
    ...changes.settings,
  };
  const server = createApp(services, settings).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const send = async (path: string, init: RequestInit): Promise<Heard> => {
    const response = await fetch(`${root}${path}`, init);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, body: isJson ? (JSON.parse(text) as Heard['body']) : {} };
  };
  let keys = 0;
  const freshKey = () => `test-key-${(keys += 1)}`;
  const as = (role: Role, claims: Claims = {}) => {
    const bearer = async () => ({ authorization: `Bearer ${await tokenFor(role, claims)}` });
    return {
      get: async (path: string, headers: Readonly<Record<string, string>> = {}) =>
        send(`/api/v1${path}`, { headers: { ...(await bearer()), ...headers } }),
      post: async (path: string, body: unknown, { key, headers = {} }: Sending = {}) =>
        send(`/api/v1${path}`, {
          method: 'POST',
          headers: {
            ...(await bearer()),
            'content-type': 'application/json',
            ...(key !== null && { 'idempotency-key': key ?? freshKey() }),
            ...headers,
          },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
    };
  };
  /** A unit's own system speaks: signed with its key, or with another's. */
  const asUnit = (unit: string, signer = unit) => ({
    replies: (body: unknown, spoil: (body: string) => string = (text) => text) => {
      const path = `/api/v1/units/${unit}/replies`;
      const text = JSON.stringify(body);
      const key = unitKeys.get(signer)?.privateKey;
      const signed =
        key === undefined ? {} : signMessage({ keyId: signer, privateKey: key }, { method: 'POST', path, body: text }, Date.now());
      return send(path, { method: 'POST', headers: { 'content-type': 'application/json', ...signed }, body: spoil(text) });
    },
  });
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { root, send, as, asUnit, court, dossier, notes, log, close };
};

export type Counter = Awaited<ReturnType<typeof openCounter>>;

const verifyUnit: Services['unitSignatures']['verify'] = async ({ unit, method, path, body, headers }) => {
  const key = unitKeys.get(unit)?.publicKey;
  if (key === undefined) return 'unknownUnit';
  const keyWithId = (keyId: string) => (keyId === unit ? key : undefined);
  const checked = await verifyMessage({ method, path, body }, headers, { keyWithId, nowMs: Date.now(), toleranceMs: 60_000 });
  return checked.ok ? 'genuine' : 'notGenuine';
};
