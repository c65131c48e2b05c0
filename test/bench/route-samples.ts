import { adminClient } from '../../infra/demo/admin-api.ts';
import { sendBeacon } from '../../infra/demo/load-visits.ts';
import type { Portal } from '../../infra/local/portal.ts';
import type { PortalClient } from '../../shared/api/client.ts';
import type { FunctionName, RouteKey } from '../../shared/routes.ts';
import {
  type ArticleActions,
  articleActions,
  articleSamples,
  orRefusal,
  revisionSamples,
  type Sample,
  type Target,
} from './article-route-samples.ts';
import { peopleSamples } from './people-route-samples.ts';
import { taxonomySamples } from './taxonomy-route-samples.ts';

/** A request for each route. */
export const routeSamples = async (portal: Portal): Promise<Record<RouteKey<FunctionName>, Sample>> => {
  const client = adminClient(portal);
  const articles = articleActions(client);
  return {
    ...readerSamples(portal, articles),
    ...consoleSamples(portal, articles),
    ...articleSamples(client, articles),
    ...revisionSamples(client, articles),
    ...imageSamples(client, articles),
    ...visitSamples(portal, client, articles),
    ...(await siteSamples(client, articles)),
    ...peopleSamples(client),
  };
};

const consoleSamples = (portal: Portal, { draft }: ArticleActions): Record<RouteKey<'console'>, Sample> => {
  const get = (path: string) => fetch(portal.url + path).then((reply) => reply.text());
  const getScript = async () =>
    get(/\/quan-tri\/tep\/console-\w+\.js/.exec(await get('/quan-tri/'))?.[0] ?? '');
  return {
    'GET /quan-tri': { prepare: draft, send: () => get('/quan-tri') },
    'GET /quan-tri/index.html': { prepare: draft, send: () => get('/quan-tri/') },
    'GET /quan-tri/tep/{file}': { prepare: draft, send: getScript },
  };
};

type ReaderRoute = RouteKey<'pages' | 'feeds' | 'search'>;

const readerSamples = (
  portal: Portal,
  { draft, preview, published }: ArticleActions,
): Record<ReaderRoute | 'GET /xem-truoc/{token}' | 'GET /api/openapi.json', Sample> => {
  const get = (path: string) => fetch(portal.url + path).then((reply) => reply.text());
  const page = (path: string): Sample => ({ prepare: published, send: () => get(path) });
  return {
    'GET /': page('/'),
    'GET /index.html': page('/index.html'),
    'GET /{category}': page('/thong-bao'),
    'GET /{category}/{article}': { prepare: published, send: ({ url }) => get(url) },
    'GET /luot-truy-cap': page('/luot-truy-cap'),
    'GET /ngay': page('/ngay'),
    'GET /ngay/{day}': page('/ngay/2026-05-22'),
    'GET /thang': page('/thang'),
    'GET /thang/{month}': page('/thang/2026-05'),
    'GET /the/{tag}': page('/the/dien-tap'),
    'GET /trang/{page}': page('/trang/gioi-thieu'),
    'GET /rss.xml': page('/rss.xml'),
    'GET /{category}/rss.xml': page('/thong-bao/rss.xml'),
    'GET /sitemap.xml': page('/sitemap.xml?thang=2026-05'),
    'GET /news-sitemap.xml': page('/news-sitemap.xml'),
    'GET /robots.txt': page('/robots.txt'),
    'GET /.well-known/security.txt': page('/.well-known/security.txt'),
    'GET /api/articles': page('/api/articles'),
    'GET /api/articles/{id}': { prepare: published, send: ({ id }) => get(`/api/articles/${id}`) },
    'GET /tim-kiem': page('/tim-kiem?q=bai+do'),
    'GET /tim-kiem/goi-y.json': page('/tim-kiem/goi-y.json'),
    'GET /api/search': page('/api/search?q=bai+do'),
    'GET /xem-truoc/{token}': {
      prepare: async () => preview(await draft()),
      send: ({ url }) => get(url),
    },
    'GET /api/openapi.json': page('/api/openapi.json'),
    'GET /qua-tai/{path+}': page('/qua-tai/index.html'),
    $default: page('/khong/co/trang/nay'),
  };
};

/** Requests about an image that was announced but never uploaded; the pictures themselves are measured by benchImages. */
const imageSamples = (
  client: PortalClient,
  { published }: ArticleActions,
): Record<RouteKey<'images'>, Sample> => {
  const announce = async (): Promise<Target> => {
    const { body } = await client.call('POST /api/admin/images', {
      body: { fileName: 'anh.jpg', contentType: 'image/jpeg', bytes: 1 },
    });
    return { id: body.id, version: 0, url: '' };
  };
  return {
    'POST /api/admin/images': { prepare: published, send: announce },
    'GET /api/admin/images': { prepare: announce, send: () => client.call('GET /api/admin/images') },
    'GET /api/admin/images/{id}': {
      prepare: announce,
      send: ({ id }) => client.call('GET /api/admin/images/{id}', { path: { id } }),
    },
    'PATCH /api/admin/images/{id}': {
      prepare: announce,
      send: ({ id }) => client.call('PATCH /api/admin/images/{id}', { path: { id }, body: { alt: 'Bờ kè' } }),
    },
    'DELETE /api/admin/images/{id}': {
      prepare: announce,
      send: ({ id }) => client.call('DELETE /api/admin/images/{id}', { path: { id } }),
    },
    'POST /api/admin/images/{id}/complete': {
      prepare: announce,
      send: ({ id }) =>
        orRefusal(client.call('POST /api/admin/images/{id}/complete', { path: { id }, body: {} })),
    },
    'POST /api/admin/images/{id}/variants': {
      prepare: announce,
      send: ({ id }) => orRefusal(client.call('POST /api/admin/images/{id}/variants', { path: { id } })),
    },
  };
};

const visitSamples = (
  portal: Portal,
  client: PortalClient,
  { published }: ArticleActions,
): Record<RouteKey<'visits'>, Sample> => {
  const getBalance = () => client.call('GET /api/admin/visits/opening-balance');
  return {
    'POST /api/visits': { prepare: published, send: ({ id }) => sendBeacon(portal, id) },
    'GET /api/visits': { prepare: published, send: () => fetch(`${portal.url}/api/visits`) },
    'GET /api/admin/visits': { prepare: published, send: () => client.call('GET /api/admin/visits') },
    'GET /api/admin/most-read': { prepare: published, send: () => client.call('GET /api/admin/most-read') },
    'GET /api/admin/search-misses': {
      prepare: published,
      send: () => client.call('GET /api/admin/search-misses'),
    },
    'GET /api/admin/published-counts': {
      prepare: published,
      send: () => client.call('GET /api/admin/published-counts'),
    },
    'GET /api/admin/visits/opening-balance': { prepare: published, send: getBalance },
    'PUT /api/admin/visits/opening-balance': {
      prepare: async () => ({ id: '', url: '', version: (await getBalance()).version ?? 0 }),
      send: ({ version }) =>
        client.call('PUT /api/admin/visits/opening-balance', {
          ifMatch: version,
          body: { visits: 1, since: null },
        }),
    },
  };
};

const siteSamples = async (
  client: PortalClient,
  articles: ArticleActions,
): Promise<Record<Exclude<RouteKey<'site-admin'>, 'GET /api/openapi.json'>, Sample>> => {
  const { published } = articles;
  const { body, version } = await client.call('GET /api/admin/settings');
  return {
    ...taxonomySamples(client, articles),
    'GET /api/admin/activity': { prepare: published, send: () => client.call('GET /api/admin/activity') },
    'GET /api/admin/royalties': { prepare: published, send: () => client.call('GET /api/admin/royalties') },
    'GET /api/admin/health': { prepare: published, send: () => client.call('GET /api/admin/health') },
    'GET /api/admin/settings': { prepare: published, send: () => client.call('GET /api/admin/settings') },
    'PUT /api/admin/settings': {
      prepare: published,
      send: () => client.call('PUT /api/admin/settings', { ifMatch: version ?? 0, body }),
    },
    'GET /api/admin/settings/revisions': {
      prepare: published,
      send: () => client.call('GET /api/admin/settings/revisions'),
    },
    'GET /api/admin/settings/revisions/{version}': {
      prepare: published,
      send: () => client.call('GET /api/admin/settings/revisions/{version}', { path: { version: 1 } }),
    },
  };
};
