import { expect, test } from 'vitest';
import { searchHandlers } from '../../../functions/search/handlers.ts';
import { PortalError } from '../../../shared/errors.ts';
import type { HttpEvent } from '../../../shared/http/event.ts';
import { settingsForReaders } from '../../../shared/site/page-links.ts';
import { parseSite } from '../../../shared/site/stored-site.ts';
import { noMostRead } from '../../../shared/visits/visit-statistics.ts';

const now = new Date('2026-11-28T00:00:00Z');

const searchPageWith = (failure: unknown, query: Record<string, string>) => {
  const fail = () => Promise.reject(failure);
  const handlers = searchHandlers({
    answerQuery: fail,
    explainNothingFound: fail,
    countMiss: async () => {},
    index: { get: fail, refresh: fail },
    reader: { site: async () => settingsForReaders(parseSite(null), now) },
    visits: async () => ({ totals: null, months: [], mostRead: noMostRead }),
    clock: () => now,
  });
  return handlers['GET /tim-kiem']({ queryStringParameters: query } as unknown as HttpEvent);
};

test('without an index the page says so, keeps the form and names the categories', async () => {
  const unavailable = new PortalError('unavailable', 'The search index cannot be loaded');
  const { statusCode, headers, body = '' } = await searchPageWith(unavailable, { q: 'lễ hội' });
  expect([statusCode, headers]).toMatchObject([503, { 'cache-control': 'no-store', 'retry-after': '30' }]);
  expect(body).toContain('Tìm kiếm tạm thời chưa dùng được. Mời bạn thử lại sau ít phút');
  expect(body).toContain('value="lễ hội"');
  expect(body).toMatch(/<h2>Chuyên mục<\/h2>.*href="\/tin-tuc"/s);
  expect(body).not.toContain('The search index');
});

test('an error in our code stays one', async () => {
  await expect(searchPageWith(new Error('a bug'), { q: 'lễ hội' })).rejects.toThrow('a bug');
});

test('a page without a search needs no index', async () => {
  expect((await searchPageWith(new Error('unused'), {})).statusCode).toBe(200);
});
