import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { contentSecurityPolicy, policyOfSite } from '../../../shared/pages/content-security-policy.ts';
import { emcScript } from '../../../shared/pages/emc.tsx';
import { errorPage } from '../../../shared/pages/error-page.tsx';
import { minifyCss } from '../../../shared/pages/minify-css.ts';
import {
  articleScript,
  displayScript,
  galleryScript,
  suggestionsScript,
  themeScript,
  visitsScript,
} from '../../../shared/pages/scripts.ts';

test('names the stylesheet by its hash in the policy', () => {
  const page = errorPage({ kind: 'internal', requestId: 'r' });
  const style = /<style>([\s\S]*)<\/style>/.exec(page)?.[1] ?? '';
  expect(style.length).toBeGreaterThan(1000);
  const hash = createHash('sha256').update(style).digest('base64');
  expect(contentSecurityPolicy).toMatch(/style-src( 'sha256-[^']+')+;/);
  expect(contentSecurityPolicy).toContain(`'sha256-${hash}'`);
});

const scripts = [themeScript, displayScript, articleScript, galleryScript, suggestionsScript, visitsScript];
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('allows only own scripts and sources in the policy', () => {
  expect(contentSecurityPolicy).toContain("default-src 'none'");
  expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/);
  expect(contentSecurityPolicy).toContain(`script-src ${scripts.map(hashOf).join(' ')};`);
});

test('extends the policy only for what a setting embeds', () => {
  const none = { trustBadge: null, emcSiteId: '' };
  expect(policyOfSite(none)).toBe(contentSecurityPolicy);
  const badge = policyOfSite({ ...none, trustBadge: { domain: 'hacvan.example', page: 'hacvan-1' } });
  expect(badge).toBe(contentSecurityPolicy.replace("'self' data:", "'self' data: https://tinnhiemmang.vn"));
  const measured = policyOfSite({ ...none, emcSiteId: '1234' });
  expect(measured).toContain(`${hashOf(emcScript('1234'))} https://f-emc.ngsp.gov.vn;`);
  expect(measured).toContain("connect-src 'self' https://f-emc.ngsp.gov.vn;");
  expect(measured).not.toContain(hashOf(emcScript('1235')));
});

test('has at most three kilobytes of compressed scripts on a page', () => {
  expect(brotliCompressSync(scripts.join('')).length).toBeLessThanOrEqual(3000);
});

test.each([
  ['a { color : red; }', 'a{color :red}'],
  ['/* why */ a {\n  margin: 0 0 1rem;\n}\n', 'a{margin:0 0 1rem}'],
  ['.x :focus { top: 0 }', '.x :focus{top:0}'],
  ['.box p,\n.box li { top: 0 }', '.box p,.box li{top:0}'],
  ['@media (min-width: 48rem) { a { top: 0 } }', '@media (min-width:48rem){a{top:0}}'],
  ['a > b { width: calc(1px + 2px) }', 'a>b{width:calc(1px + 2px)}'],
])('minifies %j to %j', (css, compact) => {
  expect(minifyCss(css)).toBe(compact);
});
