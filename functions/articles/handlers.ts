import type { ArticleStore } from '../../shared/articles/article-store.ts';
import type { StepContext } from '../../shared/articles/change.ts';
import { createArticle, deleteArticle, reviewStep, saveArticle } from '../../shared/articles/edit.ts';
import { publishArticle, withdrawArticle } from '../../shared/articles/publish.ts';
import { publishRequest, returnRequest, stepRequest } from '../../shared/articles/requests.ts';
import type { TagStore } from '../../shared/articles/tags-in-use.ts';
import type { Handler, Handlers, HttpEvent, HttpReply } from '../../shared/http/event.ts';
import { emptyReply, locationHeader } from '../../shared/http/reply.ts';
import { isCreateOnly, parseBody, parsePath } from '../../shared/http/request.ts';
import { articleId } from '../../shared/ids.ts';
import type { RouteKey } from '../../shared/routes.ts';
import type { PreviewKeyStore } from '../../shared/site/preview-key-store.ts';
import type { SiteStore } from '../../shared/site/site-store.ts';
import { articleSteps } from './article-steps.ts';
import { type ContentDependencies, contentReader } from './content-reader.ts';
import { listHandlers } from './list-handlers.ts';
import { previewHandlers } from './preview-handlers.ts';
import { articleReply } from './replies.ts';
import { revisionHandlers } from './revision-handlers.ts';

export type Dependencies = Omit<ContentDependencies, 'site'> & {
  site: SiteStore;
  articles: ArticleStore;
  tags: TagStore;
  clock: () => Date;
  newId: () => string;
  previewKey: PreviewKeyStore;
};

/** The staff's routes of articles. Every change names the version that it starts from, and is committed in one transaction. */
export const articleHandlers = ({
  articles,
  tags,
  clock,
  newId,
  previewKey,
  images,
  site,
}: Dependencies): Handlers<RouteKey<'articles'>> => {
  const contents = contentReader({ images, site });
  const steps = articleSteps({ articles, site, clock });

  /** A step of the review, with a note. */
  const review =
    (step: 'submit' | 'return' | 'approve'): Handler =>
    async (event) => {
      const context = steps.contextOf(event);
      const { note } = parseBody(event, step === 'return' ? returnRequest : stepRequest);
      const article = await steps.take(event, step, context, (before) =>
        reviewStep(before, step, { ...context, note }),
      );
      return articleReply(200, article, context.now);
    };

  const create = async (event: HttpEvent, id: string, context: StepContext): Promise<HttpReply> => {
    const { content, note, removed } = await contents.fromRequest(event);
    const article = await steps.commit(createArticle(content, id, { ...context, note }), content);
    const headers = locationHeader(`/api/admin/articles/${id}`);
    return articleReply(201, article, context.now, { removed, headers });
  };

  return {
    'POST /api/admin/articles': async (event) => create(event, newId(), steps.contextOf(event)),

    'GET /api/admin/articles/{id}': async (event) =>
      articleReply(200, await steps.loadReadable(event), clock()),

    'PUT /api/admin/articles/{id}': async (event) => {
      const context = steps.contextOf(event);
      if (isCreateOnly(event)) {
        // The client chooses the id: a request that is sent again creates no second article.
        return create(event, parsePath(event, 'id', articleId), context);
      }
      const { content, note, removed } = await contents.fromRequest(event);
      const article = await steps.take(
        event,
        'save',
        context,
        (before) => saveArticle(before, content, { ...context, note }),
        content,
      );
      return articleReply(200, article, context.now, { removed });
    },

    'POST /api/admin/articles/{id}/submit': review('submit'),
    'POST /api/admin/articles/{id}/return': review('return'),
    'POST /api/admin/articles/{id}/approve': review('approve'),

    'POST /api/admin/articles/{id}/publish': async (event) => {
      const context = steps.contextOf(event);
      const { note, ...publication } = parseBody(event, publishRequest);
      const article = await steps.take(event, 'publish', context, async (before) => {
        const pictures = await contents.forPublication(before);
        return publishArticle(before, { ...publication, pictures }, { ...context, note });
      });
      return articleReply(200, article, context.now);
    },

    'POST /api/admin/articles/{id}/withdraw': async (event) => {
      const context = steps.contextOf(event);
      const { note } = parseBody(event, stepRequest);
      const article = await steps.take(event, 'withdraw', context, (before) =>
        withdrawArticle(before, { ...context, note }),
      );
      return articleReply(200, article, context.now);
    },

    'DELETE /api/admin/articles/{id}': async (event) => {
      const context = steps.contextOf(event);
      await steps.take(event, 'delete', context, (before) => deleteArticle(before, context));
      return emptyReply();
    },

    ...listHandlers({ articles, tags, contents, clock }),
    ...revisionHandlers({ articles, steps, contents }),
    ...previewHandlers({ articles, steps, contents, clock, newId, previewKey, site }),
  };
};
