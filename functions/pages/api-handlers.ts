import * as z from 'zod/mini';
import { articleId, categorySlug, feedItem, liveArticle } from '../../shared/articles/article.ts';
import { articlePath } from '../../shared/articles/article-path.ts';
import { PortalError } from '../../shared/errors.ts';
import { articlePosition, decodeCursor, encodeCursor } from '../../shared/http/cursor.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parsePath, parseQuery } from '../../shared/http/request.ts';
import type { RouteKey } from '../../shared/routes.ts';
import type { Dependencies } from './page-handlers.ts';

const pageLength = 20;
const headers = { 'cache-control': 'no-cache' };

const listQuery = z.object({
  category: z.optional(categorySlug),
  cursor: z.optional(z.string()),
});

/** The reader's content as JSON: the same articles, through the same store. */
export const apiHandlers = ({
  reader,
  now,
}: Dependencies): Handlers<Extract<RouteKey<'pages'>, `GET /api/${string}`>> => ({
  'GET /api/articles': async (event) => {
    const { category, cursor } = parseQuery(event, listQuery);
    const list = category ?? '';
    const before = decodeCursor(list, cursor, articlePosition);
    const { items, next } = await reader.latest({
      now: now(),
      before,
      limit: pageLength,
      ...(category && { category }),
    });
    const shown = items.map((item) => ({ ...feedItem.parse(item), url: articlePath(item) }));
    return jsonReply(200, { items: shown, next: next && encodeCursor(list, next) }, headers);
  },

  'GET /api/articles/{id}': async (event) => {
    const { article } = await reader.siteAndArticle(parsePath(event, 'id', articleId), now());
    if (!article) throw new PortalError('not_found', 'Không có bài viết này.');
    return jsonReply(200, { ...liveArticle.parse(article), url: articlePath(article) }, headers);
  },
});
