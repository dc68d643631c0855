import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validate } from '@readme/openapi-parser';
import { routes } from '../../api/routes/index.ts';
import { openCounter, type Counter } from './counter.ts';

let counter: Counter;
let document: Readonly<Record<string, never>>;

beforeAll(async () => {
  counter = await openCounter();
  const response = await fetch(`${counter.root}/api/v1/openapi.json`);
  document = (await response.json()) as typeof document;
});
afterAll(() => counter.close());

const operations = () =>
  Object.entries(document['paths'] as unknown as Readonly<Record<string, Readonly<Record<string, Operation>>>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
  );

interface Operation {
  readonly summary: string;
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly security: readonly unknown[];
}

describe('the description of the interface', () => {
  it('is valid OpenAPI 3.1', async () => {
    const checked = await validate(structuredClone(document) as never);
    expect(checked).toMatchObject({ valid: true });
    expect(document['openapi']).toBe('3.1.0');
  });

  it('describes every route and no other', () => {
    const described = operations().map(({ name }) => name);
    const served = routes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(described.toSorted()).toEqual(served.toSorted());
    expect(new Set(operations().map(({ operationId }) => operationId)).size).toBe(described.length);
  });

  it('says of every route, in Chinese, what it is for, and what a refusal looks like', () => {
    for (const { summary, responses, security } of operations()) {
      expect(summary).toMatch(/^[\u4e00-\u9fff、]+$/);
      expect(responses).toHaveProperty('default');
      expect(security).toBeInstanceOf(Array);
    }
  });

  it('asks for a key wherever something is done under one', () => {
    const keyed = operations().filter(({ parameters }) =>
      parameters?.some(({ name, required }) => name === 'Idempotency-Key' && required === true),
    );
    const acts = routes.filter(({ isAct }) => isAct).map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(keyed.map(({ name }) => name).toSorted()).toEqual(acts.toSorted());
  });

  it('shows amounts, dates and parties as they are written by the caller, not as they are read', () => {
    const filing = JSON.stringify(
      (document['components'] as unknown as { readonly schemas: Readonly<Record<string, unknown>> }).schemas['CaseFiling'],
    );
    expect(filing).toContain('"amountYuan"');
    expect(filing).toContain('"legalRepresentative"');
    expect(filing).toContain('2026-03-02');
  });
});
