import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '../../../shared/articles/article.ts';
import { articleListName, articlePredicate, statusesOf } from '../../../shared/articles/article-filter.ts';
import { countLists } from '../../../shared/articles/count-lists.ts';
import { editorialLists } from '../../../shared/articles/editorial-list.ts';
import { articleKeys } from '../../../shared/articles/keys.ts';
import { articleStatus } from '../../../shared/articles/state.ts';
import { contentIndexes } from '../../../shared/table/content-indexes.ts';
import { listPosition } from '../../../shared/table/list-position.ts';
import { anArticle } from '../../support/article-fixture.ts';
import { idOf, instantOf } from '../../support/article-records.ts';
import { aContentTable } from '../../support/use-table.ts';

const siteId = 'lists';
const now = new Date('2026-11-28T03:00:00.000Z');
const table = await aContentTable();
const { list, recent, scheduledNews } = editorialLists(table, siteId);

const scheduledAt = '2027-01-01T00:00:00.000Z';
const names = ['an', 'lan', 'minh'] as const;
const pick = <T>(options: readonly T[], n: number) => options[n % options.length] as T;

/** More than 1,000 published articles, and some of every other status between them. */
const articles = Array.from({ length: 1_500 }, (_, n): Article => {
  const status = n % 11 === 0 ? pick(articleStatus.options, n / 11) : 'published';
  return anArticle({
    id: idOf(n),
    status,
    title: `${n % 300 === 7 ? 'Lịch tiếp công dân' : 'Tin trong phường'} số ${n}`,
    category: pick(['tin-tuc', 'thong-bao', 'trang'], n),
    createdBy: pick(names, n % 97 === 0 ? 0 : 1 + (n % 2)),
    // Several are saved in the same minute.
    updatedAt: instantOf(Math.floor(n / 3)),
    publishedAt: n % 250 === 13 ? scheduledAt : instantOf(n),
    withdrawAt: n % 400 === 21 ? instantOf(n + 1) : null,
  });
});
const keys = articleKeys(siteId);
for (let n = 0; n < articles.length; n += 100) {
  await table.write(
    articles.slice(n, n + 100).map((article) => ({
      put: {
        ...keys.draft(article.id),
        [contentIndexes.editorial.partition]: keys.editorialStatus(article.status),
        [contentIndexes.editorial.sort]: listPosition(article.updatedAt, article.id),
        ...article,
      },
    })),
  );
}
// The feed has the scheduled news; a static page is in no feed.
const inFeed = articles.filter(
  ({ category, publishedAt }) => category !== 'trang' && publishedAt === scheduledAt,
);
await table.write(
  inFeed.map((article) => ({
    put: {
      ...keys.live(article.id),
      [contentIndexes.siteFeed.partition]: keys.siteFeed(),
      [contentIndexes.siteFeed.sort]: listPosition(scheduledAt, article.id),
      ...article,
    },
  })),
);
const positionOf = (article: Article) => listPosition(article.updatedAt, article.id);
const newestFirst = articles.toSorted((a, b) => (positionOf(a) < positionOf(b) ? 1 : -1));

const filters = fc.record({
  list: fc.constantFrom(...articleListName.options),
  category: fc.constantFrom(undefined, 'tin-tuc', 'trang'),
  createdBy: fc.constantFrom(undefined, ...names),
  words: fc.constantFrom('', 'lich', 'phường', 'khong co'),
});
const viewers = fc
  .record({ name: fc.constantFrom(...names), role: fc.constantFrom('author' as const, 'editor' as const) })
  .map((actor) => ({ actor, now }));

test('pages of any list are the whole list in order, however few of what is read are in it', async () => {
  await fc.assert(
    fc.asyncProperty(filters, viewers, fc.constantFrom(7, 20, 100), async (filter, viewer, limit) => {
      const isListed = articlePredicate(filter, viewer);
      const found: string[] = [];
      let before: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof list>> = await list({
          statuses: statusesOf(filter.list),
          isListed,
          before,
          limit,
        });
        expect(page.items.length).toBeLessThanOrEqual(limit);
        found.push(...page.items.map(({ id }) => id));
        before = page.next;
      } while (before !== null && found.length < 150);
      const model = newestFirst.filter(isListed).map(({ id }) => id);
      expect(found).toEqual(before === null ? model : model.slice(0, found.length));
    }),
    { numRuns: 25 },
  );
});

test('counts are exact where they say so, and not too high elsewhere', async () => {
  const found = await recent();
  expect(found.published.isComplete).toBe(false);
  const scheduled = await scheduledNews(now);
  for (const role of ['author', 'editor'] as const) {
    const viewer = { actor: { name: 'an', role }, now };
    const counts = countLists(found, scheduled, viewer);
    for (const [name, { count, isComplete }] of Object.entries(counts)) {
      const filter =
        name === 'mine' ? { list: 'all' as const, createdBy: 'an' } : { list: articleListName.parse(name) };
      const all = articles.filter(articlePredicate(filter, viewer)).length;
      expect([name, count]).toEqual([name, isComplete ? all : Math.min(count, all)]);
    }
    const complete = Object.entries(counts).filter(([, { isComplete }]) => isComplete);
    expect(complete.map(([name]) => name)).toEqual(['waiting', 'draft']);
  }
});

// Of the two scheduled articles among the recent ones, one is a static page.
test.each([
  [1, true],
  [2, false],
])('the scheduled are all counted when the feed has %i: %s', async (scheduledInFeed, isComplete) => {
  const found = await recent();
  const viewer = { actor: { name: 'lan', role: 'editor' as const }, now };
  expect(countLists(found, scheduledInFeed, viewer).scheduled).toEqual({ count: 2, isComplete });
});
