import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { freePort } from '../../infra/local/free-port.ts';
import { ofType } from '../../infra/local/template/template.ts';
import { fileOf } from '../../infra/tools/mirror/file-layout.ts';
import { folderStorage } from '../../infra/tools/mirror/folder-storage.ts';
import { templates } from '../support/templates.ts';

const configuration = await readFile(join(import.meta.dirname, '../../docs/nginx/mirror.conf'), 'utf8');
const nginx = process.env.NGINX || 'nginx';
const hasNginx = spawnSync(nginx, ['-v']).status === 0;

const html = 'text/html; charset=utf-8';
/** Paths of a mirrored site with their content types. */
const files: [path: string, contentType: string][] = [
  ['/', html],
  ['/tin-hoat-dong', html],
  ['/tin-hoat-dong/hop-to-dan-pho-01jd0000000000000000000000', html],
  ['/ngay/2026-05-22', html],
  ['/api/articles', 'application/json; charset=utf-8'],
  ['/api/articles/01jd0000000000000000000000', 'application/json; charset=utf-8'],
  ['/rss.xml', 'application/rss+xml; charset=utf-8'],
  ['/tin-hoat-dong/rss.xml', 'application/rss+xml; charset=utf-8'],
  ['/sitemap.xml', 'application/xml; charset=utf-8'],
  ['/robots.txt', 'text/plain; charset=utf-8'],
  ['/images/01jd0000000000000000000000', 'image/jpeg'],
  ['/images/01jd0000000000000000000000/480-0123456789.webp', 'image/webp'],
];
const contentOf = (path: string) => `nội dung của ${path}`;

const folder = await mkdtemp(join(tmpdir(), 'mirror-'));
const site = join(folder, 'site');
beforeAll(async () => {
  const { write } = folderStorage(site);
  for (const [path, type] of files) await write(fileOf(path, type), contentOf(path), type);
  await write('404.html', 'không có trang này', html);
  await mkdir(join(site, '.git'));
  await writeFile(join(site, '.git/config'), 'bí mật');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const addedHeaders = new Map(
  [...configuration.matchAll(/add_header ([\w-]+) "([^"]*)" always;/g)].map(
    ([, name = '', value]) => [name.toLowerCase(), value] as const,
  ),
);

describe('the configuration for a mirror', () => {
  test.each(files)('finds the file of %s', (path, type) => {
    const candidates = /location \/ \{\s+try_files ([^;]+) =404;/.exec(configuration)?.[1]?.split(' ') ?? [];
    const found = candidates
      .map((candidate) => candidate.replace('$uri', path))
      .find(
        (file) => existsSync(join(site, file)) && !file.endsWith('/') && file !== path.replace(/\/$/, ''),
      );
    const exact = fileOf(path, type) === path.slice(1);
    expect(exact ? path.slice(1) : found?.replace(/^\/+/, '')).toBe(fileOf(path, type));
  });

  test('adds the headers of the edge', () => {
    const [, , edge] = templates.find(([, , , portal]) => portal.stage === 'prod') ?? [];
    if (!edge) throw new Error('There is no portal in prod');
    const [policy] = ofType(edge, 'AWS::CloudFront::ResponseHeadersPolicy').map(
      ({ Properties }) => Properties.ResponseHeadersPolicyConfig as HeadersPolicy,
    );
    const { CustomHeadersConfig, SecurityHeadersConfig: security } = policy as HeadersPolicy;
    const custom = CustomHeadersConfig.Items.map(
      ({ Header, Value }) => [Header.toLowerCase(), Value] as const,
    );
    const expected = new Map([
      ...custom.filter(([name]) => name !== 'cache-control' && name !== 'cross-origin-resource-policy'),
      ['strict-transport-security', hstsOf(security.StrictTransportSecurity)],
      ['x-content-type-options', 'nosniff'],
      ['x-frame-options', security.FrameOptions.FrameOption],
      ['referrer-policy', security.ReferrerPolicy.ReferrerPolicy],
    ]);
    expect(addedHeaders).toEqual(expected);
    const resourcePolicy = new Map(custom).get('cross-origin-resource-policy');
    expect(configuration).toContain(`map $uri $mirror_resource_policy {\n    default "${resourcePolicy}";`);
    expect(configuration).toContain(`default "${security.ContentSecurityPolicy.ContentSecurityPolicy}";`);
  });

  test('lists no folder', () => {
    expect(configuration).toContain('autoindex off;');
    expect(configuration).not.toContain('autoindex on');
  });
});

type Hsts = { AccessControlMaxAgeSec: number; IncludeSubdomains?: boolean; Preload?: boolean };
type HeadersPolicy = {
  CustomHeadersConfig: { Items: { Header: string; Value: string }[] };
  SecurityHeadersConfig: {
    StrictTransportSecurity: Hsts;
    FrameOptions: { FrameOption: string };
    ReferrerPolicy: { ReferrerPolicy: string };
    ContentSecurityPolicy: { ContentSecurityPolicy: string };
  };
};
const hstsOf = ({ AccessControlMaxAgeSec, IncludeSubdomains, Preload }: Hsts) =>
  [`max-age=${AccessControlMaxAgeSec}`, IncludeSubdomains && 'includeSubDomains', Preload && 'preload']
    .filter(Boolean)
    .join('; ');

describe.skipIf(!hasNginx)('nginx with the configuration', () => {
  const pagePolicy = "default-src 'none'; style-src 'sha256-abc='";
  let url = '';
  let stop = () => {};

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const policyFile = join(folder, 'page-policy.conf');
    await writeFile(policyFile, `"~^text/html" "${pagePolicy}";\n`);
    // As it is in the documents, but for the addresses, paths and the certificate of a real server.
    const here = configuration
      .replace(/server \{\s+listen 80;[^}]*\}/, '')
      .replace(/listen \[::\]:443 ssl;/, '')
      .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
      .replace(/ssl_\w+ [^;]*;/g, '')
      .replace('/etc/nginx/mirror-page-policy.conf', policyFile)
      .replace('/srv/mirror/phuong', site);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${join(folder, name)};`)
      .join('\n');
    const main = join(folder, 'nginx.conf');
    await writeFile(
      main,
      `daemon off; master_process off; pid ${join(folder, 'pid')}; error_log ${join(folder, 'error')};
events {}
http { access_log off; ${temporary}
${here} }`,
    );
    const options = ['-e', join(folder, 'error'), '-p', folder, '-c', main];
    execFileSync(nginx, [...options, '-t'], { stdio: 'pipe' });
    const child = spawn(nginx, options, { stdio: 'ignore' });
    stop = () => child.kill();
    await vi.waitFor(() => fetch(url), { timeout: 15_000 });
  });
  afterAll(() => stop());

  test.each(files)('serves %s as %s', async (path, type) => {
    const reply = await fetch(url + path, { redirect: 'manual' });
    expect([reply.status, reply.headers.get('content-type'), await reply.text()]).toEqual([
      200,
      type,
      contentOf(path),
    ]);
    for (const [name, value] of addedHeaders) expect(reply.headers.get(name)).toBe(value);
    expect(reply.headers.get('content-security-policy')).toBe(
      type === html ? pagePolicy : "default-src 'none'; frame-ancestors 'none'",
    );
  });

  test('lets only pictures in a size be kept', async () => {
    const cacheOf = async (path: string) => (await fetch(url + path)).headers.get('cache-control');
    expect(await cacheOf('/images/01jd0000000000000000000000/480-0123456789.webp')).toContain('immutable');
    for (const path of ['/', '/images/01jd0000000000000000000000', '/khong-co']) {
      expect(await cacheOf(path)).toBe('public, max-age=0, must-revalidate');
    }
  });

  test.each(['/khong-co', '/images', '/images/', '/ngay', '/.git/config', '/%2e%2e/nginx.conf', '/404.html'])(
    'has no %s: the error page, and no list of a folder',
    async (path) => {
      const reply = await fetch(url + path, { redirect: 'manual' });
      expect([reply.status, await reply.text()]).not.toContain('bí mật');
      expect([400, 404]).toContain(reply.status);
    },
  );

  test('answers what is missing with the page of the mirror, with all headers', async () => {
    const reply = await fetch(`${url}/khong-co`);
    expect([reply.status, reply.headers.get('content-type'), await reply.text()]).toEqual([
      404,
      html,
      'không có trang này',
    ]);
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    expect(reply.headers.get('content-security-policy')).toBe(pagePolicy);
  });

  test.each(['POST', 'PUT', 'DELETE'])('refuses %s', async (method) => {
    expect((await fetch(url, { method })).status).toBe(405);
  });

  test('does not say its version', async () => {
    expect((await fetch(url)).headers.get('server')).toBe('nginx');
  });
});
