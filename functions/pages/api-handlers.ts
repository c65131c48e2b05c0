import { articlePath } from '../../shared/articles/article-path.ts';
import {
  publicArticleListReply,
  publicArticleReply,
  publicListQuery,
} from '../../shared/articles/public-api.ts';
import {
  articleOnlyFreshness,
  categoryFreshness,
  siteListFreshness,
} from '../../shared/edge/page-freshness.ts';
import { PortalError } from '../../shared/errors.ts';
import { articlePosition, decodeCursor, encodeCursor } from '../../shared/http/cursor.ts';
import { contentEtag } from '../../shared/http/entity-tag.ts';
import type { Handlers, HttpReply } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parsePath, parseQuery } from '../../shared/http/request.ts';
import { articleId } from '../../shared/ids.ts';
import type { RouteKey } from '../../shared/routes.ts';
import type { Dependencies } from './dependencies.ts';

const pageSize = 20;

/** The readers' content as JSON: the same articles, from the same store. */
export const apiHandlers = ({
  reader,
  cacheHeaders,
  clock,
}: Dependencies): Handlers<Extract<RouteKey<'pages'>, `GET /api/${string}`>> => ({
  'GET /api/articles': async (event) => {
    const { category, cursor } = parseQuery(event, publicListQuery);
    const list = category ?? '';
    const before = decodeCursor(list, cursor, articlePosition);
    const now = clock();
    const found = await reader.latest({ now, before, limit: pageSize, ...(category && { category }) });
    const body = {
      items: found.items.map((item) => ({ ...item, url: articlePath(item) })),
      next: found.next && encodeCursor(list, found.next),
    };
    const context = { now, isNewest: before === null };
    const freshness = category
      ? categoryFreshness(category, found, context)
      : siteListFreshness(found, context);
    return withEtag(jsonReply(200, publicArticleListReply, body, cacheHeaders(freshness, now)));
  },

  'GET /api/articles/{id}': async (event) => {
    const now = clock();
    const { article, changesAt } = await reader.siteAndArticle(parsePath(event, 'id', articleId), now);
    if (!article) throw new PortalError('not_found', 'Không có bài viết này.');
    const body = { ...article, url: articlePath(article) };
    const freshness = articleOnlyFreshness(article.id, changesAt);
    return withEtag(jsonReply(200, publicArticleReply, body, cacheHeaders(freshness, now)));
  },
});

const withEtag = (reply: HttpReply & { body: string }): HttpReply => ({
  ...reply,
  headers: { ...reply.headers, etag: contentEtag(reply.body) },
});
