import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { basePath } from './base-path.ts';
import { ProblemBody } from './problem.ts';
import { IdempotencyKey, openRoute, reply, type Route } from './route.ts';

/** Describes the routes in OpenAPI 3.1, from the very schemas that guard them. */
export const openApiRoute = (routes: readonly Route[]): Route => {
  let document: z.infer<typeof AnyObject> | undefined;
  return openRoute({
    method: 'get',
    path: '/openapi.json',
    summary: '接口说明',
    answers: { 200: AnyObject },
    handle: async () => reply(200, (document ??= openApiDocument(routes))),
  });
};

const AnyObject = z.record(z.string(), z.unknown());

export const openApiDocument = (routes: readonly Route[]): z.infer<typeof AnyObject> => ({
  ...createDocument({
    openapi: '3.1.0',
    info: {
      title: '联动：共同解决执行难联动机制接口',
      version: '1',
      description:
        '法院向成员单位提出协助事项、接收答复、依法督促、移送和解除。日期、时间均为北京时间；金额以分为单位，或者以元为单位的文字。',
    },
    servers: [{ url: basePath }],
    paths: pathsOf(routes),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        unitSignature: { type: 'apiKey', in: 'header', name: 'x-liandong-signature', description: '成员单位对整个消息的Ed25519签名' },
      },
    },
  }),
});

const pathsOf = (routes: readonly Route[]): ZodOpenApiPathsObject => {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return paths;
};

const operation = (route: Route): ZodOpenApiOperationObject => {
  const { summary, params, query, body, isAct, allow } = route;
  return {
    summary,
    operationId: `${route.method}${route.path.replace(/[/:-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    ...(allow.length > 0 && { description: `可办理身份：${allow.join('、')}` }),
    security: securityOf(route),
    requestParams: {
      ...(params instanceof z.ZodObject && { path: params }),
      ...(query instanceof z.ZodObject && { query }),
      ...(isAct && { header: KeyHeader }),
    },
    ...(body !== undefined && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      ...answersOf(route),
      default: { description: '未予办理', content: { 'application/problem+json': { schema: ProblemBody } } },
    },
  };
};

const KeyHeader = z.object({ 'Idempotency-Key': IdempotencyKey.meta({ description: '幂等键：同一事项重复提交时不变' }) });

const securityOf = ({ open, signedByUnit }: Route): NonNullable<ZodOpenApiOperationObject['security']> => {
  if (open) return [];
  return signedByUnit === true ? [{ unitSignature: [] }] : [{ token: [] }];
};

const answersOf = ({ answers, alsoAsPage }: Route): ZodOpenApiOperationObject['responses'] =>
  Object.fromEntries(
    Object.entries(answers).map(([status, schema]) => [
      status,
      {
        description: statusInWords[status] ?? '已办理',
        content: { 'application/json': { schema }, ...(alsoAsPage === true && { 'text/html': { schema: Page } }) },
      },
    ]),
  );

const Page = z.string().meta({ description: '可打印的页面' });

const statusInWords: Readonly<Record<string, string>> = { 200: '已办理', 202: '已受理，正在办理' };
