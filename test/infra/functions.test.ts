import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundleDirectory, functionName, ofType } from '../../infra/local/template/template.ts';
import { propertiesOf, templateDirectory, templateOf, templates } from '../support/templates.ts';

const kb = 1000;
/** Maximum size of each bundle: a cold start reads all of it. */
const bundleLimits: Record<string, number> = {
  pages: 240 * kb,
  feeds: 225 * kb,
  articles: 470 * kb,
  images: 470 * kb,
  'site-admin': 260 * kb,
  search: 580 * kb,
  'search-compactor': 450 * kb,
  visits: 150 * kb,
  'most-read': 125 * kb,
  console: 300 * kb,
  people: 350 * kb,
  'sign-in-recorder': 100 * kb,
  'people-export': 450 * kb,
  'cache-invalidator': 450 * kb,
};

const bundles = ofType(templateOf('dev'), 'AWS::Lambda::Function').map((resource) => ({
  name: functionName(resource),
  directory: join(templateDirectory, bundleDirectory(resource)),
}));

describe.each(templates)('%s', (_, template) => {
  test('runs every function on Node 24 and arm64, with tracing, its own log group and a timeout', () => {
    const functions = Object.values(propertiesOf(template, 'AWS::Lambda::Function'));
    expect(functions).toHaveLength(Object.keys(bundleLimits).length);
    for (const properties of functions) {
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogGroup: { Ref: expect.any(String) } },
        Timeout: expect.any(Number),
      });
    }
    expect(new Set(functions.map(({ LoggingConfig }) => JSON.stringify(LoggingConfig))).size).toBe(
      functions.length,
    );
  });

  test('enables HTTP/3 and IPv6, TLS 1.2 to the API, and redirects to HTTPS', () => {
    const [distribution] = Object.values(propertiesOf(template, 'AWS::CloudFront::Distribution'));
    const config = distribution?.DistributionConfig as Record<string, Record<string, unknown>[]>;
    expect(config).toMatchObject({ HttpVersion: 'http2and3', IPV6Enabled: true });
    const behaviors = [config.DefaultCacheBehavior, ...(config.CacheBehaviors ?? [])];
    expect(behaviors).toHaveLength(7);
    for (const behavior of behaviors) {
      expect(behavior).toMatchObject({
        ViewerProtocolPolicy: 'redirect-to-https',
        ResponseHeadersPolicyId: { 'Fn::ImportValue': expect.stringContaining('Headers') },
      });
    }
    const [buckets, gateway] = [true, false].map((isBucket) =>
      config.Origins?.filter((origin) => 'S3OriginConfig' in origin === isBucket),
    );
    expect(buckets).toEqual([expect.objectContaining({ OriginAccessControlId: expect.anything() })]);
    expect(gateway?.length).toBeGreaterThan(0);
    for (const origin of gateway ?? []) {
      expect(origin).toMatchObject({
        CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
        OriginCustomHeaders: [{ HeaderName: 'x-origin-secret' }],
      });
    }
  });
});

test('requires TLS 1.2 or newer for a custom domain', () => {
  const [distribution] = Object.values(propertiesOf(templateOf('prod'), 'AWS::CloudFront::Distribution'));
  expect(distribution?.DistributionConfig).toMatchObject({
    Aliases: [expect.any(String)],
    ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021', SslSupportMethod: 'sni-only' },
  });
});

test.each(bundles)('keeps the bundle of $name within its size limit', ({ name, directory }) => {
  const { size } = statSync(join(directory, 'index.mjs'));
  expect(size).toBeLessThanOrEqual(bundleLimits[name] ?? 0);
});

test.each(bundles)('keeps code of the runner out of the bundle of $name', ({ directory }) => {
  const code = readFileSync(join(directory, 'index.mjs'), 'utf8');
  expect(code).not.toMatch(/127\.0\.0\.1:\d|DynamoDBLocal|fauxqs|oidc-provider/);
});

test('packages sharp for arm64 with the images function only', () => {
  const native = 'node_modules/@img/sharp-linux-arm64/lib';
  for (const { name, directory } of bundles) {
    expect([name, existsSync(join(directory, 'node_modules'))]).toEqual([name, name === 'images']);
  }
  const images = bundles.find(({ name }) => name === 'images')?.directory ?? '';
  const [binary = ''] = readdirSync(join(images, native)).filter((file) => file.endsWith('.node'));
  const elf = readFileSync(join(images, native, binary));
  // https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html: e_machine is 183 for AArch64.
  expect([elf.toString('latin1', 1, 4), elf.readUInt16LE(18)]).toEqual(['ELF', 183]);
});

test('keeps the sanitizer out of the functions for readers', () => {
  const pages = bundles.find(({ name }) => name === 'pages');
  expect(readFileSync(join(pages?.directory ?? '', 'index.mjs'), 'utf8')).not.toContain(
    'allowedSchemesAppliedToAttributes',
  );
});
