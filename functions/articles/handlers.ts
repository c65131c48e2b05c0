import * as z from 'zod/mini';
import { type Article, articleId } from '../../shared/articles/article.ts';
import type { ArticleStore } from '../../shared/articles/article-store.ts';
import {
  type Change,
  createArticle,
  deleteArticle,
  publishArticle,
  saveArticle,
  withdrawArticle,
} from '../../shared/articles/edit.ts';
import { assertMay, mayRead } from '../../shared/articles/workflow.ts';
import { PortalError } from '../../shared/errors.ts';
import { type Actor, actorOf } from '../../shared/http/actor.ts';
import type { Handlers, HttpEvent } from '../../shared/http/event.ts';
import { emptyReply } from '../../shared/http/reply.ts';
import { ifMatch, parseBody, parsePath } from '../../shared/http/request.ts';
import type { RouteKey } from '../../shared/routes.ts';
import { type ContentDependencies, contentReader, imageLimit, invalidField } from './content-reader.ts';
import { listHandlers } from './list-handlers.ts';
import { articleReply } from './replies.ts';

type Dependencies = ContentDependencies & {
  articles: ArticleStore;
  now: () => Date;
  newId: () => string;
};

/** `publishedAt` may lie in the past (an import) or in the future (a schedule); any offset, kept in UTC. */
const publishOptions = z.strictObject({
  publishedAt: z.optional(
    z.pipe(
      z.iso.datetime({ offset: true }),
      z.transform((text: string) => new Date(text).toISOString()),
    ),
  ),
});
const noOptions = z.strictObject({});

/** Writes of one step beside those of the article itself (its draft, revision, live version and change record): https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const transactionLimit = 96;

/** The editors' routes. Every change starts from the version that the client has seen, and is committed whole. */
export const articleHandlers = ({
  articles,
  now,
  newId,
  ...dependencies
}: Dependencies): Handlers<RouteKey<'articles'>> => {
  const contents = contentReader(dependencies);

  const find = async (event: HttpEvent): Promise<Article> => {
    const article = await articles.get(parsePath(event, 'id', articleId));
    if (!article) throw new PortalError('not_found', 'Không có bài viết này.');
    return article;
  };

  /** The article, for a caller who may see it. Who has no role here is not told whether it exists. */
  const findReadable = async (event: HttpEvent): Promise<Article> => {
    const actor = actorOf(event);
    const article = await find(event);
    if (!mayRead(actor, article)) throw new PortalError('forbidden', 'Bài viết này của người khác.');
    return article;
  };

  /** The article that the caller may change by `action`, at the version that the caller has seen. */
  const findForChange = async (event: HttpEvent, actor: Actor, action: Parameters<typeof assertMay>[1]) => {
    const seen = ifMatch(event);
    const article = await find(event);
    assertMay(actor, action, article);
    if (article.version !== seen) throw stale(article);
    return article;
  };

  const commit = async (change: Change) => {
    const { images, leftTags, live, article } = change;
    const joinedTags = typeof live === 'string' ? 0 : article.liveTags.length;
    const { length } = [...images.held, ...images.released, ...leftTags];
    if (length + joinedTags > transactionLimit) {
      throw invalidField('gallery', `Đổi quá ${imageLimit} ảnh một lần; hãy lưu làm nhiều lần`);
    }
    if (await articles.commit(change)) return;
    const current = await articles.get(change.article.id);
    if (current?.version === change.previousVersion || (!current && change.action === 'create')) {
      throw new PortalError('wrong_state', 'Một ảnh của bài vừa bị xóa; hãy tải lại.');
    }
    if (!current) throw new PortalError('not_found', 'Bài viết đã bị xóa.');
    throw stale(current);
  };

  return {
    'POST /api/admin/articles': async (event) => {
      const actor = actorOf(event);
      const { content, removed } = await contents.fromRequest(event);
      const change = createArticle(content, newId(), { actor, now: now() });
      await commit(change);
      const location = { location: `/api/admin/articles/${change.article.id}` };
      return articleReply(201, change.article, { removed }, location);
    },

    'GET /api/admin/articles/{id}': async (event) => {
      return articleReply(200, await findReadable(event));
    },

    'PUT /api/admin/articles/{id}': async (event) => {
      const actor = actorOf(event);
      const { content, removed } = await contents.fromRequest(event);
      const before = await findForChange(event, actor, 'save');
      const change = saveArticle(before, content, { actor, now: now() });
      await commit(change);
      return articleReply(200, change.article, { removed });
    },

    'POST /api/admin/articles/{id}/publish': async (event) => {
      const actor = actorOf(event);
      const { publishedAt } = parseBody(event, publishOptions);
      const before = await findForChange(event, actor, 'publish');
      const pictures = await contents.forPublication(before);
      const change = publishArticle(before, { publishedAt, pictures }, { actor, now: now() });
      await commit(change);
      return articleReply(200, change.article);
    },

    'POST /api/admin/articles/{id}/withdraw': async (event) => {
      const actor = actorOf(event);
      parseBody(event, noOptions);
      const before = await findForChange(event, actor, 'withdraw');
      const change = withdrawArticle(before, { actor, now: now() });
      await commit(change);
      return articleReply(200, change.article);
    },

    'DELETE /api/admin/articles/{id}': async (event) => {
      const actor = actorOf(event);
      const before = await findForChange(event, actor, 'delete');
      await commit(deleteArticle(before, { actor, now: now() }));
      return emptyReply();
    },

    ...listHandlers(articles, findReadable),
  };
};

const stale = (current: Article) =>
  new PortalError('stale_version', 'Hãy tải bản mới nhất, gộp phần sửa của mình rồi lưu lại.', {
    extra: { version: current.version, updatedAt: current.updatedAt, updatedBy: current.updatedBy },
  });
