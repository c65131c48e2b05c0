import * as z from 'zod/mini';
import type { Handlers, HttpEvent } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { pageReply } from '../../shared/pages/page-reply.ts';
import type { ReaderStore } from '../../shared/reader/reader-store.ts';
import type { RouteKey } from '../../shared/routes.ts';
import type { Answer } from '../../shared/search/answer.ts';
import { candidateLimit } from '../../shared/search/limits.ts';
import { isEmpty, parseSearchQuery } from '../../shared/search/parse-query.ts';
import { category, day, queryText } from '../../shared/search/requests.ts';
import type { PageStatistics } from '../../shared/visits/page-statistics.ts';
import { pageSize, type SearchRequest } from './answer-query.ts';
import type { LiveIndex } from './live-index.ts';
import { dateOrderMessage, isDateOrderValid, toFilter } from './request.ts';
import type { SearchFields } from './views/search-fields.ts';
import { searchPage } from './views/search-page.tsx';

export type Dependencies = {
  answer: (request: SearchRequest, now: Date) => Promise<Answer>;
  index: LiveIndex;
  reader: Pick<ReaderStore, 'site'>;
  visits: PageStatistics;
  clock: () => Date;
};

/** Seconds that the edge caches an answer: with the refresh interval of the index, a change is found within five seconds. */
const answerSeconds = 2;
/** Seconds that suggestions are cached. */
const suggestionsSeconds = 300;
/** Titles in the suggestions. */
const suggestionsCount = 500;

const maxPage = candidateLimit / pageSize;
const fields = {
  q: queryText,
  'chuyen-muc': category,
  tu: day,
  den: day,
  trang: z._default(
    z
      .string()
      .check(
        z.refine(
          (text) => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= maxPage,
          `Trang phải là số từ 1 đến ${maxPage}`,
        ),
      ),
    '1',
  ),
};

type Route = Exclude<RouteKey<'search'>, `GET /api/${string}`>;

/** The search page, which needs no script, and the titles that a script suggests. */
export const searchHandlers = ({ answer, index, reader, visits, clock }: Dependencies): Handlers<Route> => ({
  'GET /tim-kiem': async (event) => {
    const now = clock();
    const { form, problem } = readForm(event);
    const query = parseSearchQuery(form.text);
    const request = { query, filter: toFilter(form), offset: (form.page - 1) * pageSize };
    const [site, { totals }, found] = await Promise.all([
      reader.site(),
      visits(now),
      problem || isEmpty(query) ? null : answer(request, now),
    ]);
    const html = searchPage({ site, now, totals, form, problem, answer: found, pageSize, maxPage });
    const headers = { 'cache-control': `public, max-age=0, s-maxage=${answerSeconds}` };
    return pageReply(problem ? 422 : 200, html, site, headers);
  },

  'GET /tim-kiem/goi-y.json': async () => {
    const now = clock();
    const titles = (await index.get(now)).titles(now.toISOString(), suggestionsCount);
    return jsonReply(200, z.array(z.string()), titles, {
      'cache-control': `public, max-age=${suggestionsSeconds}`,
    });
  },
});

/** Reads the form. Invalid fields are empty; `problem` is the message of the first of them. */
const readForm = (event: HttpEvent): { form: SearchFields; problem: string | null } => {
  const parameters = event.queryStringParameters ?? {};
  let problem: string | null = null;
  const read = (name: keyof typeof fields): string => {
    const parsed = fields[name].safeParse(parameters[name]);
    if (parsed.success) return parsed.data;
    problem ??= parsed.error.issues[0]?.message ?? '';
    return '';
  };
  const form = {
    text: read('q'),
    category: read('chuyen-muc'),
    from: read('tu'),
    to: read('den'),
    page: Number(read('trang')) || 1,
  };
  if (!isDateOrderValid(form.from, form.to)) problem ??= `${dateOrderMessage}.`;
  return { form, problem };
};
