import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';

const origin = 'https://phuong.example';

/** The console's policy, without the origins that only the whole console needs. */
const policy = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; worker-src 'self'; base-uri 'none'; form-action 'none'",
  "require-trusted-types-for 'script'; trusted-types cong-tin ProseMirrorClipboard",
].join('; ');

type Files = Record<string, { body: string; contentType: string }>;

/** Bundles a script of the tests, or a stylesheet, as the console's are. */
export const bundle = async (entryPoint: string): Promise<string> => {
  const { outputFiles = [] } = await build({
    entryPoints: [entryPoint],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
};

/** Opens a page with nothing but a bundle, under the console's policy. No request leaves. */
export const openBundle = async (
  browser: Browser,
  entryPoint: string,
  { styles, files = {} }: { styles?: string; files?: Files } = {},
): Promise<Page> => {
  const served: Files = {
    '/': {
      contentType: 'text/html; charset=utf-8',
      body: '<!doctype html><html lang="vi"><meta name="viewport" content="width=device-width"><title>Soạn bài</title><link rel="stylesheet" href="/styles.css"><main></main><script src="/script.js"></script>',
    },
    '/script.js': { contentType: 'text/javascript; charset=utf-8', body: await bundle(entryPoint) },
    '/styles.css': { contentType: 'text/css; charset=utf-8', body: styles ? await bundle(styles) : '' },
    ...files,
  };
  const context = await browser.newContext();
  await context.route('**/*', (route) => {
    const file = served[new URL(route.request().url()).pathname];
    return file
      ? route.fulfill({ ...file, headers: { 'content-security-policy': policy } })
      : route.fulfill({ status: 404 });
  });
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  return page;
};
