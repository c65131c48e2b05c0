import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
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

test('waits while the site throttles', async () => {
  let requests = 0;
  const throttling = createServer((request, response) => {
    requests += 1;
    if (requests <= 3) response.writeHead(429).end();
    else if (requests <= 6) response.writeHead(503, { 'retry-after': '30' }).end();
    else if (request.url === '/') response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Tin</p>');
    else response.writeHead(404, { 'content-type': 'text/html' }).end();
  });
  await new Promise<void>((resolve) => throttling.listen(0, '127.0.0.1', resolve));
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-mirror-'));
  const url = `http://127.0.0.1:${(throttling.address() as AddressInfo).port}`;
  let waits = 0;
  await mirrorSite(url, folderStorage(folder), async () => {
    waits += 1;
  });
  expect([waits, await readFile(join(folder, 'index.html'), 'utf8')]).toEqual([6, '<p>Tin</p>']);
  throttling.close();
  await rm(folder, { recursive: true });
});

test('reports what names no file of the folder, and dead links, and mirrors the rest', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'cong-tin-mirror-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const folder = join(parent, 'a/b/ban-sao');
  const bait = join(parent, 'a/giu-lai.html');
  await mkdir(folder, { recursive: true });
  await writeFile(bait, 'giữ lại');
  await writeFile(join(folder, 'SHA256SUMS'), `${'0'.repeat(64)}  ../../giu-lai.html\n`);
  await site.published({
    title: 'Tin đích',
    oldUrls: ['/thoat-ra', '/SHA256SUMS', '/404.html', '/a%2f..%2fb'],
  });
  const links = [
    '/../../thoat-ra',
    '/%2e%2e/..%2f../thoat-ra',
    '/..\\..\\thoat-ra',
    '/SHA256SUMS',
    '/404.html',
    '/a%2f..%2fb',
    '/lien-ket-chet',
  ];
  const linking = await site.published({
    title: 'Tin có liên kết hỏng',
    body: links.map((href) => `<p><a href="${href}">liên kết</a></p>`).join(''),
  });
  const { failures, removed } = await mirrorSite(portal.gatewayUrl, folderStorage(folder));
  const reasons = new Map(failures.map(({ path, reason }) => [path, reason]));
  expect(reasons.get('/lien-ket-chet')).toBe('status 404');
  expect(reasons.get('/SHA256SUMS')).toMatch('mirror makes itself');
  expect(reasons.get('/404.html')).toMatch('mirror makes itself');
  expect(reasons.get('/a%2f..%2fb')).toBe('names no file inside the folder');
  expect(reasons.get('../../giu-lai.html')).toBe('names no file inside the folder');
  expect(failures.find(({ path }) => path === '/lien-ket-chet')?.linkedFrom).toBe(linking.url);
  expect(removed).toBe(0);
  expect(await readFile(bait, 'utf8')).toBe('giữ lại');
  expect((await readdir(parent, { recursive: true })).filter((name) => !name.startsWith('a/b/'))).toEqual([
    'a',
    'a/b',
    'a/giu-lai.html',
  ]);
  expect(await readFile(join(folder, `${linking.url.slice(1)}/index.html`), 'utf8')).toContain(linking.title);
  expect(await readFile(join(folder, 'SHA256SUMS'), 'utf8')).not.toContain('..');
});

test('keeps what an earlier run wrote while the site answers some paths with an error', async () => {
  const answers: Record<string, [number, string]> = {
    '/': [200, '<a href="/muc">mục</a>'],
    '/muc': [200, '<a href="/bai">bài</a>'],
    '/bai': [200, 'bài'],
  };
  const origin = createServer(({ url = '' }, response) => {
    const [status, html] = answers[url] ?? [404, 'không có'];
    response.writeHead(status, { 'content-type': 'text/html' }).end(html);
  });
  await new Promise<void>((resolve) => origin.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void origin.close());
  const url = `http://127.0.0.1:${(origin.address() as AddressInfo).port}`;
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-mirror-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const update = () => mirrorSite(url, folderStorage(folder));

  expect(await update()).toMatchObject({ files: 4, removed: 0, failures: [] });
  answers['/muc'] = [503, ''];
  expect(await update()).toMatchObject({
    files: 4,
    removed: 0,
    failures: [{ path: '/muc', reason: 'status 503' }],
  });
  answers['/muc'] = [410, ''];
  expect(await update()).toMatchObject({
    files: 2,
    removed: 2,
    failures: [{ path: '/muc', reason: 'status 410' }],
  });
  answers['/'] = [503, ''];
  await expect(update()).rejects.toThrow('status 503');
});

test.each([
  '../x',
  'a/../../x',
  '/etc/x',
  'a//x',
  'a/./x',
  '%2e%2e/x',
  'a%2F..%2F..%2Fx',
  '..\\x',
  'a%5c..%5cx',
  'C:/x',
  'a\0x',
  'a%00x',
  '',
])('refuses to write, read or remove the file %j', async (key) => {
  const storage = folderStorage(join(directory, 'trong'));
  await expect(storage.write(key, 'x', 'text/plain')).rejects.toThrow('names no file inside the folder');
  await expect(storage.remove(key)).rejects.toThrow('names no file inside the folder');
});

test.each<[string, string[]]>([
  ['/a/../b', ['/b']],
  ['/../../%2e%2e/b', ['/b']],
  ['/\\evil.example/b', []],
  ['//evil.example/b', []],
  ['/&#9;/evil.example', []],
  ['/x/../api/admin/articles', []],
  ['/tin-tuc?truoc=1#cuoi', ['/tin-tuc?truoc=1']],
])('the link %s leads to %j', (href, paths) => {
  expect(extractLinks(`<a href="${href}">x</a>`)).toEqual(paths);
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
