import { createHash } from 'node:crypto';
import { articlePath } from '../../shared/articles/article-path.ts';
import { invalidField } from '../../shared/errors.ts';
import { decodeCursor, encodeCursor } from '../../shared/http/cursor.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parseQuery } from '../../shared/http/request.ts';
import type { RouteKey } from '../../shared/routes.ts';
import { parseSearchQuery } from '../../shared/search/parse-query.ts';
import { type SearchHit, searchReply } from '../../shared/search/result-page.ts';
import { searchParameters } from '../../shared/search/search-parameters.ts';
import type { Dependencies } from './handlers.ts';
import { dayOrderMessage, isDayOrderValid, toSearchFilter } from './search-request.ts';
import { highlightHtml } from './views/highlight.tsx';

type Route = Extract<RouteKey<'search'>, `GET /api/${string}`>;

/** Search results as JSON. */
export const apiHandlers = ({
  answerQuery,
  clock,
}: Pick<Dependencies, 'answerQuery' | 'clock'>): Handlers<Route> => ({
  'GET /api/search': async (event) => {
    const { q, cursor, ...fields } = parseQuery(event, searchParameters);
    if (!isDayOrderValid(fields.from, fields.to)) throw invalidField('from', dayOrderMessage);
    const list = listName({ q, ...fields });
    const offset = Number(decodeCursor(list, cursor, /^[1-9]\d{0,2}$/) ?? 0);
    const request = { text: q, query: parseSearchQuery(q), filter: toSearchFilter(fields), offset };
    const { hits, total, next, correctedQuery } = await answerQuery(request, clock());
    return jsonReply(
      200,
      searchReply,
      {
        items: hits.map(toItem),
        next: next === null ? null : encodeCursor(list, String(next)),
        total,
        repaired: correctedQuery,
      },
      { 'cache-control': 'no-cache' },
    );
  },
});

const toItem = ({ article, snippet }: SearchHit) => ({
  ...article,
  url: articlePath(article),
  snippet: highlightHtml(snippet),
});

/** A name of the result list for its cursors, so that a cursor of another query is refused. */
const listName = (parameters: Record<string, string>) =>
  createHash('sha256').update(JSON.stringify(parameters)).digest('base64url').slice(0, 12);
