import * as z from 'zod/mini';
import type { Handlers, HttpEvent } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { pageReply } from '../../shared/pages/page-reply.ts';
import type { ReaderStore } from '../../shared/reader/reader-store.ts';
import type { RouteKey } from '../../shared/routes.ts';
import type { Answer } from '../../shared/search/answer.ts';
import { candidateLimit } from '../../shared/search/limits.ts';
import { isEmpty, parseQuery } from '../../shared/search/parse-query.ts';
import { category, day, queryText } from '../../shared/search/requests.ts';
import type { ShownVisits } from '../../shared/visits/shown-visits.ts';
import { type Asked, pageLength } from './answer-query.ts';
import type { LiveIndex } from './live-index.ts';
import { filterOf, isInOrder, wrongOrder } from './request.ts';
import { type SearchFields, searchPage } from './views/search-page.tsx';

export type Dependencies = {
  answer: (asked: Asked, clock: Date) => Promise<Answer>;
  index: LiveIndex;
  reader: Pick<ReaderStore, 'site'>;
  visits: ShownVisits;
  clock: () => Date;
};

/** Seconds that the edge keeps an answer: with the two after which the index looks for changes, less than the five in which one is to be seen. */
const answerSeconds = 2;
/** Seconds that suggestions are kept, and how many titles they are. */
const suggestionsSeconds = 300;
const suggestionsLength = 500;

const maxPage = candidateLimit / pageLength;
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

/** The page of answers, for whoever has no script too, and the titles that are suggested to whoever has. */
export const searchHandlers = ({ answer, index, reader, visits, clock }: Dependencies): Handlers<Route> => ({
  'GET /tim-kiem': async (event) => {
    const now = clock();
    const { asked, problem } = readFields(event);
    const [site, { totals }, answered] = await Promise.all([
      reader.site(),
      visits(now),
      problem || isEmpty(parseQuery(asked.text)) ? null : answer(toAsked(asked), now),
    ]);
    const view = { site, now, totals, asked, pages: maxPage };
    const html = searchPage({ ...view, problem, answer: answered });
    const keeping = { 'cache-control': `public, max-age=0, s-maxage=${answerSeconds}` };
    return pageReply(problem ? 422 : 200, html, site, keeping);
  },

  'GET /tim-kiem/goi-y.json': async () => {
    const now = clock();
    const titles = (await index.get(now)).titles(now.toISOString(), suggestionsLength);
    return jsonReply(200, z.array(z.string()), titles, {
      'cache-control': `public, max-age=${suggestionsSeconds}`,
    });
  },
});

/** The fields of the form, those that cannot be taken empty, and what is wrong with the first of them. */
const readFields = (event: HttpEvent): { asked: SearchFields; problem: string | null } => {
  const given = event.queryStringParameters ?? {};
  let problem: string | null = null;
  const read = (name: keyof typeof fields): string => {
    const parsed = fields[name].safeParse(given[name]);
    if (parsed.success) return parsed.data;
    problem ??= parsed.error.issues[0]?.message ?? '';
    return '';
  };
  const asked = {
    text: read('q'),
    category: read('chuyen-muc'),
    from: read('tu'),
    to: read('den'),
    page: Number(read('trang')) || 1,
  };
  if (!isInOrder(asked.from, asked.to)) problem ??= `${wrongOrder}.`;
  return { asked, problem };
};

const toAsked = ({ text, page, ...fields }: SearchFields): Asked => ({
  text,
  filter: filterOf(fields),
  offset: (page - 1) * pageLength,
});
