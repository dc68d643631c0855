import type { JSONWebKeySet, JWK } from 'jose';
import type { Instant } from '../domain/calendar/instant.ts';
import type { LawPackId } from '../domain/law-pack/law-pack.ts';
import type { Desk } from '../domain/ports/desk.ts';
import type { DossierReader, DossierWriter, PartyIndex } from '../domain/ports/dossier.ts';
import type { AccessLog, AuditReader, ClockDriver, PaperTrail, RecordReader } from '../domain/ports/reader.ts';
import type { Role } from '../domain/access.ts';

/** All that the counter reaches for. `main.ts` hands in the real ones. */
export interface Services {
  readonly desk: Desk;
  readonly reader: RecordReader & PaperTrail;
  readonly audit: AuditReader;
  readonly dossier: DossierReader & PartyIndex;
  readonly writer: DossierWriter;
  readonly accessLog: AccessLog;
  /** The law pack under which new cases are filed. */
  readonly lawPack: LawPackId;
  /** What time it is on the court clock. */
  readonly courtTime: () => Promise<Instant>;
  /** Present only where the court clock may leap; without it the route does not exist. */
  readonly clockDriver?: ClockDriver;
  /** SHA-256 in hex over canonical JSON, the hash that acts carry. */
  readonly hash: (value: unknown) => string;
  readonly unitSignatures: UnitSignatures;
  readonly papers: PaperComposer;
  /** Whether an error means that something the counter needs is away for now: the caller is then asked to come again. */
  readonly isOutage: (error: unknown) => boolean;
  readonly log: Log;
}

/** A message as it came over the wire. `path` is the request target that was signed, `body` every byte of what was sent. */
export interface UnitMessage {
  readonly unit: string;
  readonly method: string;
  readonly path: string;
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export interface UnitSignatures {
  /** Whether the unit named in the address signed exactly this message, just now, with a key of its own. */
  verify(message: UnitMessage): Promise<'genuine' | 'unknownUnit' | 'notGenuine'>;
}

export interface PaperComposer {
  /** The words of a paper that has not been issued, put together from what is known now; nothing where no such draft is open. */
  composeDraft(paperId: string): Promise<unknown>;
  /** The content of a draft or of an issued paper as one page that stands alone. */
  renderHtml(content: unknown): string;
}

/** The part of a pino logger that the counter uses. Fields hold ids and codes, never a name or a body. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** How this counter is set up; read from the environment by `main.ts`. */
export interface Settings {
  readonly tokens: TokenRules;
  /** Issues tokens for the demo accounts. Refused at start where `production` is true. */
  readonly demoIssuer?: DemoIssuerSettings;
  readonly production: boolean;
  readonly limits?: Partial<RequestLimits>;
  /** How many proxies stand before this server and are believed about the caller's address. */
  readonly trustedProxies?: number;
}

/** Whose word about a person is believed: the identity service of the courts, or the demo issuer. */
export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: { readonly url: string } | { readonly jwks: JSONWebKeySet };
}

export interface DemoIssuerSettings {
  /** A private Ed25519 key with a `kid`; its public half is in `tokens.keys`. */
  readonly key: JWK;
  readonly accounts: readonly DemoAccount[];
}

export interface DemoAccount {
  readonly id: string;
  /** Shown to whoever signs in. */
  readonly name: string;
  readonly secret: string;
  readonly role: Role;
  readonly court: string;
  readonly unit?: string;
}

/** Requests a minute, each counted in the one process that serves them. */
export interface RequestLimits {
  readonly perActor: number;
  readonly perClient: number;
  /** Sign-ins that failed. */
  readonly failedSignIns: number;
}
