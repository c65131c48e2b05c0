import { type Article, articleId } from '../../shared/articles/article.ts';
import type { ArticleStore } from '../../shared/articles/article-store.ts';
import {
  type Change,
  createArticle,
  deleteArticle,
  handOn,
  publishArticle,
  saveArticle,
  type Taken,
  withdrawArticle,
} from '../../shared/articles/edit.ts';
import { publishRequest, returnRequest, stepRequest } from '../../shared/articles/requests.ts';
import { assertMay, mayRead, type Step } from '../../shared/articles/workflow.ts';
import { invalidField, PortalError } from '../../shared/errors.ts';
import { actorOf } from '../../shared/http/actor.ts';
import type { Handler, Handlers, HttpEvent } from '../../shared/http/event.ts';
import { emptyReply } from '../../shared/http/reply.ts';
import { ifMatch, parseBody, parsePath } from '../../shared/http/request.ts';
import type { RouteKey } from '../../shared/routes.ts';
import { type ContentDependencies, contentReader, imageLimit } from './content-reader.ts';
import { listHandlers } from './list-handlers.ts';
import { articleReply } from './replies.ts';

type Dependencies = ContentDependencies & {
  articles: ArticleStore;
  now: () => Date;
  newId: () => string;
};

/** The editors' routes. Every change starts from the version that the client has seen, and is committed whole. */
export const articleHandlers = ({
  articles,
  now: clock,
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

  /** The article that the caller may change by a step, at the version that the caller has seen. */
  const findForChange = async (event: HttpEvent, step: Step, { actor, now }: Taken) => {
    const seen = ifMatch(event);
    const article = await find(event);
    assertMay(actor, step, article, now);
    if (article.version !== seen) throw stale(article);
    return article;
  };

  const commit = async (change: Change) => {
    const { held, released } = change.images;
    if (held.length + released.length > imageLimit) {
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

  /** Who calls, and when. */
  const taken = (event: HttpEvent): Taken => ({ actor: actorOf(event), now: clock() });

  /** A step that hands the article on, with a note. */
  const handOnBy =
    (step: 'submit' | 'return' | 'approve'): Handler =>
    async (event) => {
      const by = taken(event);
      const { note } = parseBody(event, step === 'return' ? returnRequest : stepRequest);
      const change = handOn(await findForChange(event, step, by), step, { ...by, note });
      await commit(change);
      return articleReply(200, change.article, by.now);
    };

  return {
    'POST /api/admin/articles': async (event) => {
      const by = taken(event);
      const { content, note, removed } = await contents.fromRequest(event);
      const change = createArticle(content, newId(), { ...by, note });
      await commit(change);
      const location = { location: `/api/admin/articles/${change.article.id}` };
      return articleReply(201, change.article, by.now, { removed }, location);
    },

    'GET /api/admin/articles/{id}': async (event) => articleReply(200, await findReadable(event), clock()),

    'PUT /api/admin/articles/{id}': async (event) => {
      const by = taken(event);
      const { content, note, removed } = await contents.fromRequest(event);
      const change = saveArticle(await findForChange(event, 'save', by), content, { ...by, note });
      await commit(change);
      return articleReply(200, change.article, by.now, { removed });
    },

    'POST /api/admin/articles/{id}/submit': handOnBy('submit'),
    'POST /api/admin/articles/{id}/return': handOnBy('return'),
    'POST /api/admin/articles/{id}/approve': handOnBy('approve'),

    'POST /api/admin/articles/{id}/publish': async (event) => {
      const by = taken(event);
      const { note, ...asked } = parseBody(event, publishRequest);
      const before = await findForChange(event, 'publish', by);
      const pictures = await contents.forPublication(before);
      const change = publishArticle(before, { ...asked, pictures }, { ...by, note });
      await commit(change);
      return articleReply(200, change.article, by.now);
    },

    'POST /api/admin/articles/{id}/withdraw': async (event) => {
      const by = taken(event);
      const { note } = parseBody(event, stepRequest);
      const change = withdrawArticle(await findForChange(event, 'withdraw', by), { ...by, note });
      await commit(change);
      return articleReply(200, change.article, by.now);
    },

    'DELETE /api/admin/articles/{id}': async (event) => {
      const by = taken(event);
      await commit(deleteArticle(await findForChange(event, 'delete', by), by));
      return emptyReply();
    },

    ...listHandlers(articles, findReadable, clock),
  };
};

const stale = (current: Article) =>
  new PortalError('stale_version', 'Hãy tải bản mới nhất, gộp phần sửa của mình rồi lưu lại.', {
    extra: { version: current.version, updatedAt: current.updatedAt, updatedBy: current.updatedBy },
  });
