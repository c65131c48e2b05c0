import type { PortalClient } from '../../shared/api/client.ts';
import type { RouteKey } from '../../shared/routes.ts';

/** The article, image or link that a request is about; fields that the request does not need are empty. */
export type Target = { id: string; version: number; url: string };
/** A request of one route; `prepare` is not measured. */
export type Sample = { prepare: () => Promise<Target>; send: (target: Target) => Promise<unknown> };

const content = {
  title: 'Bài đo',
  category: 'thong-bao',
  body: `<p>${'Một câu để đo. '.repeat(300)}</p>`,
};

type StepName = 'submit' | 'approve' | 'publish' | 'withdraw';
export type ArticleActions = ReturnType<typeof articleActions>;

/** Calls that prepare the articles of the samples; some are measured themselves. */
export const articleActions = (client: PortalClient) => {
  const step = async (name: StepName, { id, version }: Target): Promise<Target> => {
    const options = { path: { id }, ifMatch: version, body: {} };
    return (await client.call(`POST /api/admin/articles/{id}/${name}`, options)).body;
  };
  const draft = async (): Promise<Target> =>
    (await client.call('POST /api/admin/articles', { body: content })).body;
  const preview = async ({ id }: Target): Promise<Target> => {
    const { body } = await client.call('POST /api/admin/articles/{id}/preview', { path: { id }, body: {} });
    return { ...body, id };
  };
  return {
    step,
    draft,
    preview,
    published: async () => step('publish', await draft()),
    submitted: async () => step('submit', await draft()),
  };
};

type RevisionRoute = Extract<RouteKey<'articles'>, `${string}/revisions${string}`>;
type ArticleRoute = Exclude<RouteKey<'articles'>, RevisionRoute | 'GET /xem-truoc/{token}'>;

export const articleSamples = (
  client: PortalClient,
  { step, draft, preview, published, submitted }: ArticleActions,
): Record<ArticleRoute, Sample> => ({
  'POST /api/admin/articles': { prepare: published, send: draft },
  'GET /api/admin/articles': { prepare: draft, send: () => client.call('GET /api/admin/articles') },
  'GET /api/admin/article-counts': {
    prepare: published,
    send: () => client.call('GET /api/admin/article-counts'),
  },
  'GET /api/admin/tags': { prepare: published, send: () => client.call('GET /api/admin/tags') },
  'GET /api/admin/articles/{id}': {
    prepare: draft,
    send: ({ id }) => client.call('GET /api/admin/articles/{id}', { path: { id } }),
  },
  'PUT /api/admin/articles/{id}': {
    prepare: draft,
    send: ({ id, version }) =>
      client.call('PUT /api/admin/articles/{id}', { path: { id }, ifMatch: version, body: content }),
  },
  'DELETE /api/admin/articles/{id}': {
    prepare: draft,
    send: ({ id, version }) =>
      client.call('DELETE /api/admin/articles/{id}', { path: { id }, ifMatch: version }),
  },
  'POST /api/admin/articles/{id}/submit': {
    prepare: draft,
    send: (article) => step('submit', article),
  },
  'POST /api/admin/articles/{id}/return': {
    prepare: submitted,
    send: ({ id, version }) =>
      client.call('POST /api/admin/articles/{id}/return', {
        path: { id },
        ifMatch: version,
        body: { note: 'Bổ sung số liệu' },
      }),
  },
  'POST /api/admin/articles/{id}/approve': {
    prepare: submitted,
    send: (article) => step('approve', article),
  },
  'POST /api/admin/articles/{id}/publish': {
    prepare: draft,
    send: (article) => step('publish', article),
  },
  'POST /api/admin/articles/{id}/withdraw': {
    prepare: published,
    send: (article) => step('withdraw', article),
  },
  'POST /api/admin/articles/{id}/preview': { prepare: draft, send: preview },
});

export const revisionSamples = (
  client: PortalClient,
  { published }: ArticleActions,
): Record<RevisionRoute, Sample> => ({
  'GET /api/admin/articles/{id}/revisions': {
    prepare: published,
    send: ({ id }) => client.call('GET /api/admin/articles/{id}/revisions', { path: { id } }),
  },
  'GET /api/admin/articles/{id}/revisions/{version}': {
    prepare: published,
    send: ({ id }) =>
      client.call('GET /api/admin/articles/{id}/revisions/{version}', { path: { id, version: 1 } }),
  },
  'GET /api/admin/articles/{id}/revisions/{version}/comparison': {
    prepare: published,
    send: ({ id }) =>
      client.call('GET /api/admin/articles/{id}/revisions/{version}/comparison', {
        path: { id, version: 2 },
      }),
  },
  'POST /api/admin/articles/{id}/revisions/{version}/restore': {
    prepare: published,
    send: ({ id, version }) =>
      client.call('POST /api/admin/articles/{id}/revisions/{version}/restore', {
        path: { id, version: 1 },
        ifMatch: version,
        body: {},
      }),
  },
});

/** Accepts a refusal: the request still uses the table. */
export const orRefusal = (call: Promise<unknown>) => call.catch(() => undefined);
