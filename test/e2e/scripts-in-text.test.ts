import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/site/default-settings.ts';
import { type Hole, holes, xmlHoles, xssVectors } from '../corpus/xss-vectors.ts';
import { complete, photograph, upload } from '../support/picture-fixture.ts';
import { type OpenedDocument, scriptRuns } from '../support/script-runs.ts';
import { staffApi } from '../support/staff-api.ts';
import { useBrowser } from '../support/use-browser.ts';
import { usePortal } from '../support/use-portal.ts';

const portal = await usePortal();
const desk = staffApi(portal);
const browser = await useBrowser();

/** The site's own origin, without its policy: what holds here holds before the policy does. */
const openPage = async () => {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`${portal.url}/robots.txt`);
  return page;
};

const byHole = (Object.entries(xssVectors) as [Hole, string[]][]).flatMap(([hole, vectors]) =>
  vectors.map((vector) => ({ hole, vector })),
);
const vectors = [...new Set(byHole.map(({ vector }) => vector))];
/** A title and a query have room for five. */
const perGroup = 5;
const groups = Array.from({ length: Math.ceil(vectors.length / perGroup) }, (_, n) =>
  vectors.slice(n * perGroup, (n + 1) * perGroup),
);

test('every vector of the corpus runs where nothing escapes it', async () => {
  expect(vectors.length).toBeGreaterThanOrEqual(60);
  const documents = byHole.map(
    ({ hole, vector }): OpenedDocument => ({
      name: `${hole} ${vector}`,
      text: holes[hole](vector),
      type: xmlHoles.includes(hole) ? 'application/xml' : 'text/html',
    }),
  );
  const ran = await scriptRuns(await openPage(), documents);
  expect(documents.map(({ name }) => name).filter((name) => !ran.includes(name))).toEqual([]);
});

test('no text that staff or readers write runs a script, in any page or feed, without the policy', async () => {
  const paths = await publishEverywhere();
  const texts = groups.map((group) => encodeURIComponent(group.join(' ')));
  const searches = texts.map((text) => `/tim-kiem?q=${text}`);
  const unknown = texts.map((text) => `/${text}`);
  const feeds = ['/rss.xml', '/tin-tuc/rss.xml', '/sitemap.xml', '/news-sitemap.xml'];
  const documents = await Promise.all([...paths, ...searches, ...unknown, ...feeds].map(read));
  const all = documents.map(({ text }) => text).join('\n');
  expect(all.match(/parent\.hit/g)?.length).toBeGreaterThan(vectors.length * 3);
  expect(await scriptRuns(await openPage(), documents)).toEqual([]);
});

const read = async (path: string): Promise<OpenedDocument> => {
  // From the gateway: the edge follows a change a second later.
  const reply = await fetch(portal.gatewayUrl + path);
  const type = reply.headers.get('content-type')?.startsWith('text/html') ? 'text/html' : 'application/xml';
  expect(reply.status).toBeLessThan(500);
  return { name: path, text: await reply.text(), type };
};

/** Vectors that fit a field: a text of one line keeps no line breaks, and has a limit. */
const fitting = (limit: number) => vectors.filter((vector) => vector.length <= limit);

/** Publishes articles and settings with all vectors in every field that takes text. Returns the paths of the pages that show them. */
const publishEverywhere = async (): Promise<string[]> => {
  const image = await upload(desk, await photograph(64, 64).jpeg().toBuffer(), {
    fileName: `${vectors[6]}.jpg`,
  });
  await complete(desk, image, { alt: fitting(60).slice(0, 7).join(' '), credit: fitting(60)[6] });

  const tags = fitting(50);
  const articles = await Promise.all(
    groups.map(async (group, n) => {
      const [first = ''] = group;
      const created = await desk.create({
        title: group.join(' ').slice(0, 300),
        summary: group.join(' '),
        body: `${group.join('')}<p>${group.join('</p><p>')}</p><p title="${first}">a</p>`,
        tags: tags.slice(n * 3, n * 3 + 3),
        author: first.slice(0, 100),
        source: group.join(' ').slice(0, 200),
        cover: image,
        gallery: [{ image, caption: group.join(' ') }],
      });
      return desk.publish(created);
    }),
  );
  const preview = await desk.create({ title: vectors.slice(0, 5).join(' '), body: vectors.join('') });
  const link = await desk.as.editor<{ url: string }>(`/articles/${preview.id}/preview`, {
    method: 'POST',
    body: {},
  });
  await saveSettings();
  const tagPaths = (await (await fetch(portal.gatewayUrl + (articles[0]?.url ?? ''))).text()).match(
    /\/the\/[\w-]+/g,
  );
  return ['/', '/tin-tuc', link.body.url, ...(tagPaths ?? []), ...articles.map(({ url }) => url)];
};

const saveSettings = async () => {
  const short = fitting(60);
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const url = 'https://example.com/?"><script>parent.hit(self.name)</script>';
  const lines = ['name', 'agency', 'superior', 'responsible', 'address', 'telephone'];
  const body = {
    ...defaultSettings,
    ...Object.fromEntries(lines.map((field, n) => [field, short[n]])),
    categories: defaultSettings.categories.map((category, n) => ({
      ...category,
      name: short.at(-1 - n),
      description: short.slice(n, n + 4).join(' '),
    })),
    links: short.slice(0, 30).map((name) => ({ name, url })),
    alert: { text: short.slice(0, 6).join(' '), url: '', from: at(-10), to: at(10) },
  };
  const reply = await desk.as.admin('/settings', { method: 'PUT', ifMatch: 0, body });
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
};
