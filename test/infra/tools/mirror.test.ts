import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { extractLinks } from '../../../infra/tools/mirror/extract-links.ts';
import { fileOf, linkToFiles } from '../../../infra/tools/mirror/file-layout.ts';
import { folderStorage } from '../../../infra/tools/mirror/folder-storage.ts';
import { mirrorSite } from '../../../infra/tools/mirror/mirror-site.ts';
import { complete, photograph, upload } from '../../support/picture-fixture.ts';
import { staffApi } from '../../support/staff-api.ts';
import { usePortal } from '../../support/use-portal.ts';

const portal = await usePortal();
const site = staffApi(portal);
const directory = await mkdtemp(join(tmpdir(), 'cong-tin-mirror-'));
afterAll(() => rm(directory, { recursive: true, force: true }));

/** A plain web server: a file by its path, a folder by its `index.html`. */
const server = createServer(async (request, response) => {
  const path = join(directory, decodeURIComponent(request.url ?? '/'));
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const bytes = await readFile(isFolder ? join(path, 'index.html') : path).catch(() => null);
  response.writeHead(bytes ? 200 : 404).end(bytes);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => server.close());
const mirrorUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const image = await upload(site, await photograph().jpeg().toBuffer());
await complete(site, image, { alt: 'Bờ kè' });
const illustrated = await site.published({ cover: image });
for (let n = 0; n < 24; n += 1) await site.published({ title: `Tin thứ ${n}`, category: 'thong-bao' });
const withdrawn = await site.published({ title: 'Tin sẽ gỡ', category: 'tin-tuc' });

const withoutVisitStatistics = (html: string) => html.replace(/<section class="visits".*?<\/section>/s, '');
/** The HTML of every page that is linked, directly or not, from the home page, by path. */
const crawl = async (url: string) => {
  const pages = new Map<string, string>();
  const queue = ['/'];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (pages.has(path) || path.startsWith('/images/')) continue;
    const reply = await fetch(url + path);
    expect([path, reply.status]).toEqual([path, 200]);
    const html = await reply.text();
    pages.set(path, withoutVisitStatistics(html));
    queue.push(...extractLinks(html));
  }
  return pages;
};

test('copies every page, picture and article of the site into the folder', async () => {
  const { files, written } = await mirrorSite(portal.url, folderStorage(directory));
  expect(written).toBe(files);
  const [onSite, inFolder] = [await crawl(portal.url), await crawl(mirrorUrl)];
  expect(onSite.size).toBeGreaterThan(29);
  expect(inFolder.size).toBe(onSite.size);
  for (const [path, html] of onSite) {
    const address = `/${fileOf(path, 'text/html').replace(/index\.html$/, '')}`;
    const mirrored = inFolder.get(address) ?? inFolder.get(address.replace(/\/$/, ''));
    expect([path, mirrored]).toEqual([path, linkToFiles(html)]);
  }
  const pictures = extractLinks(onSite.get(illustrated.url) ?? '').filter((path) =>
    path.startsWith('/images/'),
  );
  expect(pictures.length).toBeGreaterThan(2);
  for (const path of pictures) {
    const [there, here] = await Promise.all([
      fetch(portal.url + path),
      fetch(`${mirrorUrl}/${fileOf(path, 'image/')}`),
    ]);
    expect(Buffer.from(await here.arrayBuffer())).toEqual(Buffer.from(await there.arrayBuffer()));
  }
  const json = JSON.parse(await readFile(join(directory, `api/articles/${illustrated.id}.json`), 'utf8'));
  expect(json).toMatchObject({ id: illustrated.id, title: illustrated.title });
});

test('writes the checksums of its files', async () => {
  const lines = (await readFile(join(directory, 'SHA256SUMS'), 'utf8')).trim().split('\n');
  expect(lines.length).toBeGreaterThan(50);
  for (const line of lines) {
    const [checksum, file = ''] = line.split('  ');
    expect([
      file,
      createHash('sha256')
        .update(await readFile(join(directory, file)))
        .digest('hex'),
    ]).toEqual([file, checksum]);
  }
});

test('writes only changed files the second time, and removes obsolete ones', async () => {
  expect(await mirrorSite(portal.url, folderStorage(directory))).toMatchObject({ written: 0, removed: 0 });
  const items = portal.invalidations.items();
  await site.as.editor(`/articles/${withdrawn.id}/withdraw`, {
    method: 'POST',
    ifMatch: withdrawn.version,
    body: {},
  });
  await expect.poll(() => portal.invalidations.items(), { timeout: 10_000 }).toBeGreaterThan(items);
  const { written, removed } = await mirrorSite(portal.url, folderStorage(directory));
  expect(removed).toBeGreaterThanOrEqual(2);
  expect(written).toBeGreaterThan(0);
  for (const path of [withdrawn.url, `/api/articles/${withdrawn.id}.json`]) {
    expect([path, (await fetch(mirrorUrl + path)).status]).toEqual([path, 404]);
  }
});

test.each([
  ['/', 'text/html', 'index.html'],
  ['/tin-tuc', 'text/html; charset=utf-8', 'tin-tuc/index.html'],
  ['/tin-tuc?truoc=ab_c-d', 'text/html', 'tin-tuc/truoc-ab_c-d/index.html'],
  ['/api/articles', 'application/json', 'api/articles.json'],
  ['/api/articles?cursor=x', 'application/json', 'api/articles/cursor-x.json'],
  ['/images/1/480-a.webp', 'image/webp', 'images/1/480-a.webp'],
  ['/images/1', 'image/jpeg', 'images/1.jpg'],
  ['/rss.xml', 'application/rss+xml', 'rss.xml'],
])('%s (%s) is stored in the file %s', (path, type, file) => {
  expect(fileOf(path, type)).toBe(file);
});
