import type { Article } from '../../shared/articles/article.ts';
import type { ArticleStore } from '../../shared/articles/article-store.ts';
import { compare, contentOf } from '../../shared/articles/compare.ts';
import { saveArticle } from '../../shared/articles/edit.ts';
import { comparisonReply, revisionListReply, revisionReply } from '../../shared/articles/replies.ts';
import { compareQuery, revisionsQuery, stepRequest, versionNumber } from '../../shared/articles/requests.ts';
import type { Revision } from '../../shared/articles/revision.ts';
import { PortalError } from '../../shared/errors.ts';
import { decodeCursor, encodeCursor } from '../../shared/http/cursor.ts';
import type { Handlers, HttpEvent } from '../../shared/http/event.ts';
import { htmlReply, jsonReply, noStore } from '../../shared/http/reply.ts';
import { parseBody, parsePath, parseQuery } from '../../shared/http/request.ts';
import { contentSecurityPolicy } from '../../shared/pages/content-security-policy.ts';
import type { RouteKey } from '../../shared/routes.ts';
import type { ArticleSteps } from './article-steps.ts';
import type { ContentReader } from './content-reader.ts';
import { articleReply } from './replies.ts';
import { comparisonPage } from './views/comparison-page.tsx';

type RevisionRoute = Extract<RouteKey<'articles'>, `${string}/revisions${string}`>;
type Dependencies = {
  articles: Pick<ArticleStore, 'revision' | 'revisions'>;
  steps: ArticleSteps;
  contents: ContentReader;
};

/** The revisions of an article: list, read, compare, restore. */
export const revisionHandlers = ({ articles, steps, contents }: Dependencies): Handlers<RevisionRoute> => {
  const find = async ({ id }: Article, version: number) => {
    const revision = await articles.revision(id, version);
    if (!revision) throw new PortalError('not_found', `Không có phiên bản ${version}.`);
    return revision;
  };
  const versionOf = (event: HttpEvent) => parsePath(event, 'version', versionNumber);

  return {
    'GET /api/admin/articles/{id}/revisions': async (event) => {
      const { id } = await steps.loadReadable(event);
      const { cursor, limit } = parseQuery(event, revisionsQuery);
      const before = decodeCursor(id, cursor, /^[1-9]\d{0,7}$/);
      const { items, next } = await articles.revisions(id, {
        before: before === null ? null : Number(before),
        limit,
      });
      return jsonReply(200, revisionListReply, {
        items: items.map(({ article, ...entry }) => ({ ...entry, ...article })),
        next: next === null ? null : encodeCursor(id, String(next)),
      });
    },

    'GET /api/admin/articles/{id}/revisions/{version}': async (event) =>
      jsonReply(200, revisionReply, await find(await steps.loadReadable(event), versionOf(event))),

    'GET /api/admin/articles/{id}/revisions/{version}/comparison': async (event) => {
      const article = await steps.loadReadable(event);
      const version = versionOf(event);
      const { with: other = Math.max(1, version - 1), format } = parseQuery(event, compareQuery);
      const [before, after] = await Promise.all([find(article, other), find(article, version)]);
      const found = compare(contentOf(before.article), contentOf(after.article));
      const heads = { before: headOf(before), after: headOf(after) };
      if (format === 'json') return jsonReply(200, comparisonReply, { ...heads, ...found });
      const headers = { ...noStore, 'content-security-policy': contentSecurityPolicy };
      return htmlReply(200, comparisonPage({ ...heads, found }), headers);
    },

    'POST /api/admin/articles/{id}/revisions/{version}/restore': async (event) => {
      const context = steps.contextOf(event);
      const { note } = parseBody(event, stepRequest);
      const article = await steps.take(event, 'restore', context, async (before) => {
        const version = versionOf(event);
        const content = contentOf((await find(before, version)).article);
        await contents.assertUsable(content);
        const restored = { ...context, note: note || `Khôi phục phiên bản ${version}` };
        return saveArticle(before, content, restored, 'restore');
      });
      return articleReply(200, article, context.now);
    },
  };
};

/** A revision without its content, for the head of a comparison. */
const headOf = ({ article: { version, title }, ...head }: Revision) => ({ ...head, version, title });
