import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sanitizeBody } from '../../../../../functions/articles/sanitize-body.ts';
import { readArticle } from '../../../../../infra/demo/read-article.ts';
import { openBundle } from '../../../../support/browser-bundle.ts';
import { useBrowser } from '../../../../support/use-browser.ts';
import { sanitizedBody } from './body-arbitrary.ts';
import type { RoundTrip } from './round-trip-page.ts';

const page = await openBundle(await useBrowser(), join(import.meta.dirname, 'round-trip-page.ts'));

const roundTrip = (body: string): Promise<RoundTrip> =>
  page.evaluate(
    (html) => (globalThis as unknown as { roundTrip(html: string): RoundTrip }).roundTrip(html),
    body,
  );

const check = async (body: string) => {
  const { saved, canonical, again, before, after } = await roundTrip(body);
  expect(saved).toBe(body);
  expect(after).toEqual(before);
  expect(sanitizeBody(canonical)).toEqual({ body: canonical, removed: [] });
  expect(again).toBe(canonical);
};

const directory = join(import.meta.dirname, '../../../../../infra/demo');
const demoBodies = ['articles', 'pages'].flatMap((folder) =>
  readdirSync(join(directory, folder)).map((file) => {
    const { body } = readArticle(readFileSync(join(directory, folder, file), 'utf8'));
    return sanitizeBody(body).body;
  }),
);

test('opening and saving changes no byte of the demonstration', async () => {
  for (const body of demoBodies) await check(body);
});

test('opening and saving changes no byte of any body, and editing every block of it loses nothing', async () => {
  await fc.assert(fc.asyncProperty(sanitizedBody, check), { numRuns: 300 });
});
