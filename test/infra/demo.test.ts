import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sanitizeBody } from '../../functions/articles/sanitize-body.ts';
import { demoPictures } from '../../infra/demo/pictures.ts';
import { readArticle } from '../../infra/demo/read-article.ts';
import { articleContent } from '../../shared/articles/article.ts';
import { siteSettings } from '../../shared/site/settings.ts';

const directory = join(import.meta.dirname, '../../infra/demo');
const files = ['articles', 'pages'].flatMap((folder) =>
  readdirSync(join(directory, folder)).map((file) => join(folder, file)),
);
const site = siteSettings.parse(JSON.parse(readFileSync(join(directory, 'site.json'), 'utf8')));

test.each(files)('%s could be saved by an editor unchanged', (file) => {
  const { publishedAt, cover, gallery, ...content } = readArticle(
    readFileSync(join(directory, file), 'utf8'),
  );
  expect(articleContent.parse(content)).toMatchObject(content);
  const { body, removed } = sanitizeBody(content.body);
  expect([body.replaceAll(' rel="nofollow noopener"', ''), removed]).toEqual([content.body, []]);
  expect([...site.categories.map(({ slug }) => slug), 'trang']).toContain(content.category);
  expect(publishedAt).toMatch(/^202[56]-/);
  expect(Object.keys(demoPictures)).toEqual(expect.arrayContaining([...(cover ? [cover] : []), ...gallery]));
});

const validText = `---
title: Tên: có dấu hai chấm
summary: Tóm tắt
category: thong-bao
tags: a, b
author: Ai
source:
publishedAt: 2026-01-01T08:00:00+07:00
---

<p>Thân bài</p>`;

test('reads the front matter, with the time in UTC', () => {
  expect(readArticle(validText)).toEqual({
    title: 'Tên: có dấu hai chấm',
    summary: 'Tóm tắt',
    category: 'thong-bao',
    tags: ['a', 'b'],
    gallery: [],
    author: 'Ai',
    source: '',
    publishedAt: '2026-01-01T01:00:00.000Z',
    body: '<p>Thân bài</p>',
  });
});

test.each([
  ['no front matter', '<p>x</p>', 'front matter'],
  ['no title', validText.replace(/title.*\n/, ''), 'title'],
  ['an unknown field', validText.replace('tags', 'labels'), 'labels'],
  ['an invalid time', validText.replace('2026-01-01T08', 'soon'), 'publishedAt'],
])('refuses %s and names the field', (_, text, name) => {
  expect(() => readArticle(text)).toThrow(name);
});
