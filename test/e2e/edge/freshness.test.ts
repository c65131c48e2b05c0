import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SiteSettings } from '../../../shared/site/settings.ts';
import { localDay } from '../../../shared/time/local-day.ts';
import { content, type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { usePortal } from '../../support/use-portal.ts';

const portal = await usePortal();
const { as, create, publish } = staffApi(portal);
const categories = ['tin-tuc', 'thong-bao'] as const;
const today = localDay(new Date());

type Published = { article: EditorialArticle; isGone: boolean };
/** A step of the staff. `which` selects one of the existing articles. */
type Step =
  | { kind: 'publish'; category: 0 | 1; daysAgo: number }
  | { kind: 'retitle' | 'move' | 'withdraw'; which: number }
  | { kind: 'schedule'; category: 0 | 1 }
  | { kind: 'settings' };

const category = fc.constantFrom<(0 | 1)[]>(0, 1);
const which = fc.nat({ max: 99 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('publish' as const), category, daysAgo: fc.nat({ max: 70 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('retitle' as const), which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move' as const), which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('schedule' as const), category }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settings' as const) }) },
);

/** A page without its visit totals, which nothing invalidates, and without its request id; the location of a redirect. */
const read = async (address: string, path: string) => {
  const reply = await fetch(address + path, { redirect: 'manual' });
  const text = (await reply.text())
    .replace(/<section class="visits".*?<\/section>/s, '')
    .replace(/"requestId":"[^"]*"/, '');
  return {
    content: [reply.status, reply.headers.get('location'), text],
    isHit: reply.headers.get('x-cache') === 'Hit from cloudfront',
  };
};

let titles = 0;
const nextTitle = () => {
  titles += 1;
  return `Tin số ${titles}`;
};

/** Waits until every change has been invalidated. */
const settled = async (items: number) => {
  await expect.poll(() => portal.invalidations.items(), { timeout: 20_000 }).toBeGreaterThan(items);
};

const statusAtOrigin = async (path: string) => (await fetch(portal.gatewayUrl + path)).status;

const takeStep = async (step: Step, published: Published[]): Promise<void> => {
  const available = published.filter(({ isGone }) => !isGone);
  const selected = 'which' in step ? available[step.which % Math.max(1, available.length)] : undefined;
  const before = portal.invalidations.items();
  if (step.kind === 'publish' || step.kind === 'schedule') {
    const draft = await create({
      title: nextTitle(),
      category: categories[step.category],
      tags: ['Bờ kè'],
    });
    const isScheduled = step.kind === 'schedule';
    const at = Date.now() + (isScheduled ? 3_000 : -step.daysAgo * 86_400_000);
    const article = await publish(draft, new Date(at).toISOString());
    published.push({ article, isGone: false });
    await settled(before);
    if (isScheduled) {
      // Nobody sees it before its time, and pages cached until then expire with it.
      await assertFresh(published);
      await expect.poll(() => statusAtOrigin(article.url), { timeout: 10_000 }).toBe(200);
    }
  } else if (step.kind === 'settings') {
    const { body, headers } = await as.admin<SiteSettings>('/settings');
    const ifMatch = Number(headers.get('etag')?.replaceAll('"', ''));
    await as.admin('/settings', { method: 'PUT', ifMatch, body: { ...body, name: `Cổng ${nextTitle()}` } });
    await settled(before);
  } else if (selected) {
    const { id, version } = selected.article;
    if (step.kind === 'withdraw') {
      await as.editor(`/articles/${id}/withdraw`, { method: 'POST', ifMatch: version, body: {} });
      selected.isGone = true;
    } else {
      const isTin = selected.article.category === 'tin-tuc';
      const moved = step.kind === 'move' ? (isTin ? 'thong-bao' : 'tin-tuc') : selected.article.category;
      const body = content({ title: nextTitle(), category: moved });
      const saved = await as.editor<EditorialArticle>(`/articles/${id}`, {
        method: 'PUT',
        ifMatch: version,
        body,
      });
      selected.article = await publish(saved.body);
    }
    await settled(before);
  }
};

const pathsOf = (published: readonly Published[]) => [
  '/',
  '/tin-tuc',
  '/thong-bao',
  `/ngay/${today}`,
  `/thang/${today.slice(0, 7)}`,
  '/the/bo-ke',
  '/rss.xml',
  '/thong-bao/rss.xml',
  `/sitemap.xml?thang=${today.slice(0, 7)}`,
  '/api/articles',
  '/api/articles?category=thong-bao',
  ...published.slice(-6).flatMap(({ article }) => [article.url, `/api/articles/${article.id}`]),
];

/** Asserts that the edge serves what the origin serves: just before, or just after when an article appears in between. */
const assertFresh = async (published: readonly Published[]) => {
  for (const path of pathsOf(published)) {
    const before = await read(portal.gatewayUrl, path);
    const cached = await read(portal.url, path);
    const after = await read(portal.gatewayUrl, path);
    expect([before.content, after.content], path).toContainEqual(cached.content);
  }
};

test('serves no stale page after the invalidation of a change', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 4, maxLength: 7 }), async (steps) => {
      const published: Published[] = [];
      for (const step of steps) {
        await takeStep(step, published);
        await assertFresh(published);
      }
    }),
    { numRuns: 5, endOnFailure: true },
  );
}, 240_000);

test('keeps pages cached that a change does not affect', async () => {
  const published: Published[] = [];
  await takeStep({ kind: 'publish', category: 1, daysAgo: 0 }, published);
  await takeStep({ kind: 'publish', category: 0, daysAgo: 0 }, published);
  const [notice] = published;
  const untouched = [
    '/thong-bao',
    '/api/articles?category=thong-bao',
    notice?.article.url ?? '',
    '/luot-truy-cap',
  ];
  for (const path of untouched) await read(portal.url, path);
  await takeStep({ kind: 'publish', category: 0, daysAgo: 0 }, published);
  await takeStep({ kind: 'retitle', which: 1 }, published);
  for (const path of untouched) expect([path, (await read(portal.url, path)).isHit]).toEqual([path, true]);
});

test('invalidates two tags for a publication, a correction and a withdrawal', async () => {
  const published: Published[] = [];
  const cost = async (step: Step) => {
    const before = portal.invalidations.items();
    await takeStep(step, published);
    return portal.invalidations.items() - before;
  };
  expect(await cost({ kind: 'publish', category: 0, daysAgo: 0 })).toBe(2);
  expect(await cost({ kind: 'retitle', which: 0 })).toBe(2);
  expect(await cost({ kind: 'withdraw', which: 0 })).toBe(2);
  expect(await cost({ kind: 'settings' })).toBe(1);
});
