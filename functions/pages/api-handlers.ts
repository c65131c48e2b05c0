import { articleId, feedItem, liveArticle } from '../../shared/articles/article.ts';
import { articlePath } from '../../shared/articles/article-path.ts';
import { publicListQuery } from '../../shared/articles/requests.ts';
import { edgeHeaders } from '../../shared/edge/life.ts';
import { categoryLife, siteListLife } from '../../shared/edge/page-lives.ts';
import { articleTag } from '../../shared/edge/tags.ts';
import { PortalError } from '../../shared/errors.ts';
import { articlePosition, decodeCursor, encodeCursor } from '../../shared/http/cursor.ts';
import { entityTag } from '../../shared/http/entity-tag.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parsePath, parseQuery } from '../../shared/http/request.ts';
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
    const life = category ? categoryLife(category, found, context) : siteListLife(found, context);
    return kept({ items, next: found.next && encodeCursor(list, found.next) }, edgeHeaders(life, at));
  },

  'GET /api/articles/{id}': async (event) => {
    const at = now();
    const { article, changesAt } = await reader.siteAndArticle(parsePath(event, 'id', articleId), at);
    if (!article) throw new PortalError('not_found', 'Không có bài viết này.');
    const life = { tags: [articleTag(article.id)], changesAt };
    return kept({ ...liveArticle.parse(article), url: articlePath(article) }, edgeHeaders(life, at));
  },
});

const kept = (body: unknown, headers: Record<string, string>) =>
  jsonReply(200, body, { ...headers, etag: entityTag(JSON.stringify(body)) });
