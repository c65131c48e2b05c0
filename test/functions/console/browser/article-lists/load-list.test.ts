import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Api } from '../../../../../functions/console/browser/api/api-context.ts';
import type { ArticlePage } from '../../../../../functions/console/browser/article-lists/article-list.ts';
import { loadList } from '../../../../../functions/console/browser/article-lists/load-list.ts';
import { RefusedCall } from '../../../../../shared/api/client.ts';
import { aListedArticle } from '../../../../support/listed-article-fixture.ts';

const route = 'GET /api/admin/articles';
const idOf = (n: number) => `01kb${String(n).padStart(22, '0')}`;
/** The nth article; each version was saved later than the one before. */
const articleOf = (n: number, version = 1) =>
  aListedArticle({
    id: idOf(n),
    version,
    updatedAt: new Date(Date.UTC(2026, 0, 1, 0, n + 1_000 * version)).toISOString(),
  });

type Query = { limit: string; cursor?: string };

/** An API whose replies a test gives, and a clock that it sets. */
const anOffice = (answer: (query: Query) => ArticlePage | Error) => {
  const asked: Query[] = [];
  let nowMs = 0;
  const call = async (_: string, { query }: { query: Query }) => {
    asked.push(query);
    const body = answer(query);
    if (body instanceof Error) throw body;
    return { status: 200, body, version: null };
  };
  const api = { call } as unknown as Pick<Api, 'call'>;
  const loaded = loadList({ api, clock: () => new Date(nowMs) }, { status: 'all' });
  const pass = (ms: number) => {
    nowMs += ms;
  };
  return { loaded, asked, pass, shown: () => loaded.list.value.items.map(({ id }) => id) };
};

/** A server with articles, newest first, and cursors that are numbers of them. */
const pagesOf =
  (articles: () => ReturnType<typeof articleOf>[]) =>
  ({ limit, cursor = '0' }: Query): ArticlePage => {
    const end = Number(cursor) + Number(limit);
    const items = articles().slice(Number(cursor), end);
    return { items, next: end < articles().length ? String(end) : null };
  };
const newestFirst = (articles: ReturnType<typeof articleOf>[]) =>
  articles.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));

test('reads empty pages on by itself, ten at most, and says that there may be more', async () => {
  const { loaded, asked } = anOffice(({ cursor = '0' }) => ({ items: [], next: String(Number(cursor) + 1) }));
  await loaded.more();
  expect(asked).toHaveLength(10);
  expect(loaded.list.value).toMatchObject({ isLoaded: true, isLoading: false, next: '10' });
  await loaded.more();
  expect(asked.at(10)?.cursor).toBe('10');
});

test('keeps what is shown when the next page fails, and goes on from there', async () => {
  const articles = Array.from({ length: 40 }, (_, n) => articleOf(39 - n));
  const server = pagesOf(() => articles);
  let isDown = false;
  const { loaded, shown } = anOffice((query) => (isDown ? new TypeError('Failed to fetch') : server(query)));
  await loaded.more();
  isDown = true;
  await loaded.more();
  expect(loaded.list.value.failure?.kind).toBe('offline');
  expect(shown()).toHaveLength(30);
  isDown = false;
  await loaded.more();
  expect(loaded.list.value.failure).toBeNull();
  expect(shown()).toEqual(articles.map(({ id }) => id));
});

test('starts over when its cursor is refused, and shows nothing twice', async () => {
  const articles = Array.from({ length: 40 }, (_, n) => articleOf(39 - n));
  const server = pagesOf(() => articles);
  let isRefused = true;
  const { loaded, shown } = anOffice((query) => {
    if (query.cursor === undefined || !isRefused) return server(query);
    isRefused = false;
    return new RefusedCall(route, 400, { code: 'invalid_cursor' });
  });
  await loaded.more();
  await loaded.more();
  expect(loaded.list.value.failure?.kind).toBe('invalid');
  await loaded.more();
  await loaded.more();
  expect(shown()).toEqual(articles.map(({ id }) => id));
});

test('holds a new order back from who reads, and shows it on demand', async () => {
  let articles = [articleOf(3), articleOf(2), articleOf(1)];
  const { loaded, shown, pass } = anOffice(pagesOf(() => articles));
  await loaded.more();
  pass(59_999);
  expect(loaded.isOld()).toBe(false);
  pass(1);
  expect(loaded.isOld()).toBe(true);
  const before = shown();
  articles = [articleOf(1, 2), articleOf(3), articleOf(2)];
  await loaded.refresh();
  expect(shown()).toEqual(before);
  expect(loaded.isOld()).toBe(false);
  loaded.showChanges();
  expect(shown()).toEqual(articles.map(({ id }) => id));
  expect(loaded.list.value.changed).toBeNull();
});

test('shows new data of the same articles in place', async () => {
  let articles = [articleOf(2), articleOf(1)];
  const { loaded } = anOffice(pagesOf(() => articles));
  await loaded.more();
  articles = articles.map((article) => ({ ...article, state: 'live' as const }));
  await loaded.refresh();
  expect(loaded.list.value.changed).toBeNull();
  expect(loaded.list.value.items.map(({ state }) => state)).toEqual(['live', 'live']);
});

test('does not mention that a refresh failed', async () => {
  let isDown = false;
  const { loaded, shown } = anOffice((query) =>
    isDown ? new TypeError('Failed to fetch') : pagesOf(() => [articleOf(1)])(query),
  );
  await loaded.more();
  isDown = true;
  await loaded.refresh({ returns: true });
  expect([loaded.list.value.failure, shown()]).toEqual([null, [idOf(1)]]);
});

test('who returns finds the list as it is now, whatever was saved, created or taken out meanwhile', async () => {
  const events = fc.array(fc.record({ kind: fc.constantFrom('save', 'remove', 'create'), at: fc.nat(99) }), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(fc.nat(95), fc.nat(3), events, async (count, pages, changes) => {
      let articles = newestFirst(Array.from({ length: count }, (_, n) => articleOf(n)));
      const { loaded, shown } = anOffice(pagesOf(() => articles));
      for (let page = 0; page <= pages; page += 1) await loaded.more();
      const length = shown().length;
      changes.forEach(({ kind, at }, n) => {
        const place = at % Math.max(1, articles.length);
        const changed = articles[place];
        const others = articles.filter((article) => article !== changed);
        if (kind === 'create') articles = [articleOf(200 + n, 20 + n), ...articles];
        else if (kind === 'remove') articles = others;
        else if (changed) articles = [articleOf(Number(changed.id.slice(4)), 20 + n), ...others];
      });
      await loaded.refresh({ returns: true });
      const current = articles.map(({ id }) => id);
      const read = Math.max(30, Math.min(100, length));
      expect(shown().slice(0, read)).toEqual(current.slice(0, read));
      expect(new Set(shown()).size).toBe(shown().length);
    }),
  );
});
