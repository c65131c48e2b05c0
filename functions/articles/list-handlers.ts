import { articlePredicate, statusesOf } from '../../shared/articles/article-filter.ts';
import type { ArticleStore } from '../../shared/articles/article-store.ts';
import { countLists } from '../../shared/articles/count-lists.ts';
import { articleCountsReply, articleListReply, tagListReply } from '../../shared/articles/replies.ts';
import { articleListQuery } from '../../shared/articles/requests.ts';
import type { TagStore } from '../../shared/articles/tags-in-use.ts';
import { PortalError } from '../../shared/errors.ts';
import { actorOf } from '../../shared/http/actor.ts';
import { articlePosition, decodeCursor, encodeCursor } from '../../shared/http/cursor.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parseQuery } from '../../shared/http/request.ts';
import type { ContentReader } from './content-reader.ts';
import { withCurrentState } from './replies.ts';

type Dependencies = {
  articles: Pick<ArticleStore, 'list' | 'recent' | 'scheduledNews'>;
  tags: TagStore;
  contents: Pick<ContentReader, 'assertCategory'>;
  clock: () => Date;
};
type ListRoute = 'GET /api/admin/articles' | 'GET /api/admin/article-counts' | 'GET /api/admin/tags';

/** The editorial lists, what they count, and the tags in use. Authors see only their own articles. */
export const listHandlers = ({ articles, tags, contents, clock }: Dependencies): Handlers<ListRoute> => ({
  'GET /api/admin/articles': async (event) => {
    const viewer = { actor: actorOf(event), now: clock() };
    const { status: list, cursor, limit, ...narrowed } = parseQuery(event, articleListQuery);
    const filter = { list, ...narrowed };
    if (filter.category !== undefined) await contents.assertCategory(filter.category);
    const { createdBy } = filter;
    if (viewer.actor.role === 'author' && createdBy !== undefined && createdBy !== viewer.actor.name) {
      throw new PortalError('forbidden', 'Chỉ biên tập viên mới xem được bài của người khác.');
    }
    const listName = JSON.stringify(filter);
    const { items, next } = await articles.list({
      statuses: statusesOf(list),
      isListed: articlePredicate(filter, viewer),
      before: decodeCursor(listName, cursor, articlePosition),
      limit,
    });
    return jsonReply(200, articleListReply, {
      items: items.map((item) => withCurrentState(item, viewer.now)),
      next: next && encodeCursor(listName, next),
    });
  },

  'GET /api/admin/article-counts': async (event) => {
    const viewer = { actor: actorOf(event), now: clock() };
    const [recent, scheduledNews] = await Promise.all([
      articles.recent(),
      articles.scheduledNews(viewer.now),
    ]);
    return jsonReply(200, articleCountsReply, countLists(recent, scheduledNews, viewer));
  },

  'GET /api/admin/tags': async (event) => {
    actorOf(event);
    return jsonReply(200, tagListReply, { items: await tags.inUse(clock()) });
  },
});
