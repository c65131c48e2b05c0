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

type Live = { article: EditorialArticle; isGone: boolean };
/** A step of the staff. `which` selects one of the existing articles. */
type Step =
  | { kind: 'publish'; category: 0 | 1; daysAgo: number }
  | { kind: 'retitle' | 'move' | 'withdraw'; which: number }
  | { kind: 'schedule'; category: 0 | 1 }
  | { kind: 'settings' };

const category = fc.constantFrom<(0 | 1)[]>(0, 1);
const which = fc.nat({ max: 99 });
const step: fc.Arbitrary<Step> = fc.oneof(
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
    says: [reply.status, reply.headers.get('location'), text],
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

const takeStep = async (taken: Step, lives: Live[]): Promise<void> => {
  const there = lives.filter(({ isGone }) => !isGone);
  const picked = 'which' in taken ? there[taken.which % Math.max(1, there.length)] : undefined;
  const before = portal.invalidations.items();
  if (taken.kind === 'publish' || taken.kind === 'schedule') {
    const made = await create({
      title: nextTitle(),
      category: categories[taken.category],
      tags: ['Bờ kè'],
    });
    const isScheduled = taken.kind === 'schedule';
    const at = Date.now() + (isScheduled ? 3_000 : -taken.daysAgo * 86_400_000);
    const article = await publish(made, new Date(at).toISOString());
    lives.push({ article, isGone: false });
    await settled(before);
    if (isScheduled) {
      // Nobody sees it before its time, and pages cached until then expire with it.
      await assertFresh(lives);
      await expect.poll(() => Date.now(), { timeout: 10_000 }).toBeGreaterThan(at);
    }
  } else if (taken.kind === 'settings') {
    const { body, headers } = await as.admin<SiteSettings>('/settings');
    const ifMatch = Number(headers.get('etag')?.replaceAll('"', ''));
    await as.admin('/settings', { method: 'PUT', ifMatch, body: { ...body, name: `Cổng ${nextTitle()}` } });
    await settled(before);
  } else if (picked) {
    const { id, version } = picked.article;
    if (taken.kind === 'withdraw') {
      await as.editor(`/articles/${id}/withdraw`, { method: 'POST', ifMatch: version, body: {} });
      picked.isGone = true;
    } else {
      const isTin = picked.article.category === 'tin-tuc';
      const moved = taken.kind === 'move' ? (isTin ? 'thong-bao' : 'tin-tuc') : picked.article.category;
      const body = content({ title: nextTitle(), category: moved });
      const saved = await as.editor<EditorialArticle>(`/articles/${id}`, {
        method: 'PUT',
        ifMatch: version,
        body,
      });
      picked.article = await publish(saved.body);
    }
    await settled(before);
  }
};

const pathsOf = (lives: readonly Live[]) => [
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
  ...lives.slice(-6).flatMap(({ article }) => [article.url, `/api/articles/${article.id}`]),
];

/** Asserts that the edge serves nothing but what the origin would serve now. */
const assertFresh = async (lives: readonly Live[]) => {
  for (const path of pathsOf(lives)) {
    const [shown, truth] = [await read(portal.url, path), await read(portal.gatewayUrl, path)];
    expect([path, ...shown.says]).toEqual([path, ...truth.says]);
  }
};

test('serves no stale page after the invalidation of a change', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 7 }), async (steps) => {
      const lives: Live[] = [];
      for (const taken of steps) {
        await takeStep(taken, lives);
        await assertFresh(lives);
      }
    }),
    { numRuns: 5, endOnFailure: true },
  );
}, 240_000);

test('keeps pages cached that a change does not affect', async () => {
  const lives: Live[] = [];
  await takeStep({ kind: 'publish', category: 1, daysAgo: 0 }, lives);
  await takeStep({ kind: 'publish', category: 0, daysAgo: 0 }, lives);
  const [notice] = lives;
  const untouched = [
    '/thong-bao',
    '/api/articles?category=thong-bao',
    notice?.article.url ?? '',
    '/luot-truy-cap',
  ];
  for (const path of untouched) await read(portal.url, path);
  await takeStep({ kind: 'publish', category: 0, daysAgo: 0 }, lives);
  await takeStep({ kind: 'retitle', which: 1 }, lives);
  for (const path of untouched) expect([path, (await read(portal.url, path)).isHit]).toEqual([path, true]);
});

test('invalidates two tags for a publication, a correction and a withdrawal', async () => {
  const lives: Live[] = [];
  const cost = async (taken: Step) => {
    const before = portal.invalidations.items();
    await takeStep(taken, lives);
    return portal.invalidations.items() - before;
  };
  expect(await cost({ kind: 'publish', category: 0, daysAgo: 0 })).toBe(2);
  expect(await cost({ kind: 'retitle', which: 0 })).toBe(2);
  expect(await cost({ kind: 'withdraw', which: 0 })).toBe(2);
  expect(await cost({ kind: 'settings' })).toBe(1);
});
