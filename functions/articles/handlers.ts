import type { ArticleStore } from '../../shared/articles/article-store.ts';
import {
  createArticle,
  deleteArticle,
  publishArticle,
  reviewStep,
  type StepContext,
  saveArticle,
  withdrawArticle,
} from '../../shared/articles/edit.ts';
import { publishRequest, returnRequest, stepRequest } from '../../shared/articles/requests.ts';
import { assertEditor } from '../../shared/http/actor.ts';
import type { Handler, Handlers, HttpEvent, HttpReply } from '../../shared/http/event.ts';
import { emptyReply } from '../../shared/http/reply.ts';
import { isCreateOnly, parseBody, parsePath } from '../../shared/http/request.ts';
import { articleId } from '../../shared/ids.ts';
import type { RouteKey } from '../../shared/routes.ts';
import type { PreviewKeyStore } from '../../shared/site/preview-key-store.ts';
import type { SiteStore } from '../../shared/site/site-store.ts';
import { articleSteps } from './article-steps.ts';
import { categoryHandlers } from './category-handlers.ts';
import { type ContentDependencies, contentReader } from './content-reader.ts';
import { listHandlers } from './list-handlers.ts';
import { previewHandlers } from './preview-handlers.ts';
import { articleReply } from './replies.ts';
import { revisionHandlers } from './revision-handlers.ts';

export type Dependencies = Omit<ContentDependencies, 'site'> & {
  site: SiteStore;
  articles: ArticleStore;
  now: () => Date;
  newId: () => string;
  previewKey: PreviewKeyStore;
};

/** The editors' routes. Every change starts from the version that the client has seen, and is committed whole. */
export const articleHandlers = ({
  articles,
  now: clock,
  newId,
  previewKey,
  images,
  site,
}: Dependencies): Handlers<RouteKey<'articles'>> => {
  const contents = contentReader({ images, site });
  const desk = articleSteps({ articles, clock });

  /** A step that hands the article on, with a note. */
  const handOnBy =
    (step: 'submit' | 'return' | 'approve'): Handler =>
    async (event) => {
      const by = desk.taken(event);
      const { note } = parseBody(event, step === 'return' ? returnRequest : stepRequest);
      const change = reviewStep(await desk.findForChange(event, step, by), step, { ...by, note });
      await desk.commit(change);
      return articleReply(200, change.article, by.now);
    };

  /** A new draft under an id that the client has made: an import that is repeated finds what it has brought already. */
  const createAt = async (event: HttpEvent, by: StepContext): Promise<HttpReply> => {
    assertEditor(by.actor);
    const id = parsePath(event, 'id', articleId);
    const { content, note, removed } = await contents.fromRequest(event);
    const change = createArticle(content, id, { ...by, note });
    await desk.commit(change, content);
    return articleReply(201, change.article, by.now, { removed });
  };

  return {
    'POST /api/admin/articles': async (event) => {
      const by = desk.taken(event);
      const { content, note, removed } = await contents.fromRequest(event);
      const change = createArticle(content, newId(), { ...by, note });
      await desk.commit(change);
      const location = { location: `/api/admin/articles/${change.article.id}` };
      return articleReply(201, change.article, by.now, { removed }, location);
    },

    'GET /api/admin/articles/{id}': async (event) =>
      articleReply(200, await desk.findReadable(event), clock()),

    'PUT /api/admin/articles/{id}': async (event) => {
      const by = desk.taken(event);
      if (isCreateOnly(event)) return createAt(event, by);
      const { content, note, removed } = await contents.fromRequest(event);
      const before = await desk.findForChange(event, 'save', by, content);
      const change = saveArticle(before, content, { ...by, note });
      await desk.commit(change, content);
      return articleReply(200, change.article, by.now, { removed });
    },

    'POST /api/admin/articles/{id}/submit': handOnBy('submit'),
    'POST /api/admin/articles/{id}/return': handOnBy('return'),
    'POST /api/admin/articles/{id}/approve': handOnBy('approve'),

    'POST /api/admin/articles/{id}/publish': async (event) => {
      const by = desk.taken(event);
      const { note, ...asked } = parseBody(event, publishRequest);
      const before = await desk.findForChange(event, 'publish', by);
      const pictures = await contents.forPublication(before);
      const change = publishArticle(before, { ...asked, pictures }, { ...by, note });
      await desk.commit(change);
      return articleReply(200, change.article, by.now);
    },

    'POST /api/admin/articles/{id}/withdraw': async (event) => {
      const by = desk.taken(event);
      const { note } = parseBody(event, stepRequest);
      const change = withdrawArticle(await desk.findForChange(event, 'withdraw', by), { ...by, note });
      await desk.commit(change);
      return articleReply(200, change.article, by.now);
    },

    'DELETE /api/admin/articles/{id}': async (event) => {
      const by = desk.taken(event);
      await desk.commit(deleteArticle(await desk.findForChange(event, 'delete', by), by));
      return emptyReply();
    },

    ...listHandlers(articles, clock),
    ...categoryHandlers({ articles, site, desk, newId }),
    ...revisionHandlers({ articles, desk, contents }),
    ...previewHandlers({ articles, desk, contents, clock, newId, previewKey, site }),
  };
};
