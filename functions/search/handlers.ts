import * as z from 'zod/mini';
import { PortalError } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply, noStore } from '../../shared/http/reply.ts';
import { pageReply } from '../../shared/pages/page-reply.ts';
import type { ReaderStore } from '../../shared/reader/reader-store.ts';
import type { RouteKey } from '../../shared/routes.ts';
import { pageSize } from '../../shared/search/limits.ts';
import { isEmptyQuery, parseSearchQuery } from '../../shared/search/parse-query.ts';
import type { ResultPage } from '../../shared/search/result-page.ts';
import type { PageStatistics } from '../../shared/visits/page-statistics.ts';
import type { IndexCache } from './index-cache.ts';
import type { NothingFound } from './nothing-found.ts';
import { parseSearchForm, type SearchFields } from './search-form.ts';
import { type SearchRequest, toSearchFilter } from './search-request.ts';
import { type SearchOutcome, searchPage } from './views/search-page.tsx';

export type Dependencies = {
  answerQuery: (request: SearchRequest, now: Date) => Promise<ResultPage>;
  explainNothingFound: (request: SearchRequest, now: Date) => Promise<NothingFound>;
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

/** The rest of the page does not need the index: it is shown, and says that the search failed. */
const unavailableOutcome = (error: unknown): SearchOutcome => {
  if (error instanceof PortalError && error.code === 'unavailable') return { isUnavailable: true };
  throw error;
};

type Route = Exclude<RouteKey<'search'>, `GET /api/${string}`>;

/** The search page, which works without scripts, and the titles that the script of the search box suggests. */
export const searchHandlers = ({
  answerQuery,
  explainNothingFound,
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
    const filter = toSearchFilter(fields);
    const request = { text: fields.text, query, filter, offset: (fields.page - 1) * pageSize };
    const answer = async (): Promise<SearchOutcome> => {
      if (problem) return { problem };
      if (isEmptyQuery(query)) return {};
      const results = await answerQuery(request, now);
      const isFound = results.hits.length > 0 || (results.total > 0 && fields.page > 1);
      return isFound ? { results } : { nothingFound: await explainNothingFound(request, now) };
    };
    const [site, { totals }, outcome] = await Promise.all([
      reader.site(now),
      visits(now),
      answer().catch(unavailableOutcome),
    ]);
    if (outcome.nothingFound) await countMiss(fields, now);
    const html = searchPage({ site, now, totals, fields, outcome });
    if (outcome.isUnavailable) return pageReply(503, html, site, { ...noStore, 'retry-after': '30' });
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
