/** Where the distribution asks for the page that says that a page is throttled: the path of that page follows. */
export const overloadPath = '/qua-tai';

/**
 * Every route: what API Gateway matches, which function handles it, who may call it. The stack creates its routes from this list, and
 * each function's table of handlers is typed by it. `access: 'staff'` requires an access token with the staff scope; the function
 * decides which role may do what.
 */
export const routes = [
  { route: 'GET /', function: 'pages', access: 'public' },
  // The edge rewrites `/` to a name that an object in the mirror's bucket can have.
  { route: 'GET /index.html', function: 'pages', access: 'public' },
  { route: 'GET /{category}', function: 'pages', access: 'public' },
  { route: 'GET /{category}/{article}', function: 'pages', access: 'public' },
  { route: 'GET /ngay', function: 'pages', access: 'public' },
  { route: 'GET /ngay/{day}', function: 'pages', access: 'public' },
  { route: 'GET /thang', function: 'pages', access: 'public' },
  { route: 'GET /thang/{month}', function: 'pages', access: 'public' },
  { route: 'GET /the/{tag}', function: 'pages', access: 'public' },
  { route: 'GET /trang/{page}', function: 'pages', access: 'public' },
  { route: 'GET /rss.xml', function: 'feeds', access: 'public' },
  { route: 'GET /{category}/rss.xml', function: 'feeds', access: 'public' },
  { route: 'GET /sitemap.xml', function: 'feeds', access: 'public' },
  { route: 'GET /news-sitemap.xml', function: 'feeds', access: 'public' },
  { route: 'GET /robots.txt', function: 'feeds', access: 'public' },
  { route: 'GET /.well-known/security.txt', function: 'feeds', access: 'public' },
  { route: 'GET /api/articles', function: 'pages', access: 'public' },
  { route: 'GET /api/articles/{id}', function: 'pages', access: 'public' },
  { route: 'GET /luot-truy-cap', function: 'pages', access: 'public' },
  { route: 'GET /tim-kiem', function: 'search', access: 'public' },
  { route: 'GET /tim-kiem/goi-y.json', function: 'search', access: 'public' },
  { route: 'GET /api/search', function: 'search', access: 'public' },
  { route: `GET ${overloadPath}/{path+}`, function: 'pages', access: 'public' },
  { route: '$default', function: 'pages', access: 'public' },

  { route: 'GET /quan-tri', function: 'console', access: 'public' },
  // The edge rewrites `/quan-tri/` and every address below it to the shell.
  { route: 'GET /quan-tri/index.html', function: 'console', access: 'public' },
  { route: 'GET /quan-tri/tep/{file}', function: 'console', access: 'public' },

  { route: 'POST /api/visits', function: 'visits', access: 'public' },
  { route: 'GET /api/visits', function: 'visits', access: 'public' },
  { route: 'GET /api/admin/visits', function: 'visits', access: 'staff' },
  { route: 'GET /api/admin/most-read', function: 'visits', access: 'staff' },
  { route: 'GET /api/admin/search-misses', function: 'visits', access: 'staff' },
  { route: 'GET /api/admin/published-counts', function: 'visits', access: 'staff' },
  { route: 'GET /api/admin/visits/opening-balance', function: 'visits', access: 'staff' },
  { route: 'PUT /api/admin/visits/opening-balance', function: 'visits', access: 'staff' },

  { route: 'GET /xem-truoc/{token}', function: 'articles', access: 'public' },
  { route: 'POST /api/admin/articles', function: 'articles', access: 'staff' },
  { route: 'GET /api/admin/articles', function: 'articles', access: 'staff' },
  { route: 'GET /api/admin/article-counts', function: 'articles', access: 'staff' },
  { route: 'GET /api/admin/tags', function: 'articles', access: 'staff' },
  { route: 'GET /api/admin/articles/{id}', function: 'articles', access: 'staff' },
  { route: 'PUT /api/admin/articles/{id}', function: 'articles', access: 'staff' },
  { route: 'DELETE /api/admin/articles/{id}', function: 'articles', access: 'staff' },
  { route: 'POST /api/admin/articles/{id}/submit', function: 'articles', access: 'staff' },
  { route: 'POST /api/admin/articles/{id}/return', function: 'articles', access: 'staff' },
  { route: 'POST /api/admin/articles/{id}/approve', function: 'articles', access: 'staff' },
  { route: 'POST /api/admin/articles/{id}/publish', function: 'articles', access: 'staff' },
  { route: 'POST /api/admin/articles/{id}/withdraw', function: 'articles', access: 'staff' },
  { route: 'POST /api/admin/articles/{id}/preview', function: 'articles', access: 'staff' },
  { route: 'GET /api/admin/articles/{id}/revisions', function: 'articles', access: 'staff' },
  { route: 'GET /api/admin/articles/{id}/revisions/{version}', function: 'articles', access: 'staff' },
  {
    route: 'GET /api/admin/articles/{id}/revisions/{version}/comparison',
    function: 'articles',
    access: 'staff',
  },
  {
    route: 'POST /api/admin/articles/{id}/revisions/{version}/restore',
    function: 'articles',
    access: 'staff',
  },

  { route: 'POST /api/admin/images', function: 'images', access: 'staff' },
  { route: 'GET /api/admin/images', function: 'images', access: 'staff' },
  { route: 'GET /api/admin/images/{id}', function: 'images', access: 'staff' },
  { route: 'PATCH /api/admin/images/{id}', function: 'images', access: 'staff' },
  { route: 'DELETE /api/admin/images/{id}', function: 'images', access: 'staff' },
  { route: 'POST /api/admin/images/{id}/complete', function: 'images', access: 'staff' },
  { route: 'POST /api/admin/images/{id}/variants', function: 'images', access: 'staff' },

  { route: 'GET /api/admin/people', function: 'people', access: 'staff' },
  { route: 'POST /api/admin/people', function: 'people', access: 'staff' },
  { route: 'PUT /api/admin/people/{name}/role', function: 'people', access: 'staff' },
  { route: 'POST /api/admin/people/{name}/disable', function: 'people', access: 'staff' },
  { route: 'POST /api/admin/people/{name}/enable', function: 'people', access: 'staff' },
  { route: 'POST /api/admin/people/{name}/resend-invitation', function: 'people', access: 'staff' },
  { route: 'POST /api/admin/people/{name}/reset-second-factor', function: 'people', access: 'staff' },

  { route: 'GET /api/openapi.json', function: 'site-admin', access: 'public' },
  { route: 'GET /api/admin/categories/{category}', function: 'site-admin', access: 'staff' },
  { route: 'POST /api/admin/categories/{category}/move', function: 'site-admin', access: 'staff' },
  { route: 'GET /api/admin/tag-counts', function: 'site-admin', access: 'staff' },
  { route: 'GET /api/admin/tags/{tag}/articles', function: 'site-admin', access: 'staff' },
  { route: 'POST /api/admin/tags/{tag}/rename', function: 'site-admin', access: 'staff' },
  { route: 'GET /api/admin/activity', function: 'site-admin', access: 'staff' },
  { route: 'GET /api/admin/royalties', function: 'site-admin', access: 'staff' },
  { route: 'GET /api/admin/health', function: 'site-admin', access: 'staff' },
  { route: 'GET /api/admin/settings', function: 'site-admin', access: 'staff' },
  { route: 'PUT /api/admin/settings', function: 'site-admin', access: 'staff' },
  { route: 'GET /api/admin/settings/revisions', function: 'site-admin', access: 'staff' },
  { route: 'GET /api/admin/settings/revisions/{version}', function: 'site-admin', access: 'staff' },
] as const;

export type FunctionName = (typeof routes)[number]['function'];
export type RouteKey<F extends FunctionName> = Extract<(typeof routes)[number], { function: F }>['route'];
