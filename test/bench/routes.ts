import { sendBeacon } from '../../infra/demo/load-visits.ts';
import { officeApi } from '../../infra/demo/office-api.ts';
import type { Portal } from '../../infra/local/portal.ts';
import { type FunctionName, type RouteKey, routes } from '../../shared/routes.ts';
import type { meteredEngine } from './metered-engine.ts';

type Meter = Pick<ReturnType<typeof meteredEngine>, 'meter'>;
type Sampled = { id: string; version: number; url: string };
type Route = RouteKey<FunctionName>;

const content = {
  title: 'Bài đo',
  category: 'thong-bao',
  body: `<p>${'Một câu để đo. '.repeat(300)}</p>`,
};

/** The cost of one request of each route at the tables: calls and billed units. */
export const benchRoutes = async (portal: Portal, { meter }: Meter) => {
  console.log('Routes: calls to the table, read units and write units of one request');
  const samples = await sampleRoutes(portal);
  for (const { route } of routes) {
    const { prepare, send } = samples[route];
    const article = await prepare();
    const { cost } = await meter(() => send(article));
    const units = `${cost.readUnits} RU  ${cost.writeUnits} WU`;
    console.log(`  ${route.padEnd(52)} ${units.padEnd(16)} ${cost.calls.join(', ') || 'none'}`);
  }
};

type Sample = { prepare: () => Promise<Sampled>; send: (article: Sampled) => Promise<unknown> };

const sampleRoutes = async (portal: Portal): Promise<Record<Route, Sample>> => {
  const { call } = officeApi(portal);
  const get = (path: string) => fetch(portal.url + path).then((reply) => reply.text());
  const change = (path: string, { id, version }: Sampled, method = 'POST', body: unknown = {}) =>
    call(`/articles/${id}${path}`, { method, ifMatch: version, body });
  const draft = async () => (await call<Sampled>('/articles', { method: 'POST', body: content })).body;
  const live = async () => {
    const { id, version } = await draft();
    const { body } = await call<Sampled>(`/articles/${id}/publish`, {
      method: 'POST',
      ifMatch: version,
      body: {},
    });
    return body;
  };
  const inReview = async () => (await change('/submit', await draft())).body as Sampled;
  const settings = await call<object>('/settings');

  return {
    'GET /': { prepare: live, send: () => get('/') },
    'GET /index.html': { prepare: live, send: () => get('/index.html') },
    'GET /{category}': { prepare: live, send: () => get('/thong-bao') },
    'GET /{category}/{article}': { prepare: live, send: ({ url }) => get(url) },
    'GET /luot-truy-cap': { prepare: live, send: () => get('/luot-truy-cap') },
    'GET /ngay': { prepare: live, send: () => get('/ngay') },
    'GET /ngay/{day}': { prepare: live, send: () => get('/ngay/2026-05-22') },
    'GET /thang': { prepare: live, send: () => get('/thang') },
    'GET /thang/{month}': { prepare: live, send: () => get('/thang/2026-05') },
    'GET /the/{tag}': { prepare: live, send: () => get('/the/dien-tap') },
    'GET /trang/{page}': { prepare: live, send: () => get('/trang/gioi-thieu') },
    'GET /rss.xml': { prepare: live, send: () => get('/rss.xml') },
    'GET /{category}/rss.xml': { prepare: live, send: () => get('/thong-bao/rss.xml') },
    'GET /sitemap.xml': { prepare: live, send: () => get('/sitemap.xml?thang=2026-05') },
    'GET /news-sitemap.xml': { prepare: live, send: () => get('/news-sitemap.xml') },
    'GET /robots.txt': { prepare: live, send: () => get('/robots.txt') },
    'GET /api/articles': { prepare: live, send: () => get('/api/articles') },
    'GET /api/articles/{id}': { prepare: live, send: ({ id }) => get(`/api/articles/${id}`) },
    'GET /tim-kiem': { prepare: live, send: () => get('/tim-kiem?q=bai+do') },
    'GET /tim-kiem/goi-y.json': { prepare: live, send: () => get('/tim-kiem/goi-y.json') },
    'GET /api/search': { prepare: live, send: () => get('/api/search?q=bai+do') },
    $default: { prepare: live, send: () => get('/khong/co/trang/nay') },
    'POST /api/admin/articles': { prepare: live, send: draft },
    'GET /api/admin/articles': { prepare: draft, send: () => call('/articles') },
    'GET /api/admin/articles/{id}': { prepare: draft, send: ({ id }) => call(`/articles/${id}`) },
    'PUT /api/admin/articles/{id}': {
      prepare: draft,
      send: (article) => change('', article, 'PUT', content),
    },
    'DELETE /api/admin/articles/{id}': { prepare: draft, send: (article) => change('', article, 'DELETE') },
    'POST /api/admin/articles/{id}/submit': {
      prepare: draft,
      send: (article) => change('/submit', article),
    },
    'POST /api/admin/articles/{id}/return': {
      prepare: inReview,
      send: (article) => change('/return', article, 'POST', { note: 'Bổ sung số liệu' }),
    },
    'POST /api/admin/articles/{id}/approve': {
      prepare: inReview,
      send: (article) => change('/approve', article),
    },
    'POST /api/admin/articles/{id}/publish': {
      prepare: draft,
      send: (article) => change('/publish', article),
    },
    'POST /api/admin/articles/{id}/withdraw': {
      prepare: live,
      send: (article) => change('/withdraw', article),
    },
    'POST /api/admin/articles/{id}/preview': {
      prepare: draft,
      send: ({ id }) => call(`/articles/${id}/preview`, { method: 'POST', body: {} }),
    },
    'GET /xem-truoc/{token}': {
      prepare: async () => {
        const { id } = await draft();
        return (await call<Sampled>(`/articles/${id}/preview`, { method: 'POST', body: {} })).body;
      },
      send: ({ url }) => get(url),
    },
    'GET /api/admin/articles/{id}/revisions': {
      prepare: live,
      send: ({ id }) => call(`/articles/${id}/revisions`),
    },
    'GET /api/admin/articles/{id}/revisions/{version}': {
      prepare: live,
      send: ({ id }) => call(`/articles/${id}/revisions/1`),
    },
    'GET /api/admin/articles/{id}/revisions/{version}/comparison': {
      prepare: live,
      send: ({ id }) => call(`/articles/${id}/revisions/2/comparison`),
    },
    'POST /api/admin/articles/{id}/revisions/{version}/restore': {
      prepare: live,
      send: (article) => change('/revisions/1/restore', article),
    },
    'POST /api/admin/categories/{category}/move': {
      prepare: live,
      send: () =>
        call('/categories/thong-bao/move', { method: 'POST', body: { to: 'khong-co' } }).catch(
          () => undefined,
        ),
    },
    ...imageSamples(portal, live),
    ...visitSamples(portal, live),
    'GET /api/openapi.json': { prepare: live, send: () => get('/api/openapi.json') },
    'GET /api/admin/activity': { prepare: live, send: () => call('/activity') },
    'GET /api/admin/settings': { prepare: live, send: () => call('/settings') },
    'PUT /api/admin/settings': {
      prepare: live,
      send: () => call('/settings', { method: 'PUT', ifMatch: settings.version, body: settings.body }),
    },
  };
};

/** Sample requests of visits: a beacon with an article, and the statistics for readers and staff. */
const visitSamples = (
  portal: Portal,
  prepare: () => Promise<Sampled>,
): Record<RouteKey<'visits'>, Sample> => {
  const { call } = officeApi(portal);
  const balance = '/visits/opening-balance';
  const body = { visits: 1, since: null };
  return {
    'POST /api/visits': { prepare, send: ({ id }) => sendBeacon(portal, id) },
    'GET /api/visits': { prepare, send: () => fetch(`${portal.url}/api/visits`) },
    'GET /api/admin/visits': { prepare, send: () => call('/visits') },
    'GET /api/admin/visits/opening-balance': { prepare, send: () => call(balance) },
    'PUT /api/admin/visits/opening-balance': {
      prepare: async () => ({ id: '', url: '', version: (await call(balance)).version }),
      send: ({ version }) => call(balance, { method: 'PUT', ifMatch: version, body }),
    },
  };
};

/** Sample requests of an image whose upload never arrives: the cost of pictures is measured by `images`. */
const imageSamples = (
  portal: Portal,
  prepareArticle: () => Promise<Sampled>,
): Record<RouteKey<'images'>, Sample> => {
  const { call } = officeApi(portal);
  const body = { fileName: 'anh.jpg', contentType: 'image/jpeg', bytes: 1 };
  const create = async () => {
    const made = await call<{ id: string }>('/images', { method: 'POST', body });
    return { id: made.body.id, version: 0, url: '' };
  };
  const ignoringRefusal = (path: string) => call(path, { method: 'POST', body: {} }).catch(() => undefined);
  return {
    'POST /api/admin/images': { prepare: prepareArticle, send: create },
    'GET /api/admin/images': { prepare: create, send: () => call('/images') },
    'GET /api/admin/images/{id}': { prepare: create, send: ({ id }) => call(`/images/${id}`) },
    'PATCH /api/admin/images/{id}': {
      prepare: create,
      send: ({ id }) => call(`/images/${id}`, { method: 'PATCH', body: { alt: 'Bờ kè' } }),
    },
    'DELETE /api/admin/images/{id}': {
      prepare: create,
      send: ({ id }) => call(`/images/${id}`, { method: 'DELETE' }),
    },
    'POST /api/admin/images/{id}/complete': {
      prepare: create,
      send: ({ id }) => ignoringRefusal(`/images/${id}/complete`),
    },
  };
};
