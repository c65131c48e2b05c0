import fc, { type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { contractChecker, type OpenApiDocument } from '../../support/contract.ts';
import { type JsonSchema, schemaArbitrary } from '../../support/schema-arbitrary.ts';
import { type Account, staffApi } from '../../support/staff-api.ts';
import { usePortal } from '../../support/use-portal.ts';

/** Requests that are sent, and how many concurrently. */
const requestCount = Number(process.env.FUZZ_REQUESTS || 20_000);
const concurrency = 8;
const seed = Number(process.env.FUZZ_SEED || 20261125);

type Operation = OpenApiDocument['paths'][string][string] & {
  parameters: { name: string; in: string; schema: JsonSchema }[];
};
type Request = {
  route: string;
  target: string;
  account: Account | null;
  ifMatch: string | null;
  body: string | null;
};

const portal = await usePortal();
const { create, published } = staffApi(portal);
const document = (await (await fetch(`${portal.url}/api/openapi.json`)).json()) as OpenApiDocument;
const { wrongWith } = contractChecker(document);

const articles = [await create(), await create({}, 'author'), await published(), await published()];
const ids = articles.map(({ id }) => id);
const known: Record<string, Arbitrary<unknown>> = {
  category: fc.constantFrom('tin-tuc', 'thong-bao'),
  title: fc.constantFrom('Họp tổ dân phố', 'Lịch tiếp công dân'),
  id: fc.constantFrom(...ids),
  version: fc.constantFrom('1', '2', '3'),
  article: fc.constantFrom(...ids),
  image: fc.constantFrom(...ids),
  cover: fc.constant(null),
};
const pathText = fc.oneof(
  fc.constantFrom('x', '%00', 'ờ', '..', '0', '-1', 'a'.repeat(300)),
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
);
const ifMatch = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 6 }).map((version) => `"${version}"`) },
  { weight: 1, arbitrary: fc.constantFrom('', '*', 'W/"1"', '"0"', '"99999999"', 'x') },
);
const maybe = <T>(value: Arbitrary<T>) => fc.option(value, { nil: null, freq: 6 });

const requestTo = (path: string, method: string, operation: Operation): Arbitrary<Request> => {
  const schemaName = operation.requestBody?.content['application/json']?.schema.$ref?.split('/').at(-1);
  const schema = schemaName && (document.components.schemas[schemaName] as JsonSchema);
  const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query');
  const query = fc.record(
    Object.fromEntries(inQuery.map(({ name, schema: of }) => [name, schemaArbitrary(of, known)])),
    { requiredKeys: [] },
  );
  const names = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
  const inPath = fc.record(
    Object.fromEntries(
      names.map((name) => [name, fc.oneof({ weight: 8, arbitrary: known[name] ?? pathText }, pathText)]),
    ),
  );
  const body = schema
    ? fc.oneof(
        { weight: 10, arbitrary: schemaArbitrary(schema, known).map((value) => JSON.stringify(value) ?? '') },
        { weight: 1, arbitrary: fc.constantFrom('', '{', '[]', '"x"', 'null', '{"a":1,"a":2}', '\ufeff{}') },
      )
    : fc.constant(null);
  return fc
    .record({
      inPath,
      query,
      body,
      account: fc.constantFrom<(Account | null)[]>('author', 'editor', 'editor', 'admin', null),
      ifMatch: maybe(ifMatch),
    })
    .map(({ inPath: values, query: asked, ...rest }) => {
      const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeTwice(values[name]));
      const pairs = Object.entries(asked).map(([name, value]) => `${name}=${encode(value)}`);
      return {
        route: `${method.toUpperCase()} ${path}`,
        target: filled + (pairs.length > 0 ? `?${pairs.join('&')}` : ''),
        ...rest,
      };
    });
};
/** API Gateway decodes a path twice before it splits it: a slash would select another route. */
const encodeTwice = (value: unknown) => encodeURIComponent(encode(String(value).replaceAll('/', 'x')));

const encode = (value: unknown) => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  // Dots alone are path steps, also as %2E: they would select another route.
  return encodeURIComponent(text.toWellFormed()).replace(/^\.+$/, 'x') || 'x';
};

const requests = fc.oneof(
  ...Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => requestTo(path, method, operation as Operation)),
  ),
);
const tokens = {
  author: await portal.token('author'),
  editor: await portal.token('editor'),
  admin: await portal.token('admin'),
};

/** Repeats a request whose connection was closed while it was being reused: that is no reply. */
const fetchAgain = (url: string, init: RequestInit) => fetch(url, init).catch(() => fetch(url, init));

const send = async ({ route, target, account, ifMatch: version, body }: Request) => {
  const reply = await fetchAgain(portal.url + target, {
    method: route.split(' ')[0] ?? 'GET',
    headers: {
      ...(account && { authorization: `Bearer ${tokens[account]}` }),
      ...(version !== null && { 'if-match': version }),
      ...(body !== null && { 'content-type': 'application/json' }),
    },
    body,
  });
  return { status: reply.status, type: reply.headers.get('content-type'), text: await reply.text() };
};

test(`${requestCount} requests made from the contract get what it describes, and no failure`, {
  timeout: 600_000,
}, async () => {
  const waiting = fc.sample(requests, { numRuns: requestCount, seed });
  const wrong: unknown[] = [];
  const seen = new Map<number, number>();
  const work = async () => {
    for (let request = waiting.pop(); request !== undefined && wrong.length < 5; request = waiting.pop()) {
      const reply = await send(request);
      seen.set(reply.status, (seen.get(reply.status) ?? 0) + 1);
      const faults = reply.status >= 500 ? ['a failure'] : wrongWith(request.route, reply);
      if (faults.length > 0) wrong.push({ request, faults, reply: reply.text.slice(0, 500) });
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  if (wrong.length > 0)
    console.error(
      portal
        .functionLogs()
        .filter((line) => line.includes('ERROR'))
        .slice(-3),
    );
  expect(wrong).toEqual([]);
  // A fuzzer that is always refused at the door tests nothing.
  for (const status of [200, 201, 204, 400, 401, 403, 404, 409, 412, 422, 428]) {
    expect([status, seen.get(status) ?? 0]).not.toEqual([status, 0]);
  }
});
