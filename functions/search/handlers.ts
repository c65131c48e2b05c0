import * as z from 'zod/mini';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { pageReply } from '../../shared/pages/page-reply.ts';
import type { ReaderStore } from '../../shared/reader/reader-store.ts';
import type { RouteKey } from '../../shared/routes.ts';
import { pageSize } from '../../shared/search/limits.ts';
import { isEmptyQuery, parseSearchQuery } from '../../shared/search/parse-query.ts';
import type { ResultPage } from '../../shared/search/result-page.ts';
import type { PageStatistics } from '../../shared/visits/page-statistics.ts';
import type { IndexCache } from './index-cache.ts';
import { parseSearchForm, type SearchFields } from './search-form.ts';
import { type SearchRequest, toSearchFilter } from './search-request.ts';
import { searchPage } from './views/search-page.tsx';

export type Dependencies = {
  answerQuery: (request: SearchRequest, now: Date) => Promise<ResultPage>;
  index: IndexCache;
  reader: Pick<ReaderStore, 'site'>;
  visits: PageStatistics;
  /** Counts a search without results; never fails. */
  countMiss: (fields: SearchFields, now: Date) => Promise<void>;
  clock: () => Date;
};

/** Seconds that the edge caches a page. With the 2 s of the index cache, a change is visible in less than 5 s. */
const pageMaxAgeSeconds = 2;
const suggestionsMaxAgeSeconds = 300;
const suggestionCount = 500;

type Route = Exclude<RouteKey<'search'>, `GET /api/${string}`>;

/** The search page, which works without scripts, and the titles that the script of the search box suggests. */
export const searchHandlers = ({
  answerQuery,
  index,
  reader,
  visits,
  countMiss,
  clock,
}: Dependencies): Handlers<Route> => ({
  'GET /tim-kiem': async (event) => {
    const now = clock();
    const { fields, problem } = parseSearchForm(event);
    const query = parseSearchQuery(fields.text);
    const request = { query, filter: toSearchFilter(fields), offset: (fields.page - 1) * pageSize };
    const [site, { totals }, results] = await Promise.all([
      reader.site(now),
      visits(now),
      problem || isEmptyQuery(query) ? null : answerQuery(request, now),
    ]);
    if (results?.total === 0) await countMiss(fields, now);
    const html = searchPage({ site, now, totals, fields, problem, results });
    return pageReply(problem ? 422 : 200, html, site, {
      'cache-control': `public, max-age=0, s-maxage=${pageMaxAgeSeconds}`,
    });
  },

  'GET /tim-kiem/goi-y.json': async () => {
    const now = clock();
    const titles = (await index.get(now)).newestTitles(now.toISOString(), suggestionCount);
    return jsonReply(200, z.array(z.string()), titles, {
      'cache-control': `public, max-age=${suggestionsMaxAgeSeconds}`,
    });
  },
});
