import type { Article } from '../../shared/articles/article.ts';
import type { ArticleStore } from '../../shared/articles/article-store.ts';
import { compare, contentOf } from '../../shared/articles/compare.ts';
import { saveArticle } from '../../shared/articles/edit.ts';
import { compareQuery, revisionsQuery, stepRequest, versionNumber } from '../../shared/articles/requests.ts';
import { PortalError } from '../../shared/errors.ts';
import { decodeCursor, encodeCursor } from '../../shared/http/cursor.ts';
import type { Handlers, HttpEvent } from '../../shared/http/event.ts';
import { htmlReply, jsonReply, noStore } from '../../shared/http/reply.ts';
import { parseBody, parsePath, parseQuery } from '../../shared/http/request.ts';
import { contentSecurityPolicy } from '../../shared/pages/content-security-policy.ts';
import type { RouteKey } from '../../shared/routes.ts';
import type { ArticleDesk } from './article-steps.ts';
import type { ContentReader } from './content-reader.ts';
import { articleReply, shownRevision } from './replies.ts';
import { comparisonPage } from './views/comparison-page.tsx';

type RevisionRoute = Extract<RouteKey<'articles'>, `${string}/revisions${string}`>;
type Dependencies = {
  articles: Pick<ArticleStore, 'revision' | 'revisions'>;
  desk: ArticleDesk;
  contents: ContentReader;
};

/** The history of an article: listed, read, compared, and brought back as a new revision. */
export const revisionHandlers = ({ articles, desk, contents }: Dependencies): Handlers<RevisionRoute> => {
  const find = async ({ id }: Article, version: number) => {
    const revision = await articles.revision(id, version);
    if (!revision) throw new PortalError('not_found', `Không có phiên bản ${version}.`);
    return revision;
  };
  const versionOf = (event: HttpEvent) => parsePath(event, 'version', versionNumber);

  return {
    'GET /api/admin/articles/{id}/revisions': async (event) => {
      const { id } = await desk.findReadable(event);
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

    'GET /api/admin/articles/{id}/revisions/{version}': async (event) =>
      jsonReply(200, shownRevision(await find(await desk.findReadable(event), versionOf(event)))),

    'GET /api/admin/articles/{id}/revisions/{version}/comparison': async (event) => {
      const article = await desk.findReadable(event);
      const version = versionOf(event);
      const { with: other = Math.max(1, version - 1), format } = parseQuery(event, compareQuery);
      const [before, after] = await Promise.all([find(article, other), find(article, version)]);
      const found = compare(contentOf(before.article), contentOf(after.article));
      const sides = { before: aside(before), after: aside(after) };
      if (format === 'json') return jsonReply(200, { ...sides, ...found });
      const headers = { ...noStore, 'content-security-policy': contentSecurityPolicy };
      return htmlReply(200, comparisonPage({ ...sides, found }), headers);
    },

    'POST /api/admin/articles/{id}/revisions/{version}/restore': async (event) => {
      const by = desk.taken(event);
      const { note } = parseBody(event, stepRequest);
      const before = await desk.findForChange(event, 'restore', by);
      const version = versionOf(event);
      const content = contentOf((await find(before, version)).article);
      await contents.assertUsable(content);
      const said = note || `Khôi phục phiên bản ${version}`;
      const change = saveArticle(before, content, { ...by, note: said }, 'restore');
      await desk.commit(change);
      return articleReply(200, change.article, by.now);
    },
  };
};

const aside = ({
  action,
  at,
  by,
  role,
  note,
  article,
}: Awaited<ReturnType<ArticleStore['revision']>> & {}) => ({
  ...{ action, at, by, role, note },
  ...{ version: article.version, title: article.title },
});
