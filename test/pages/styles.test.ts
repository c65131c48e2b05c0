import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compactCss } from '../../shared/pages/compact-css.ts';
import { contentSecurityPolicy, galleryScript } from '../../shared/pages/content-security-policy.ts';
import { errorPage } from '../../shared/pages/error-page.tsx';

test('the policy names the stylesheet of the page by its hash', () => {
  const page = errorPage({ status: 500, requestId: 'r' });
  const style = /<style>([\s\S]*)<\/style>/.exec(page)?.[1] ?? '';
  expect(style.length).toBeGreaterThan(1000);
  const hash = createHash('sha256').update(style).digest('base64');
  expect(contentSecurityPolicy).toContain(`style-src 'sha256-${hash}'`);
});

test('the policy lets no script run but our own, and nothing in from elsewhere', () => {
  expect(contentSecurityPolicy).toContain("default-src 'none'");
  expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/);
  const hash = createHash('sha256').update(galleryScript).digest('base64');
  expect(contentSecurityPolicy).toContain(`script-src 'sha256-${hash}'`);
});

test('the script is at most a kilobyte as it travels', () => {
  expect(brotliCompressSync(galleryScript).length).toBeLessThanOrEqual(1000);
});

test.each([
  ['a { color : red; }', 'a{color :red}'],
  ['/* why */ a {\n  margin: 0 0 1rem;\n}\n', 'a{margin:0 0 1rem}'],
  ['.x :focus { top: 0 }', '.x :focus{top:0}'],
  ['.box p,\n.box li { top: 0 }', '.box p,.box li{top:0}'],
  ['@media (min-width: 48rem) { a { top: 0 } }', '@media (min-width:48rem){a{top:0}}'],
  ['a > b { width: calc(1px + 2px) }', 'a>b{width:calc(1px + 2px)}'],
])('%j means %j', (css, compact) => {
  expect(compactCss(css)).toBe(compact);
});
