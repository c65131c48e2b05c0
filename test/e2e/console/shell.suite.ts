import { expect, test } from 'vitest';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(portal.url + path, { redirect: 'manual', headers });

test('leads to the console with a slash', async () => {
  const reply = await get('/quan-tri');
  expect([reply.status, reply.headers.get('location')]).toEqual([301, '/quan-tri/']);
});

test.each(['/quan-tri/', '/quan-tri/bai-viet/moi', '/QUAN-TRI/anh', '/quan-tri/?code=a&state=b'])(
  'answers %s with the shell, asked for each time and kept from crawlers',
  async (path) => {
    const reply = await get(path);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(reply.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    const policy = reply.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain(`connect-src 'self' ${portal.signer.issuer} http://127.0.0.1:`);
    expect(policy).not.toContain('unsafe');
    expect(await reply.text()).toContain('<div id="app">');
  },
);

test('serves its files compressed and for ever, and no others', async () => {
  const page = await (await get('/quan-tri/')).text();
  const files = [...page.matchAll(/(?:src|href)="(\/quan-tri\/tep\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(files.length).toBeGreaterThanOrEqual(2);
  for (const path of files) {
    const reply = await get(path, { 'accept-encoding': 'br' });
    expect([path, reply.status]).toEqual([path, 200]);
    expect(reply.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    // CloudFront compresses nothing smaller: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
    const isSmall = Buffer.byteLength(await reply.text()) < 1_000;
    expect(reply.headers.get('content-encoding')).toBe(isSmall ? null : 'br');
    expect(reply.headers.get('content-type')).toMatch(/^text\/(css|javascript); charset=utf-8$/);
  }
  for (const name of ['manifest.json', 'index.mjs', '..%2findex.mjs', 'console.js']) {
    expect([name, (await get(`/quan-tri/tep/${name}`)).status]).toEqual([name, 404]);
  }
});

test('tells crawlers to stay away', async () => {
  expect(await (await get('/robots.txt')).text()).toContain('Disallow: /quan-tri');
});
