import { actorOf } from '../../shared/http/actor.ts';
import { csvReply } from '../../shared/http/csv-reply.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parseQuery } from '../../shared/http/request.ts';
import type { ReaderStore } from '../../shared/reader/reader-store.ts';
import type { RouteKey } from '../../shared/routes.ts';
import { localDay } from '../../shared/time/local-day.ts';
import { dayRange } from '../../shared/time/time-range.ts';
import { sumByKey } from '../../shared/visits/counts.ts';
import { missesByQuery } from '../../shared/visits/misses-by-query.ts';
import { mostReadReply, publishedCountsReply, searchMissesReply } from '../../shared/visits/replies.ts';
import { dayRangeQuery, mostReadQuery } from '../../shared/visits/requests.ts';
import { missRetentionDays, type SearchMissesStore } from '../../shared/visits/search-misses-store.ts';
import { dayRangeOf } from './day-range.ts';
import type { MostReadArticles } from './most-read-articles.ts';

type Dependencies = {
  mostReadArticles: MostReadArticles;
  misses: Pick<SearchMissesStore, 'list'>;
  reader: Pick<ReaderStore, 'addresses'>;
  clock: () => Date;
};

const monthLimit = { limitDays: 31, limitInWords: 'một tháng' };
const missesLimit = { limitDays: missRetentionDays, limitInWords: `${missRetentionDays} ngày` };

type Route = Extract<
  RouteKey<'visits'>,
  `${string}/most-read` | `${string}/search-misses` | `${string}/published-counts`
>;

/** What citizens read, what they searched for in vain, and what was published for them. All staff read it. */
export const interestHandlers = ({
  mostReadArticles,
  misses,
  reader,
  clock,
}: Dependencies): Handlers<Route> => ({
  'GET /api/admin/most-read': async (event) => {
    actorOf(event);
    const now = clock();
    const today = localDay(now);
    const { format, category, ...requested } = parseQuery(event, mostReadQuery);
    const range = dayRangeOf(requested, today, monthLimit);
    const items = await mostReadArticles({ ...range, category }, now, today);
    if (format === 'json') return jsonReply(200, mostReadReply, { items, next: null });
    return csvReply({
      fileName: `doc-nhieu-${range.from}-${range.to}`,
      header: ['Bài viết', 'Chuyên mục', 'Địa chỉ', 'Lượt đọc'],
      rows: items.map(({ title, category: ofArticle, url, readers }) => [title, ofArticle, url, readers]),
    });
  },

  'GET /api/admin/search-misses': async (event) => {
    actorOf(event);
    const { format, ...requested } = parseQuery(event, dayRangeQuery);
    const range = dayRangeOf(requested, localDay(clock()), missesLimit);
    const items = missesByQuery(await misses.list(range));
    if (format === 'json') return jsonReply(200, searchMissesReply, { items, next: null });
    return csvReply({
      fileName: `tim-khong-thay-${range.from}-${range.to}`,
      header: ['Từ tìm', 'Số lần', 'Ngày cuối'],
      rows: items.map(({ query, times, lastDay }) => [query, times, lastDay]),
    });
  },

  'GET /api/admin/published-counts': async (event) => {
    actorOf(event);
    const now = clock();
    const { format, ...requested } = parseQuery(event, dayRangeQuery);
    const range = dayRangeOf(requested, localDay(now), monthLimit);
    const instants = { from: dayRange(range.from).from, to: dayRange(range.to).to };
    const counts = sumByKey((await reader.addresses(instants, now)).map(({ category }) => [category, 1]));
    const items = Object.entries(counts)
      .map(([category, articles]) => ({ category, articles }))
      .sort((a, b) => b.articles - a.articles || (a.category < b.category ? -1 : 1));
    if (format === 'json') return jsonReply(200, publishedCountsReply, { items, next: null });
    return csvReply({
      fileName: `bai-da-dang-${range.from}-${range.to}`,
      header: ['Chuyên mục', 'Số bài'],
      rows: items.map(({ category, articles }) => [category, articles]),
    });
  },
});
