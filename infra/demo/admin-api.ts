import { setTimeout as wait } from 'node:timers/promises';
import { type PortalClient, portalClient } from '../../shared/api/client.ts';
import { paginate } from '../../shared/api/paginate.ts';
import type { ArticleStatus } from '../../shared/articles/state.ts';
import type { Role } from '../../shared/http/actor.ts';

/** A portal that the demonstration can be loaded into. */
export type RunningPortal = { url: string; token: (account: Role) => Promise<string> };

/** An API client with the admin's token. */
export const adminClient = ({ url, token }: RunningPortal): PortalClient =>
  portalClient({ url, token: () => token('admin'), wait });

const toArray = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
};

export const listArticles = (client: PortalClient, status: ArticleStatus) =>
  toArray(
    paginate(async (cursor) => {
      const query = { status, limit: '100', cursor };
      return (await client.call('GET /api/admin/articles', { query })).body;
    }),
  );

export const listImages = (client: PortalClient) =>
  toArray(
    paginate(async (cursor) => {
      const query = { limit: '100', cursor };
      return (await client.call('GET /api/admin/images', { query })).body;
    }),
  );

export const publishDraft = (
  client: PortalClient,
  { id, version }: { id: string; version: number },
  publishedAt: string,
) =>
  client.call('POST /api/admin/articles/{id}/publish', {
    path: { id },
    ifMatch: version,
    body: { publishedAt },
  });
