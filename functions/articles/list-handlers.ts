import * as z from 'zod/mini';
import { type Article, articleStatus } from '../../shared/articles/article.ts';
import type { ArticleStore } from '../../shared/articles/article-store.ts';
import { PortalError } from '../../shared/errors.ts';
import { actorOf } from '../../shared/http/actor.ts';
import { articlePosition, decodeCursor, encodeCursor } from '../../shared/http/cursor.ts';
import type { Handlers, HttpEvent } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { pageQuery, parsePath, parseQuery } from '../../shared/http/request.ts';
import { shown, shownRevision } from './replies.ts';

/** Any status, or a part of what was published. */
const listedStatus = z.enum([...articleStatus.options, 'scheduled', 'live']);
const listQuery = z.strictObject({ ...pageQuery, status: z._default(listedStatus, 'draft') });
const revisionsQuery = z.strictObject(pageQuery);
const versionNumber = z.pipe(z.string().check(z.regex(/^[1-9]\d{0,7}$/)), z.transform(Number));

type ListRoute =
  | 'GET /api/admin/articles'
  | 'GET /api/admin/articles/{id}/revisions'
  | 'GET /api/admin/articles/{id}/revisions/{version}';

/** The editors' lists: articles by status, and the history of one. An author's hold only what is the author's. */
export const listHandlers = (
  articles: ArticleStore,
  findReadable: (event: HttpEvent) => Promise<Article>,
  clock: () => Date,
): Handlers<ListRoute> => ({
  'GET /api/admin/articles': async (event) => {
    const actor = actorOf(event);
    const { status, cursor, limit } = parseQuery(event, listQuery);
    const before = decodeCursor(status, cursor, articlePosition);
    const own = actor.role === 'author' && { createdBy: actor.name };
    const now = clock();
    const of =
      status === 'scheduled' || status === 'live'
        ? { status: 'published' as const, state: { is: status, at: now } }
        : { status };
    const { items, next } = await articles.list({ ...of, before, limit, ...own });
    return jsonReply(200, {
      items: items.map((item) => shown(item, now)),
      next: next && encodeCursor(status, next),
    });
  },

  'GET /api/admin/articles/{id}/revisions': async (event) => {
    const { id } = await findReadable(event);
    const { cursor, limit } = parseQuery(event, revisionsQuery);
    const before = decodeCursor(id, cursor, /^[1-9]\d{0,7}$/);
    const { items, next } = await articles.revisions(id, {
      before: before === null ? null : Number(before),
      limit,
    });
    return jsonReply(200, {
      items: items.map(({ article, ...entry }) => ({ ...entry, ...article })),
      next: next && encodeCursor(id, String(next)),
    });
  },

  'GET /api/admin/articles/{id}/revisions/{version}': async (event) => {
    const { id } = await findReadable(event);
    const revision = await articles.revision(id, parsePath(event, 'version', versionNumber));
    if (!revision) throw new PortalError('not_found', 'Không có phiên bản này.');
    return jsonReply(200, shownRevision(revision));
  },
});
