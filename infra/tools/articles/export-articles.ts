import type { PortalClient } from '../../../shared/api/client.ts';
import { paginate } from '../../../shared/api/paginate.ts';
import { type ArticleRecord, contentOf } from './article-record.ts';

type Options = {
  client: PortalClient;
  /** Whether an article was exported before and is skipped. */
  isExported: (id: string) => boolean;
  onRecord: (record: ArticleRecord) => Promise<void>;
};

/** Articles fetched in parallel. */
const concurrency = 8;

/** Exports every article of a portal as a record that can be imported. */
export const exportArticles = async ({ client, isExported, onRecord }: Options) => {
  const ids = articleIds(client);
  const worker = async () => {
    for (let next = await ids.next(); !next.done; next = await ids.next()) {
      if (!isExported(next.value)) await onRecord(await fetchRecord(client, next.value));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
};

async function* articleIds(client: PortalClient): AsyncGenerator<string> {
  const articles = paginate(async (cursor) => {
    const query = { status: 'all' as const, limit: '100', cursor };
    return (await client.call('GET /api/admin/articles', { query })).body;
  });
  for await (const { id } of articles) yield id;
}

const fetchRecord = async (client: PortalClient, id: string): Promise<ArticleRecord> => {
  const { body: article } = await client.call('GET /api/admin/articles/{id}', { path: { id } });
  const { version, liveVersion, publishedAt, withdrawAt, liveUpdatedAt } = article;
  const isEdited = article.status === 'published' && liveVersion !== null && liveVersion !== version;
  const live = isEdited ? await fetchRevision(client, id, liveVersion) : article;
  return {
    id,
    // An article past its `withdrawAt` is published in the table; imported as such it would never be withdrawn.
    status: article.state === 'withdrawn' ? 'withdrawn' : article.status,
    ...contentOf(live),
    ...(publishedAt && { publishedAt }),
    ...(withdrawAt && { withdrawAt }),
    ...(liveUpdatedAt && { updatedAt: liveUpdatedAt }),
    ...(isEdited && { workingCopy: contentOf(article) }),
  };
};

const fetchRevision = async (client: PortalClient, id: string, version: number) => {
  const { body } = await client.call('GET /api/admin/articles/{id}/revisions/{version}', {
    path: { id, version },
  });
  return body.article;
};
