import type { PortalClient } from '../../shared/api/client.ts';
import type { RouteKey } from '../../shared/routes.ts';
import { type ArticleActions, orRefusal, type Sample } from './article-route-samples.ts';

export type TaxonomyRoute = Extract<
  RouteKey<'site-admin'>,
  `${string}/categories/${string}` | `${string}/tag${string}`
>;

/** Requests about categories and tags. Those that move articles are refused, so that they find the same the next time. */
export const taxonomySamples = (
  client: PortalClient,
  { published }: ArticleActions,
): Record<TaxonomyRoute, Sample> => {
  const sample = (send: () => Promise<unknown>): Sample => ({ prepare: published, send });
  const category = 'thong-bao';
  const tag = 'dien-tap';
  return {
    'GET /api/admin/categories/{category}': sample(() =>
      client.call('GET /api/admin/categories/{category}', { path: { category } }),
    ),
    'POST /api/admin/categories/{category}/move': sample(() =>
      orRefusal(
        client.call('POST /api/admin/categories/{category}/move', {
          path: { category },
          body: { to: 'khong-co' },
        }),
      ),
    ),
    'GET /api/admin/tag-counts': sample(() => client.call('GET /api/admin/tag-counts')),
    'GET /api/admin/tags/{tag}/articles': sample(() =>
      client.call('GET /api/admin/tags/{tag}/articles', { path: { tag } }),
    ),
    'POST /api/admin/tags/{tag}/rename': sample(() =>
      orRefusal(
        client.call('POST /api/admin/tags/{tag}/rename', {
          path: { tag: 'khong-co' },
          body: { name: 'Cũng không có' },
        }),
      ),
    ),
  };
};
