import { beforeAll, describe, expect, test } from 'vitest';
import { type Role, roles } from '../../../shared/http/actor.ts';
import type { routes } from '../../../shared/routes.ts';
import { content, staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

type AdminRoute = Extract<(typeof routes)[number], { access: 'staff' }>['route'];

/** The narrowest role that each route serves. The article is another person's, and what `{name}` and `{id}` of an image name does not exist. */
const narrowestRole: Record<AdminRoute, Role> = {
  'GET /api/admin/visits': 'author',
  'GET /api/admin/most-read': 'author',
  'GET /api/admin/search-misses': 'author',
  'GET /api/admin/published-counts': 'author',
  'GET /api/admin/visits/opening-balance': 'author',
  'PUT /api/admin/visits/opening-balance': 'admin',
  'POST /api/admin/articles': 'author',
  'GET /api/admin/articles': 'author',
  'GET /api/admin/article-counts': 'author',
  'GET /api/admin/tags': 'author',
  'GET /api/admin/articles/{id}': 'editor',
  'PUT /api/admin/articles/{id}': 'editor',
  'DELETE /api/admin/articles/{id}': 'editor',
  'POST /api/admin/articles/{id}/submit': 'editor',
  'POST /api/admin/articles/{id}/return': 'editor',
  'POST /api/admin/articles/{id}/approve': 'editor',
  'POST /api/admin/articles/{id}/publish': 'editor',
  'POST /api/admin/articles/{id}/withdraw': 'editor',
  'POST /api/admin/articles/{id}/preview': 'editor',
  'GET /api/admin/articles/{id}/revisions': 'editor',
  'GET /api/admin/articles/{id}/revisions/{version}': 'editor',
  'GET /api/admin/articles/{id}/revisions/{version}/comparison': 'editor',
  'POST /api/admin/articles/{id}/revisions/{version}/restore': 'editor',
  'POST /api/admin/images': 'author',
  'GET /api/admin/images': 'author',
  'GET /api/admin/images/{id}': 'author',
  'PATCH /api/admin/images/{id}': 'author',
  'DELETE /api/admin/images/{id}': 'author',
  'POST /api/admin/images/{id}/complete': 'author',
  'POST /api/admin/images/{id}/variants': 'admin',
  'GET /api/admin/people': 'admin',
  'POST /api/admin/people': 'admin',
  'PUT /api/admin/people/{name}/role': 'admin',
  'POST /api/admin/people/{name}/disable': 'admin',
  'POST /api/admin/people/{name}/enable': 'admin',
  'POST /api/admin/people/{name}/resend-invitation': 'admin',
  'POST /api/admin/people/{name}/reset-second-factor': 'admin',
  'GET /api/admin/categories/{category}': 'admin',
  'POST /api/admin/categories/{category}/move': 'admin',
  'GET /api/admin/tag-counts': 'editor',
  'GET /api/admin/tags/{tag}/articles': 'editor',
  'POST /api/admin/tags/{tag}/rename': 'editor',
  'GET /api/admin/activity': 'editor',
  'GET /api/admin/royalties': 'editor',
  'GET /api/admin/health': 'editor',
  'GET /api/admin/settings': 'author',
  'PUT /api/admin/settings': 'admin',
  'GET /api/admin/settings/revisions': 'admin',
  'GET /api/admin/settings/revisions/{version}': 'admin',
};

const portal = await useSharedPortal();
const { as, create } = staffApi(portal);
let articleId = '';
beforeAll(async () => {
  articleId = (await create({ title: 'Bài của quản trị viên' }, 'admin')).id;
});

/** Bodies of the routes that refuse an empty one before they look at the article. */
const bodies: Partial<Record<string, unknown>> = {
  'PUT /api/admin/articles/{id}': content(),
  'POST /api/admin/articles/{id}/return': { note: 'Thiếu nguồn.' },
};
/** A version that nothing has: whoever gets past the role is told so, and nothing changes. */
const noVersion = 999;

const call = (route: string, role: Role) => {
  const [method = '', path = ''] = route.split(' ');
  const isArticle = path.startsWith('/api/admin/articles/');
  const filled = path
    .replace('/api/admin', '')
    .replace('{id}', isArticle ? articleId : '01kb0000000000000000000000')
    .replace('{name}', 'khong-co-ai')
    .replace('{category}', 'khong-co')
    .replace('{tag}', 'khong-co')
    .replace('{version}', '1');
  return as[role](filled, {
    method,
    ifMatch: noVersion,
    ...(method !== 'GET' && { body: bodies[route] ?? {} }),
  });
};

describe.each(Object.entries(narrowestRole))('%s', (route, narrowest) => {
  const isServed = (role: Role) => roles.indexOf(role) <= roles.indexOf(narrowest);

  test.each(roles.filter(isServed))('serves an %s', async (role) => {
    const { status } = await call(route, role);
    expect([401, 403]).not.toContain(status);
    expect(status).toBeLessThan(500);
  });

  test.each(roles.filter((role) => !isServed(role)))('is forbidden to an %s', async (role) => {
    const { status, body } = await call(route, role);
    expect([status, body.code]).toEqual([403, 'forbidden']);
    expect(JSON.stringify(body)).not.toContain('Bài của quản trị viên');
  });
});
