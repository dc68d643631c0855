import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../api/routes/index.ts';
import type { Route } from '../../api/http/route.ts';
import { roles, type Role } from '../../domain/access.ts';
import { openCounter, tokenFor, type Counter } from './counter.ts';

let counter: Counter;

beforeAll(async () => {
  const clockDriver = { now: async () => counter.court.now(), leap: async () => ({ now: counter.court.now(), leaps: 0, waitingFor: [] }) };
  counter = await openCounter({ services: { clockDriver } });
});
afterAll(() => counter.close());

const tokenRoles = roles.filter((role) => role !== 'unit-system');

/** The table as a court's security officer reads it. */
const printed = (): string => {
  const name = ({ method, path }: Route) => `${method.toUpperCase().padEnd(5)}${path}`;
  const width = Math.max(...routes.map((route) => name(route).length)) + 2;
  const head = `${''.padEnd(width)}${roles.join('  ')}`;
  const rows = routes.map(
    (route) => `${name(route).padEnd(width)}${roles.map((role) => mark(route, role).padEnd(role.length)).join('  ')}`,
  );
  return `${[head, ...rows].map((line) => line.trimEnd()).join('\n')}\n`;
};

const mark = ({ open, allow }: Route, role: Role): string => {
  if (open) return 'all';
  return allow.includes(role) ? 'yes' : '-';
};

const places: Readonly<Record<string, string>> = {
  caseId: '2026-yun2301-zhi-123',
  n: '1',
  unit: 'cx-natural-resources',
  paperId: '2026-yun2301-zhi-123.p1.1',
};

const ask = async ({ method, path }: Route, token: string | undefined) => {
  const address = path.replace(/:(\w+)/g, (_, place: string) => places[place] ?? '');
  const { status, body } = await counter.send(`/api/v1${address}`, {
    method: method.toUpperCase(),
    headers: {
      'content-type': 'application/json',
      'idempotency-key': 'matrix',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(method === 'post' && { body: '{}' }),
  });
  return { status, kind: body['type'] };
};

describe('the permission matrix', () => {
  it('is the one that was agreed', async () => {
    await expect(printed()).toMatchFileSnapshot('__texts__/permission-matrix.txt');
  });

  it.each(routes.map((route) => [`${route.method.toUpperCase()} ${route.path}`, route] as const))(
    'is what the door keeps: %s',
    async (_name, route) => {
      for (const role of tokenRoles) {
        const { kind } = await ask(route, await tokenFor(role));
        const turnedAway = kind === '/problems/notAllowed';
        expect({ role, turnedAway: turnedAway || kind === '/problems/unitNotGenuine' }).toEqual({
          role,
          turnedAway: mark(route, role) === '-',
        });
      }
      const { status } = await ask(route, undefined);
      expect(status === 401).toBe(!route.open);
    },
  );

  it('leaves no route without a role, and no role without a route', () => {
    expect(routes.filter(({ open, allow }) => !open && allow.length === 0)).toEqual([]);
    expect(roles.filter((role) => !routes.some(({ allow }) => allow.includes(role)))).toEqual([]);
  });
});
