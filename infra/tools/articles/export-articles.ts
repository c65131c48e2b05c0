import type { PortalClient } from '../../../shared/api/client.ts';
import { type ArticleContent, articleContent } from '../../../shared/articles/content.ts';
import { articleStatus } from '../../../shared/articles/state.ts';
import type { ArticleLine } from './article-line.ts';

type Options = {
  client: PortalClient;
  isKnown: (id: string) => boolean;
  onLine: (line: ArticleLine) => Promise<void>;
};

/** Articles that are fetched concurrently. */
const concurrency = 8;

/** Exports every article of a portal as lines for an import; known ones are skipped. */
export const exportArticles = async ({ client, isKnown, onLine }: Options) => {
  const ids = idsOf(client);
  const work = async () => {
    for (let next = await ids.next(); !next.done; next = await ids.next()) {
      if (!isKnown(next.value)) await onLine(await lineOf(client, next.value));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
};

async function* idsOf(client: PortalClient): AsyncGenerator<string> {
  for (const status of articleStatus.options) {
    let cursor: string | undefined;
    do {
      const query = { status, limit: '100', ...(cursor && { cursor }) };
      const { body } = await client.call('GET /api/admin/articles', { query });
      for (const { id } of body.items) yield id;
      cursor = body.next ?? undefined;
    } while (cursor);
  }
}

const lineOf = async (client: PortalClient, id: string): Promise<ArticleLine> => {
  const { body: article } = await client.call('GET /api/admin/articles/{id}', { path: { id } });
  const { version, liveVersion, publishedAt, withdrawAt, liveUpdatedAt } = article;
  const hasWorkingCopy = article.status === 'published' && liveVersion !== null && liveVersion !== version;
  const shown = hasWorkingCopy
    ? (
        await client.call('GET /api/admin/articles/{id}/revisions/{version}', {
          path: { id, version: liveVersion },
        })
      ).body.article
    : article;
  return {
    id,
    // An article that has expired: published again, it would have no end.
    status: article.state === 'withdrawn' ? 'withdrawn' : article.status,
    ...contentOf(shown),
    ...(publishedAt && { publishedAt }),
    ...(withdrawAt && { withdrawAt }),
    ...(liveUpdatedAt && { updatedAt: liveUpdatedAt }),
    ...(hasWorkingCopy && { workingCopy: contentOf(article) }),
  };
};

const contentOf = (from: ArticleContent) =>
  Object.fromEntries(
    Object.keys(articleContent.shape).map((field) => [field, from[field as keyof ArticleContent]]),
  ) as ArticleContent;
