import { countMonth } from '../../functions/site-admin/count-month.ts';
import type { Article } from '../../shared/articles/article.ts';
import { type ArticleFilter, articlePredicate, statusesOf } from '../../shared/articles/article-filter.ts';
import { articleStore } from '../../shared/articles/article-store.ts';
import { countLists } from '../../shared/articles/count-lists.ts';
import { editorialLists } from '../../shared/articles/editorial-list.ts';
import { articleKeys } from '../../shared/articles/keys.ts';
import { articleStatus } from '../../shared/articles/state.ts';
import { tagStore } from '../../shared/articles/tags-in-use.ts';
import { readerStore } from '../../shared/reader/reader-store.ts';
import { contentIndexes } from '../../shared/table/content-indexes.ts';
import { listPosition } from '../../shared/table/list-position.ts';
import { connectTable, type Table, type TableWrite } from '../../shared/table/table-store.ts';
import { localDay, monthOf } from '../../shared/time/local-day.ts';
import { anArticle } from '../support/article-fixture.ts';
import { idOf, instantOf } from '../support/article-records.ts';
import type { BenchSize } from './bench-size.ts';
import { withMeteredTables } from './metered-tables.ts';

const siteId = 'bench';
const now = new Date('2026-11-28T03:00:00Z');
const bodyBytes = 6_000;
/** Articles with a live version: more than tags are read of. */
const liveVersions = 200;
const pageSize = 20;

/** Of a hundred articles five are in each status before publication and five withdrawn; the rest is published. */
const statusOf = (n: number) =>
  n % 20 === 0 ? (articleStatus.options[(n / 20) % 6] ?? 'draft') : 'published';

const articleOf = (n: number): Article =>
  anArticle({
    id: idOf(n),
    status: statusOf(n),
    title: `Phường Hạc Vân tổ chức hội nghị đối thoại với nhân dân về công tác ${n % 500 === 3 ? 'giỗ tổ' : 'thu gom rác thải'} năm ${2000 + (n % 27)}`,
    summary: 'Sáng nay, Ủy ban nhân dân phường gặp gỡ đại diện các tổ dân phố. '.repeat(4),
    createdBy: n % 200 === 0 ? 'moi' : 'lan.tran',
    updatedAt: instantOf(n),
    publishedAt: instantOf(n),
  });

const writesOf = (article: Article, n: number, count: number): TableWrite[] => {
  const keys = articleKeys(siteId);
  const { editorial, siteFeed } = contentIndexes;
  const position = listPosition(article.updatedAt, article.id);
  const draft = {
    ...keys.draft(article.id),
    [editorial.partition]: keys.editorialStatus(article.status),
    [editorial.sort]: position,
    ...article,
  };
  const body = 'x'.repeat(bodyBytes);
  const live = {
    ...keys.live(article.id),
    [siteFeed.partition]: keys.siteFeed(),
    [siteFeed.sort]: position,
    ...article,
    body,
    tags: [`tổ ${n % 30}`],
  };
  return n >= count - liveVersions ? [{ put: { ...draft, body } }, { put: live }] : [{ put: draft }];
};

const fill = async (table: Table, count: number) => {
  const writes = Array.from({ length: count }, (_, n) => writesOf(articleOf(n), n, count)).flat();
  for (let n = 0; n < writes.length; n += 100) await table.write(writes.slice(n, n + 100));
};

/** Prints the calls and read units of the editorial lists, of their counts, of the tags in use and of royalties. */
export const benchArticleLists = (templateDirectory: string, { listedArticles }: BenchSize) =>
  withMeteredTables(templateDirectory, async ({ proxy, metered, direct, tableName }) => {
    await fill(connectTable(tableName('Content'), direct), listedArticles);
    const table = connectTable(tableName('Content'), metered);
    const lists = editorialLists(table, siteId);
    console.log(`Lists of ${listedArticles} articles: calls to the table and read units`);
    const measure = async (name: string, work: () => Promise<unknown>) => {
      const { usage } = await proxy.meter(work);
      console.log(
        `  ${name.padEnd(66)} ${String(usage.readUnits).padStart(7)} RU  ${usage.calls.length} calls`,
      );
    };
    const viewer = { actor: { name: 'moi', role: 'editor' as const }, now };
    const page = (filter: ArticleFilter, before: string | null = null) =>
      lists.list({
        statuses: statusesOf(filter.list),
        isListed: articlePredicate(filter, viewer),
        before,
        limit: pageSize,
      });
    const whole = async (filter: ArticleFilter) => {
      let before: string | null = null;
      do before = (await page(filter, before)).next;
      while (before !== null);
    };
    const own = { list: 'all' as const, createdBy: 'moi' };
    const searched = { list: 'all' as const, words: 'gio to' };
    await measure('the first page of the live articles', () => page({ list: 'live' }));
    await measure('the first page of what waits', () => page({ list: 'waiting' }));
    await measure('the first page of all', () => page({ list: 'all' }));
    await measure('one of 200 articles: a page of an author’s own', () => page(own));
    await measure('one of 500 articles: a page by words of the title', () => page(searched));
    await measure('none: a page of the scheduled', () => page({ list: 'scheduled' }));
    await measure('one of 500 articles: every page by words of the title', () => whole(searched));
    await measure('the counts of all lists', async () =>
      countLists(await lists.recent(), await lists.scheduledNews(now), viewer),
    );
    await measure(`the tags of the newest 100 articles (${bodyBytes / 1000} KB each)`, () =>
      tagStore(table, siteId).inUse(now),
    );
    const stores = {
      articles: articleStore(table, siteId, () => ({ put: {} })),
      reader: readerStore(table, siteId),
    };
    const month = monthOf(localDay(new Date(instantOf(listedArticles))));
    await measure(
      `the royalties of a month with ${liveVersions} articles (${bodyBytes / 1000} KB each)`,
      () => countMonth(stores, month, now),
    );
  });
