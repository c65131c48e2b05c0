import * as z from 'zod/mini';
import { type ApiRoute, type Operation, operations } from './operations.ts';
import { type ReplyName, replySchemas, requestSchemas } from './schemas.ts';

type Json = Record<string, unknown>;

const toSchema = (schema: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return made;
};
const toSchemas = (from: Record<string, z.ZodMiniType>, io: 'input' | 'output') =>
  Object.fromEntries(Object.entries(from).map(([name, schema]) => [name, toSchema(schema, io)]));

const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const asJson = (name: string, type = 'application/json') => ({ [type]: { schema: refTo(name) } });

/** Examples of request bodies, and of a problem document. */
const examples: Json = {
  SaveRequest: {
    title: 'Chợ Hạc Vân mở cửa sớm',
    category: 'thong-bao',
    body: '<p>Từ thứ Hai, chợ mở cửa lúc 5 giờ.</p>',
    tags: ['chợ'],
    note: 'Ban quản lý chợ gửi sáng nay',
  },
  PublishRequest: { publishedAt: '2026-05-01T08:00:00+07:00', withdrawAt: '2026-06-01T00:00:00+07:00' },
  ReturnRequest: { note: 'Thiếu số liệu của tổ 5' },
  Problem: {
    title: 'Có trường không hợp lệ',
    status: 422,
    code: 'invalid_fields',
    detail: 'Hãy sửa các trường nêu tên rồi gửi lại.',
    errors: [{ field: 'title', reason: 'Không được để trống' }],
    requestId: '6f1c2a34-0000-4000-8000-000000000000',
  },
};

const refusalTexts: Record<number, string> = {
  400: 'Malformed: no JSON, no such cursor, no such version tag',
  401: 'No valid token',
  403: 'The role may not do this',
  404: 'Nothing is here',
  409: 'The state does not allow it; says what is possible',
  412: 'There is a newer version; brings it, and what both made of the one before',
  413: 'Too large',
  422: 'Fields are invalid; names them',
  428: 'The version that the client has seen is missing',
  429: 'Too many requests at once',
  500: 'A failure on this side',
  503: 'Out of order for a moment',
};

/** Statuses that the gateway itself returns. */
const gatewayStatuses = [401, 403, 413, 429, 500];

const refusalsOf = (route: ApiRoute, { query, body, isConditional, refusals = [] }: Operation) => {
  const isStaff = route.includes(' /api/admin/');
  const statuses = new Set([
    ...(isStaff ? [401, 403] : []),
    ...(route.includes('{') ? [404] : []),
    ...(query ? [400, 422] : []),
    ...(body ? [400, 413, 422] : []),
    ...(isConditional ? [400, 409, 412, 428] : []),
    // Only pages of this site may send a beacon.
    ...(route === 'POST /api/visits' ? [403] : []),
    ...[413, 429, 500, 503],
    ...refusals,
  ]);
  return [...statuses].sort();
};

const refusal = (status: number) => [
  status,
  {
    description: refusalTexts[status],
    content: {
      ...asJson('Problem', 'application/problem+json'),
      ...(gatewayStatuses.includes(status) && asJson('Refusal')),
    },
  },
];

const etag = { ETag: { description: 'The version, for If-Match', schema: { type: 'string' } } };
const versioned: readonly (ReplyName | null)[] = ['Article', 'Settings', 'Balance', 'Person'];

const operationOf = (route: ApiRoute, operation: Operation): Json => {
  const { id, summary, query, body, reply, otherType, isConditional, mayCreate } = operation;
  const [status, schema] = reply;
  const statuses = mayCreate ? [status, 201] : [status];
  const isStaff = route.includes(' /api/admin/');
  return {
    operationId: id,
    summary,
    tags: [isStaff ? 'staff' : 'public'],
    security: isStaff ? [{ staff: [] }] : [],
    parameters: [
      ...Array.from(route.matchAll(/\{(\w+)\}/g), ([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
      ...(query ? queryParameters(query) : []),
      ...(isConditional
        ? [
            {
              name: 'If-Match',
              in: 'header',
              required: !mayCreate,
              schema: { type: 'string' },
              example: '"7"',
            },
          ]
        : []),
      ...(mayCreate ? [{ name: 'If-None-Match', in: 'header', schema: { const: '*' } }] : []),
    ],
    ...(body && { requestBody: { required: true, content: asJson(body) } }),
    responses: Object.fromEntries([
      ...statuses.map((succeeded) => [
        succeeded,
        {
          description: summary,
          ...(versioned.includes(schema) && { headers: etag }),
          ...(schema && {
            content: {
              ...asJson(schema),
              ...(otherType && { [otherType]: { schema: { type: 'string' } } }),
            },
          }),
        },
      ]),
      ...refusalsOf(route, operation).map(refusal),
    ]),
  };
};

const queryParameters = (query: z.ZodMiniType) => {
  const { properties = {} } = toSchema(query, 'input') as { properties?: Record<string, Json> };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }));
};

/** The API as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html), generated from the schemas that validate requests and shape replies. It says whose portal it is. */
export const openApi = ({
  origin,
  siteId,
}: {
  origin: string;
  siteId: string;
}): z.input<typeof replySchemas.OpenApi> => {
  const paths: Record<string, Json> = {};
  for (const [route, operation] of Object.entries(operations) as [ApiRoute, Operation][]) {
    const [method = '', path = ''] = route.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(route, operation) };
  }
  const schemas = { ...toSchemas(requestSchemas, 'input'), ...toSchemas(replySchemas, 'output') };
  for (const [name, example] of Object.entries(examples))
    schemas[name] = { ...schemas[name], examples: [example] };
  return {
    openapi: '3.1.1',
    info: {
      title: 'Cổng Tin',
      version: '1.0.0',
      description:
        'A news portal: what readers may read, and what staff do. Times are UTC; errors are problem documents.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      'x-site-id': siteId,
    },
    servers: [{ url: origin || '/' }],
    tags: [
      { name: 'public', description: 'For everybody' },
      { name: 'staff', description: 'For authors, editors and admins' },
    ],
    paths,
    components: {
      schemas,
      securitySchemes: {
        staff: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'An access token with the scope portal/staff',
        },
      },
    },
  };
};
