import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { ActDone } from '../../api/contract/acts.ts';
import type { Account } from './config.ts';

/** An act that the court said it has taken. From then on the record must hold it. */
export interface TakenAct {
  readonly actId: string;
  readonly what: string;
}

/** One person at the counter of the court, who can do there what the public interface offers and nothing else. */
export interface Visitor {
  read<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>>;
  /** Every item of a list that comes page by page. */
  readAll<Item extends z.ZodType>(path: string, item: Item): Promise<readonly z.output<Item>[]>;
  /** Hands something in under a key of its own, again and again until the court has answered for good. */
  submit<Schema extends z.ZodType>(path: string, body: unknown, schema: Schema): Promise<Submitted<z.output<Schema>>>;
  /** Does something to a case, and waits until it stands in the record. */
  act(path: string, body: unknown): Promise<void>;
}

export interface Submitted<Answer> {
  readonly key: string;
  readonly answer: Answer;
}

export interface Counter {
  as(id: string): Visitor;
  /** Everything that was done to cases through this counter. */
  taken(): readonly TakenAct[];
  note(act: TakenAct): void;
}

/** Opens the counter for one run. `runId` keeps the keys of two runs apart. */
export const openCounter = (apiUrl: string, accounts: readonly Account[], runId: string): Counter => {
  const taken: TakenAct[] = [];
  const tokens = new Map<string, Promise<string>>();
  let keys = 0;

  const tokenOf = (id: string): Promise<string> => {
    const token = tokens.get(id) ?? signIn(apiUrl, accountWith(accounts, id));
    tokens.set(id, token);
    return token;
  };

  const visitor = (id: string): Visitor => {
    const send = async (method: string, path: string, more: RequestInit = {}): Promise<Answer> =>
      patiently(async () => {
        const headers = { authorization: `Bearer ${await tokenOf(id)}`, 'content-type': 'application/json', ...more.headers };
        return fetch(`${apiUrl}/api/v1${path}`, { ...more, method, headers });
      });
    const get = async (path: string): Promise<unknown> => understood(await send('GET', path), `GET ${path}`);
    const post = (path: string, key: string, body: unknown): Promise<Answer> =>
      send('POST', path, { headers: { 'idempotency-key': key }, body: JSON.stringify(body) });
    const nextKey = (): string => `demo-${runId}-${(keys += 1)}`;

    return {
      read: async (path, schema) => schema.parse(await get(path)),
      readAll: async (path, item) => {
        const Page = z.object({ items: z.array(item), next: z.string().optional() });
        const joint = path.includes('?') ? '&' : '?';
        let page = Page.parse(await get(`${path}${joint}limit=100`));
        const items = [...page.items];
        while (page.next !== undefined) {
          page = Page.parse(await get(`${path}${joint}limit=100&cursor=${page.next}`));
          items.push(...page.items);
        }
        return items;
      },
      submit: async (path, body, schema) => {
        const key = nextKey();
        return { key, answer: schema.parse(understood(await post(path, key, body), `POST ${path}`)) };
      },
      act: async (path, body) => {
        const key = nextKey();
        const act = { actId: `${id}:${key}`, what: `${id} ${path}` };
        for (let isNoted = false; ;) {
          const answer = await post(path, key, body);
          const done = understood(answer, `POST ${path}`);
          if (!isNoted) taken.push(act);
          isNoted = true;
          if (answer.status === 200) return void ActDone.parse(done);
          await pause(200);
        }
      },
    };
  };
  return { as: visitor, taken: () => taken, note: (act) => void taken.push(act) };
};

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A court that is away for a moment, or asks to come again, is asked again: with the same key nothing happens twice. */
const patiently = async (send: () => Promise<Response>): Promise<Answer> => {
  const giveUpAt = Date.now() + 120_000;
  for (;;) {
    const response = await send().catch((error: unknown) => (error instanceof TypeError ? undefined : Promise.reject(error)));
    const isDefinite = response !== undefined && response.status !== 503 && response.status !== 429;
    if (isDefinite) return { status: response.status, body: await response.json() };
    if (Date.now() > giveUpAt) throw new Error('The court has not answered for two minutes');
    await pause(Math.min(5, Number(response?.headers.get('retry-after') ?? 1)) * 1000);
  }
};

const understood = ({ status, body }: Answer, what: string): unknown => {
  if (status < 300) return body;
  throw new Error(`${what} → ${status} ${JSON.stringify(body)}`);
};

const signIn = async (apiUrl: string, { id, role, secret }: Account): Promise<string> => {
  const credentials =
    role === 'court-system'
      ? { grant_type: 'client_credentials', client_id: id, client_secret: secret }
      : { grant_type: 'password', username: id, password: secret };
  const headers = { 'content-type': 'application/json' };
  const answer = await patiently(() =>
    fetch(`${apiUrl}/api/v1/demo/token`, { method: 'POST', headers, body: JSON.stringify(credentials) }),
  );
  return z.object({ access_token: z.string() }).parse(understood(answer, `sign-in of ${id}`)).access_token;
};

const accountWith = (accounts: readonly Account[], id: string): Account => {
  const account = accounts.find((known) => known.id === id);
  if (account === undefined) throw new Error(`The demo accounts have no ${id}`);
  return account;
};
