import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { replySchemas, requestSchemas } from '../../../shared/api/schemas.ts';
import { routes } from '../../../shared/routes.ts';
import { contractChecker, type OpenApiDocument } from '../../support/contract.ts';
import { usePortal } from '../../support/use-portal.ts';

const portal = await usePortal();
const reply = await fetch(`${portal.url}/api/openapi.json`);
const document = (await reply.json()) as OpenApiDocument;

test('serves the OpenAPI document publicly, with every JSON route', () => {
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  const named = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const api = routes.map(({ route }) => route as string).filter((route) => route.includes(' /api/'));
  expect(named.sort()).toEqual(api.sort());
});

test('passes the OpenAPI linter', async () => {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const problems = await lintFromString({ source: JSON.stringify(document), config });
  expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
    [],
  );
});

test('contains every schema, each valid, with valid examples', () => {
  const { validate } = contractChecker(document);
  for (const name of [...Object.keys(requestSchemas), ...Object.keys(replySchemas)]) {
    const examples = document.components.schemas[name]?.examples ?? [];
    for (const example of examples) expect(validate(name, example)).toEqual([]);
    // Some kinds are met by an empty object; no kind is met by a number.
    expect(validate(name, 7)).not.toEqual([]);
  }
});
