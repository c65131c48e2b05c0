import { expect, test } from 'vitest';
import { views } from '../../functions/console/browser/views.ts';
import { staticPageCategory } from '../../shared/articles/static-page.ts';
import { defaultSettings } from '../../shared/site/default-settings.ts';
import { localDay, monthOf } from '../../shared/time/local-day.ts';
import { type Hole, holes, xmlHoles, xssVectors } from '../corpus/xss-vectors.ts';
import { consoleOpener } from '../support/console-opener.ts';
import { complete, photograph, upload } from '../support/picture-fixture.ts';
import { type OpenedDocument, scriptRuns } from '../support/script-runs.ts';
import { staffApi } from '../support/staff-api.ts';
import { useBrowser } from '../support/use-browser.ts';
import { usePortal } from '../support/use-portal.ts';

const portal = await usePortal();
const desk = staffApi(portal);
const browser = await useBrowser();
const openConsole = consoleOpener(browser, portal);

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
  const { paths } = await published;
  const texts = groups.map((group) => encodeURIComponent(group.join(' ')));
  const searches = texts.map((text) => `/tim-kiem?q=${text}`);
  const unknown = texts.map((text) => `/${text}`);
  const feeds = ['/rss.xml', '/tin-tuc/rss.xml', '/sitemap.xml', '/news-sitemap.xml'];
  const documents = await Promise.all([...paths, ...searches, ...unknown, ...feeds].map(read));
  const all = documents.map(({ text }) => text).join('\n');
  expect(all.match(/parent\.hit/g)?.length).toBeGreaterThan(vectors.length * 3);
  expect(await scriptRuns(await openPage(), documents)).toEqual([]);
});

test('no text that staff write runs a script in any view of the console, without the policy', async () => {
  const { articles } = await published;
  const { page, context, close } = await openConsole('admin', '/quan-tri/', { bypassCSP: true });
  await context.addInitScript('globalThis.ran = []; globalThis.hit = (name) => globalThis.ran.push(name);');
  const ran: string[] = [];
  const look = async (view: string) => {
    const texts = expect.poll(() => page.evaluate<string>(textsOnScreen), { message: view });
    if (!viewsWithoutTexts.includes(view)) await texts.toContain('hit(');
    await page.evaluate(isAtRest);
    const names = await page.evaluate<string[]>('globalThis.ran.splice(0)');
    ran.push(...names.map((name) => `${view}: ${name}`));
  };
  for (const { path } of views) {
    const ids = path.includes(':id') ? articles : [''];
    for (const id of ids) {
      const address = path.replace(':id', id).replace(':month', monthOf(localDay(new Date())));
      await page.goto(portal.url + address + (path === '/quan-tri/' ? '?muc=tat-ca' : ''));
      await page.getByRole('heading', { level: 1 }).waitFor();
      await look(path);
      if (!path.endsWith('/:id')) continue;
      await page.getByRole('button', { name: 'Xem trước', exact: true }).click();
      await page.frameLocator('iframe').locator('.body').waitFor();
      await look(`${path} preview`);
    }
  }
  await close();
  expect(ran).toEqual([]);
});

/** Views that show names of accounts, days and figures. */
const viewsWithoutTexts = ['quan-ly', 'thong-tin-cong/lich-su', 'nguoi-dung', 'tinh-trang'].map(
  (view) => `/quan-tri/${view}`,
);

/** The texts of a page and its frames, and what its fields hold. */
const textsOnScreen = `[document.querySelector('main'), ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument?.body)]
  .flatMap((shown) => [
    shown?.innerText,
    ...[...(shown?.querySelectorAll('input, textarea') ?? [])].map((field) => field.value),
  ])
  .join('\\n')`;
/** Ends later than what the page loads and animates by itself: with two frames after an image that cannot load. */
const isAtRest = `new Promise((resolve) => {
  const image = new Image();
  image.onerror = () => requestAnimationFrame(() => requestAnimationFrame(resolve));
  image.src = 'x:';
})`;

const read = async (path: string): Promise<OpenedDocument> => {
  // From the gateway: the edge follows a change a second later.
  const reply = await fetch(portal.gatewayUrl + path);
  const type = reply.headers.get('content-type')?.startsWith('text/html') ? 'text/html' : 'application/xml';
  expect(reply.status).toBeLessThan(500);
  return { name: path, text: await reply.text(), type };
};

/** Vectors that fit a field: a text of one line keeps no line breaks, and has a limit. */
const fitting = (limit: number) => vectors.filter((vector) => vector.length <= limit);

/**
 * Publishes articles and settings with all vectors in every field that takes text. Returns the paths of the pages that show them, and the
 * ids of a draft with all vectors and of a live article.
 */
const publishEverywhere = async (): Promise<{ paths: string[]; articles: string[] }> => {
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
  const staticPage = { title: vectors.slice(0, 3).join(' '), category: staticPageCategory };
  await desk.publish(await desk.create(staticPage));
  const preview = await desk.create({
    title: vectors.slice(0, 5).join(' '),
    summary: vectors.slice(5, 12).join(' '),
    body: vectors.join(''),
    source: vectors.slice(12, 15).join(' ').slice(0, 200),
    gallery: [{ image, caption: vectors.slice(15, 20).join(' ') }],
  });
  const link = await desk.as.editor<{ url: string }>(`/articles/${preview.id}/preview`, {
    method: 'POST',
    body: {},
  });
  await saveSettings();
  const tagPaths = (await (await fetch(portal.gatewayUrl + (articles[0]?.url ?? ''))).text()).match(
    /\/the\/[\w-]+/g,
  );
  return {
    paths: ['/', '/tin-tuc', link.body.url, ...(tagPaths ?? []), ...articles.map(({ url }) => url)],
    articles: [preview.id, ...articles.slice(0, 1).map(({ id }) => id)],
  };
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

const published = publishEverywhere();
