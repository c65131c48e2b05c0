import { feedItem, liveArticle } from '../../shared/articles/article.ts';
import { articlePath } from '../../shared/articles/article-path.ts';
import { publicListQuery } from '../../shared/articles/requests.ts';
import { articleTag } from '../../shared/edge/cache-tags.ts';
import { cacheHeaders } from '../../shared/edge/freshness.ts';
import { categoryFreshness, siteListFreshness } from '../../shared/edge/page-freshness.ts';
import { PortalError } from '../../shared/errors.ts';
import { articlePosition, decodeCursor, encodeCursor } from '../../shared/http/cursor.ts';
import { contentEtag } from '../../shared/http/entity-tag.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parsePath, parseQuery } from '../../shared/http/request.ts';
import { articleId } from '../../shared/ids.ts';
import type { RouteKey } from '../../shared/routes.ts';
import type { Dependencies } from './page-handlers.ts';

const pageLength = 20;

/** The reader's content as JSON: the same articles, through the same store. */
export const apiHandlers = ({
  reader,
  now,
}: Dependencies): Handlers<Extract<RouteKey<'pages'>, `GET /api/${string}`>> => ({
  'GET /api/articles': async (event) => {
    const { category, cursor } = parseQuery(event, publicListQuery);
    const list = category ?? '';
    const before = decodeCursor(list, cursor, articlePosition);
    const at = now();
    const found = await reader.latest({
      now: at,
      before,
      limit: pageLength,
      ...(category && { category }),
    });
    const items = found.items.map((item) => ({ ...feedItem.parse(item), url: articlePath(item) }));
    const context = { now: at, isNewest: before === null };
    const life = category ? categoryFreshness(category, found, context) : siteListFreshness(found, context);
    return kept({ items, next: found.next && encodeCursor(list, found.next) }, cacheHeaders(life, at));
  },

  'GET /api/articles/{id}': async (event) => {
    const at = now();
    const { article, changesAt } = await reader.siteAndArticle(parsePath(event, 'id', articleId), at);
    if (!article) throw new PortalError('not_found', 'Không có bài viết này.');
    const life = { tags: [articleTag(article.id)], changesAt };
    return kept({ ...liveArticle.parse(article), url: articlePath(article) }, cacheHeaders(life, at));
  },
});

const kept = (body: unknown, headers: Record<string, string>) =>
  jsonReply(200, body, { ...headers, etag: contentEtag(JSON.stringify(body)) });
