import { z } from 'zod';
import { levelOf, type Person, type Role } from '../../domain/access.ts';
import type { KeyedAct } from '../../domain/ports/desk.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { FieldFault } from '../contract/rules.ts';
import type { Services } from '../services.ts';
import { faultsOf } from './faults.ts';
import { problem, refused, type Problem } from './problem.ts';

/** The answers a route can give, by status. What is answered under a status must fit its schema, or the route does not compile. */
export type Answers = Readonly<Record<number, z.ZodType>>;

export type ReplyTo<A extends Answers> = {
  readonly [Status in keyof A & number]: {
    readonly status: Status;
    readonly body: z.input<A[Status]>;
    readonly headers?: Readonly<Record<string, string>>;
    /** The same content as a page, for a caller who asked for one. */
    readonly html?: string;
    /** The case that was read, where the address does not name it. */
    readonly caseId?: string;
  };
}[keyof A & number];

/** A request whose address, query and body have been read. */
interface OpenCall<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly wantsPage: boolean;
  /** Of what was sent and where to, so that one key cannot answer for the same words said elsewhere. */
  readonly bodyHash: () => string;
}

/** One whose sender has been proven as well. */
export interface Call<Params, Query, Body> extends OpenCall<Params, Query, Body> {
  readonly person: Person;
}

/** A call that does something, under a key by which its repetition is known. */
export interface ActCall<Params, Query, Body> extends Call<Params, Query, Body> {
  readonly key: string;
  readonly keyed: <Act>(act: Act) => KeyedAct<Act>;
}

interface Definition<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends Answers> {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** What it is for, in Chinese; stands in the OpenAPI document. */
  readonly summary: string;
  readonly allow: readonly Role[];
  /** A message that the unit's signature vouches for instead of a token. */
  readonly signedByUnit?: true;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Most bytes of a body. */
  readonly bodyLimit?: number;
  /** Who fails here again and again is held back: a secret is asked for. */
  readonly guardsSecret?: true;
  /** A caller who asks for a page gets one. */
  readonly alsoAsPage?: true;
  /** The answer names persons: the read is written into the audit chain before it is answered. */
  readonly personal?: true;
  readonly answers: A;
}

/** A route as the door serves it. `allow` is data: the whole permission matrix can be printed. */
export interface Route extends Definition<z.ZodType, z.ZodType, z.ZodType, Answers> {
  readonly isAct: boolean;
  readonly open: boolean;
  /** Whether this court's set-up has the route at all. */
  readonly exists: (services: Services) => boolean;
  readonly serve: (incoming: Incoming, services: Services) => Promise<Result<AnyReply, Problem>>;
}

export type AnyReply = ReplyTo<Answers>;

/** A request that may use the route; nothing else of it has been looked at. Only an open route has no proven sender. */
export interface Incoming {
  /** Method and path, for the hash of an act. */
  readonly address: string;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly idempotencyKey: string | undefined;
  readonly person: Person | undefined;
  readonly wantsPage: boolean;
}

type Handler<Given, A extends Answers> = (call: Given, services: Services) => Promise<Result<ReplyTo<A>, Problem>>;

/** A route for whoever has signed in under one of the allowed roles. */
export const route = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends Answers>(
  definition: Definition<P, Q, B, A> & {
    readonly exists?: Route['exists'];
    readonly handle: Handler<Call<z.output<P>, z.output<Q>, z.output<B>>, A>;
  },
): Route => ({
  ...definition,
  isAct: false,
  open: false,
  exists: definition.exists ?? (() => true),
  serve: async (incoming, services) => {
    const { person } = incoming;
    if (person === undefined) return refused('unauthenticated');
    const call = readCall(definition, incoming, services);
    return call.ok ? definition.handle({ ...call.value, person }, services) : call;
  },
});

/** A route that does something under a key: without the key it is refused. */
export const actRoute = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends Answers>(
  definition: Omit<Definition<P, Q, B, A>, 'method'> & { readonly handle: Handler<ActCall<z.output<P>, z.output<Q>, z.output<B>>, A> },
): Route => ({
  ...definition,
  method: 'post',
  isAct: true,
  open: false,
  exists: () => true,
  serve: async (incoming, services) => {
    const { person } = incoming;
    if (person === undefined) return refused('unauthenticated');
    const key = IdempotencyKey.safeParse(incoming.idempotencyKey);
    if (!key.success) {
      const rule = incoming.idempotencyKey === undefined ? 'required' : 'invalidKey';
      return refused('idempotencyKey', { faults: [{ pointer: 'header:Idempotency-Key', rule }] });
    }
    const call = readCall(definition, incoming, services);
    return call.ok ? definition.handle(asAct({ ...call.value, person }, key.data), services) : call;
  },
});

/** A route for anybody, signed in or not. */
export const openRoute = <B extends z.ZodType, A extends Answers>(
  definition: Omit<Definition<z.ZodType, z.ZodType, B, A>, 'allow'> & {
    readonly handle: Handler<OpenCall<unknown, unknown, z.output<B>>, A>;
  },
): Route => ({
  ...definition,
  allow: [],
  isAct: false,
  open: true,
  exists: () => true,
  serve: async (incoming, services) => {
    const call = readCall(definition, incoming, services);
    return call.ok ? definition.handle(call.value, services) : call;
  },
});

/** What a route answers when all went well. */
export const reply = <Status extends number, Body>(
  status: Status,
  body: Body,
  more: { readonly headers?: Readonly<Record<string, string>>; readonly html?: string; readonly caseId?: string } = {},
) => ok({ status, body, ...more });

export const IdempotencyKey = z.string().regex(/^[\w.:-]{1,100}$/);

const asAct = <P, Q, B>(call: Call<P, Q, B>, key: string): ActCall<P, Q, B> => {
  const { person, bodyHash } = call;
  const level = levelOf(person.role);
  const actor = { ...person, ...(level !== undefined && { level }) };
  return { ...call, key, keyed: (act) => ({ actId: `${person.id}:${key}`, actor, bodyHash: bodyHash(), act }) };
};

const readCall = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  { params, query, body }: { readonly params?: P; readonly query?: Q; readonly body?: B },
  incoming: Incoming,
  services: Services,
): Result<OpenCall<z.output<P>, z.output<Q>, z.output<B>>, Problem> => {
  const named = read(params, incoming.params);
  if (!named.success) return err(problem('notFound', { faults: placed('path', faultsOf(named.error, incoming.params)) }));
  const asked = read(query, incoming.query);
  if (!asked.success) return err(problem('badQuery', { faults: placed('query', faultsOf(asked.error, incoming.query)) }));
  const sent = read(body, incoming.body);
  if (!sent.success) return err(problem('invalidBody', { faults: faultsOf(sent.error, incoming.body) }));
  const { wantsPage } = incoming;
  const bodyHash = (): string => services.hash({ to: incoming.address, body: incoming.body });
  return ok({ params: named.data, query: asked.data, body: sent.data, wantsPage, bodyHash });
};

type Read<Schema extends z.ZodType> =
  { readonly success: true; readonly data: z.output<Schema> } | { readonly success: false; readonly error: z.ZodError };

const read = <Schema extends z.ZodType>(schema: Schema | undefined, value: unknown): Read<Schema> =>
  schema === undefined ? { success: true, data: undefined as z.output<Schema> } : schema.safeParse(value);

/** A parameter has no JSON pointer: it is named by its place and its own name. */
const placed = (place: 'path' | 'query', faults: readonly FieldFault[]): readonly FieldFault[] =>
  faults.map((fault) => ({ ...fault, pointer: `${place}:${fault.pointer.slice(1)}` }));
