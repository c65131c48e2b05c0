import { afterEach, describe, expect, test } from 'vitest';
import { content, type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { usePortal } from '../../support/use-portal.ts';

const portal = await usePortal();
const { as, create } = staffApi(portal);
afterEach(() => portal.setClock(null));

const published = async (title: string, times: Record<string, string>) => {
  const { id, version } = await create({ title });
  const { body } = await as.editor<EditorialArticle>(`/articles/${id}/publish`, {
    method: 'POST',
    ifMatch: version,
    body: times,
  });
  return body;
};

type Place = (article: EditorialArticle) => Promise<boolean>;
const shows = async (path: string, text: string) =>
  (await (await fetch(portal.url + path)).text()).includes(text);

/** Every place where a reader meets an article, with a check whether it is there. */
const places: [string, Place][] = [
  ['its page', async ({ url }) => (await fetch(portal.url + url)).status === 200],
  ['the home page', async ({ title }) => (await (await fetch(portal.url)).text()).includes(title)],
  [
    'its category',
    async ({ title }) => (await (await fetch(`${portal.url}/tin-tuc`)).text()).includes(title),
  ],
  ...(['/ngay/2100-05-01', '/rss.xml', '/tin-tuc/rss.xml'] as const).map(
    (path) => [path, async ({ url }: EditorialArticle) => shows(path, url)] as [string, Place],
  ),
  ['the search', async ({ title }) => shows(`/api/search?q=${encodeURIComponent(title)}`, title)],
  ['the API', async ({ id }) => (await fetch(`${portal.url}/api/articles/${id}`)).status === 200],
  [
    "the API's list",
    async ({ title }) => (await (await fetch(`${portal.url}/api/articles`)).text()).includes(title),
  ],
];
const seen = async (article: EditorialArticle) =>
  Object.fromEntries(
    await Promise.all(places.map(async ([name, isThere]) => [name, await isThere(article)])),
  );
const everywhere = Object.fromEntries(places.map(([name]) => [name, true]));
const nowhere = Object.fromEntries(places.map(([name]) => [name, false]));

describe('without a job at publication or withdrawal time', () => {
  const begins = new Date('2100-05-01T01:00:00.000Z');
  const ends = new Date('2100-05-08T17:00:00.000Z');
  const at = (instant: Date, offsetMs: number) => new Date(instant.getTime() + offsetMs);

  test('shows the article everywhere from its first second to its last', async () => {
    const article = await published('Bài hẹn giờ sáng Chủ nhật', {
      publishedAt: '2100-05-01T08:00:00+07:00',
      withdrawAt: '2100-05-09T00:00:00+07:00',
    });
    const found = [];
    for (const instant of [at(begins, -1), begins, at(ends, -1), ends]) {
      portal.setClock(instant);
      found.push(await seen(article));
    }
    expect(found).toEqual([nowhere, everywhere, everywhere, nowhere]);
  });

  test('caches no page past its next known change', async () => {
    const { url } = await published('Bài đổi lúc nửa đêm', {
      publishedAt: begins.toISOString(),
      withdrawAt: ends.toISOString(),
    });
    const lives = async (instant: Date, paths: readonly string[]) => {
      portal.setClock(instant);
      const replies = await Promise.all(paths.map((path) => fetch(portal.gatewayUrl + path)));
      return replies.map(({ headers }) => headers.get('cache-control')?.match(/s-maxage=\d+/)?.[0]);
    };
    const lists = ['/', '/tin-tuc', '/rss.xml', '/api/articles'];
    expect(await lives(at(begins, -30_000), lists)).toEqual(Array(4).fill('s-maxage=30'));
    expect(await lives(at(ends, -7_000), [...lists, url])).toEqual(Array(5).fill('s-maxage=7'));
  });

  test('shows editors its state at each of these times', async () => {
    const { id } = await published('Bài cho ban biên tập', {
      publishedAt: begins.toISOString(),
      withdrawAt: ends.toISOString(),
    });
    const states = [];
    for (const instant of [at(begins, -1), begins, ends]) {
      portal.setClock(instant);
      states.push((await as.editor<{ state: string }>(`/articles/${id}`)).body.state);
    }
    expect(states).toEqual(['scheduled', 'live', 'withdrawn']);
  });
});

test('loses nothing when a clock is set back, and never decreases a time of an article', async () => {
  portal.setClock(new Date('2100-01-01T00:00:00.000Z'));
  const { id } = await create({ title: 'Viết khi đồng hồ chạy nhanh' });
  portal.setClock(new Date('2099-01-01T00:00:00.000Z'));
  const saved = await as.editor<EditorialArticle>(`/articles/${id}`, {
    method: 'PUT',
    ifMatch: 1,
    body: content({ title: 'Viết khi đồng hồ đã chỉnh' }),
  });
  expect(saved.body).toMatchObject({
    version: 2,
    createdAt: '2100-01-01T00:00:00.000Z',
    updatedAt: '2100-01-01T00:00:00.000Z',
  });
  const history = await as.editor<{ items: { version: number }[] }>(`/articles/${id}/revisions`);
  expect(history.body.items.map(({ version }) => version)).toEqual([2, 1]);
});
