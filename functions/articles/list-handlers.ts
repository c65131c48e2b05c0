import type { ArticleStore } from '../../shared/articles/article-store.ts';
import { articleListReply } from '../../shared/articles/replies.ts';
import { articleListQuery } from '../../shared/articles/requests.ts';
import { actorOf } from '../../shared/http/actor.ts';
import { articlePosition, decodeCursor, encodeCursor } from '../../shared/http/cursor.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parseQuery } from '../../shared/http/request.ts';
import { withCurrentState } from './replies.ts';

/** The editorial list by status. Authors see only their own articles. */
export const listHandlers = (
  articles: Pick<ArticleStore, 'list'>,
  clock: () => Date,
): Handlers<'GET /api/admin/articles'> => ({
  'GET /api/admin/articles': async (event) => {
    const actor = actorOf(event);
    const { status, cursor, limit } = parseQuery(event, articleListQuery);
    const before = decodeCursor(status, cursor, articlePosition);
    const own = actor.role === 'author' && { createdBy: actor.name };
    const now = clock();
    const query =
      status === 'scheduled' || status === 'live'
        ? { status: 'published' as const, state: { is: status, at: now } }
        : { status };
    const { items, next } = await articles.list({ ...query, before, limit, ...own });
    return jsonReply(200, articleListReply, {
      items: items.map((item) => withCurrentState(item, now)),
      next: next && encodeCursor(status, next),
    });
  },
});
