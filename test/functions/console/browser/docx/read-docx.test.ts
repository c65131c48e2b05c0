import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DocxContent } from '../../../../../functions/console/browser/docx/read-docx.ts';
import type { Cleaned } from '../../../../../functions/console/browser/paste/clean-tree.ts';
import { bundle, openBundle } from '../../../../support/browser-bundle.ts';
import {
  definition,
  docxFile,
  drawing,
  listed,
  numberingOf,
  paragraph,
  run,
} from '../../../../support/docx-fixture.ts';
import { useBrowser } from '../../../../support/use-browser.ts';
import { zipFile } from '../../../../support/zip-file.ts';

const browser = await useBrowser();
const worker = await bundle(
  join(import.meta.dirname, '../../../../../functions/console/browser/docx/docx-worker.ts'),
);
const page = await openBundle(browser, join(import.meta.dirname, 'docx-page.ts'), {
  files: { '/quan-tri/tep/docx-worker-test.js': { body: worker, contentType: 'text/javascript' } },
});
const messages: string[] = [];
page.on('console', (message) => messages.push(message.text()));
page.on('pageerror', ({ message }) => messages.push(message));

/** What `docx-page.ts` puts on its window. */
type DocxWindow = {
  read(bytes: readonly number[], hurry?: number): Promise<DocxContent | string>;
  cleanPastedHtml(input: { html: string; rtf?: string }): Cleaned;
};

const read = (file: Buffer, hurry = 1) =>
  page.evaluate(([bytes, times]) => (globalThis as unknown as DocxWindow).read(bytes, times), [
    [...file],
    hurry,
  ] as [number[], number]);
const clean = (html: string) =>
  page.evaluate((text) => (globalThis as unknown as DocxWindow).cleanPastedHtml({ html: text }), html);

test('reads a Word file under the policy of the console', async () => {
  const file = docxFile({
    body:
      paragraph('Mở đầu') +
      listed('Một', 1) +
      listed('a', 1, 1) +
      paragraph(run('Đậm', '<w:b/>')) +
      drawing('p.png'),
    numbering:
      definition(0, [
        ['decimal', '%1.'],
        ['lowerLetter', '%2)'],
      ]) + numberingOf(1, 0),
    media: { 'p.png': Buffer.from([137, 80, 78, 71]) },
  });
  expect(await read(file)).toMatchObject({
    body: '<p>Mở đầu</p><ol><li>Một</li></ol><p>a) a</p><p><strong>Đậm</strong></p><figure><img src="/images/00000000000000000000000001" /></figure>',
    pictures: [{ type: 'image/png', placeholder: '00000000000000000000000001' }],
    leftOut: [],
  });
});

const zeros = Buffer.alloc(60_000_000);
const heavy = docxFile({ body: '<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(800_000) });

test.each<[string, () => Buffer, string]>([
  ['none', () => Buffer.from('Chào'), 'không phải là tệp Word'],
  ['damaged', () => docxFile({ body: '<w:p>' }), 'có thể tệp đã hỏng'],
  ['a bomb', () => zipFile([{ name: 'word/document.xml', content: zeros }]), 'quá lớn'],
  [
    'a bomb that lies',
    () => zipFile([{ name: 'word/document.xml', content: zeros, statedSize: 99 }]),
    'quá lớn',
  ],
])('refuses a file that is %s, and the page lives', async (_, file, sentence) => {
  expect(await read(file())).toMatch(new RegExp(`^PortalSentence: .*${sentence}`));
  expect(await page.evaluate(() => 1 + 1)).toBe(2);
});

test('ends a worker that takes too long, and the page lives', async () => {
  expect(await read(heavy, 20)).toMatch(/^PortalSentence: .*quá lớn/);
  expect(await page.evaluate(() => 1 + 1)).toBe(2);
});

test('reads styles that the policy takes from parsed documents, and comments of Word', async () => {
  const marker = '<![if !supportLists]><span style="mso-list:Ignore">-<span>&nbsp;</span></span><![endif]>';
  const html = `<html><head><base href="https://a.example"><style>.xl65 {font-weight:700}</style></head><body><p><span style="font-weight:700">Đậm</span></p><p style="mso-list:l0 level1 lfo1">${marker}Ý</p><table><tr><td class="xl65">a</td><td>b</td></tr></table><script>window.ran = true</script></body></html>`;
  expect(await clean(html)).toEqual({
    html: '<p><strong>Đậm</strong></p><ul><li>Ý</li></ul><table><tbody><tr><td><strong>a</strong></td><td>b</td></tr></tbody></table>',
    pictures: [],
    leftOut: [{ what: 'đoạn mã', count: 1 }],
    warnings: [],
  });
});

test('cleans megabytes, and refuses what would take minutes to parse', async () => {
  const { html } = await clean(
    '<p class="MsoNormal" style="margin:0cm"><o:p>&nbsp;</o:p></p>'.repeat(40_000),
  );
  expect(html).toBe('');
  await expect(clean('<div><b>'.repeat(300_000))).rejects.toThrow('quá phức tạp');
});

test('caused no report of the policy', () => {
  expect(messages).toEqual([]);
});
