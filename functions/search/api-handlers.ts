import { createHash } from 'node:crypto';
import { articlePath } from '../../shared/articles/article-path.ts';
import { PortalError } from '../../shared/errors.ts';
import { decodeCursor, encodeCursor } from '../../shared/http/cursor.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parseQuery } from '../../shared/http/request.ts';
import type { RouteKey } from '../../shared/routes.ts';
import { type Hit, searchReply } from '../../shared/search/answer.ts';
import { parseSearchQuery } from '../../shared/search/parse-query.ts';
import { searchQuery } from '../../shared/search/requests.ts';
import type { SearchRequest } from './answer-query.ts';
import type { Dependencies } from './handlers.ts';
import { dateOrderMessage, isDateOrderValid, toFilter } from './request.ts';
import { markedHtml } from './views/marked.tsx';

/** Search as JSON. */
export const apiHandlers = ({
  answer,
  clock,
}: Dependencies): Handlers<Extract<RouteKey<'search'>, `GET /api/${string}`>> => ({
  'GET /api/search': async (event) => {
    const { q, cursor, ...fields } = parseQuery(event, searchQuery);
    if (!isDateOrderValid(fields.from, fields.to)) {
      throw new PortalError('invalid_fields', 'Hãy sửa các trường nêu tên rồi gửi lại.', {
        fields: [{ field: 'from', reason: dateOrderMessage }],
      });
    }
    const list = listName({ q, ...fields });
    const request: SearchRequest = {
      query: parseSearchQuery(q),
      filter: toFilter(fields),
      offset: Number(decodeCursor(list, cursor, /^[1-9]\d{0,2}$/) ?? 0),
    };
    const { hits, total, next, repaired } = await answer(request, clock());
    const items = hits.map(toFoundArticle);
    return jsonReply(
      200,
      searchReply,
      { items, next: next === null ? null : encodeCursor(list, String(next)), total, repaired },
      { 'cache-control': 'no-cache' },
    );
  },
});

const toFoundArticle = ({ article, snippet }: Hit) => ({
  ...article,
  url: articlePath(article),
  snippet: markedHtml(snippet),
});

/** The name of a list in its cursors: a cursor belongs to one query. */
const listName = (query: Record<string, string>) =>
  createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 12);
