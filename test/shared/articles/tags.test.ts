import { expect, test } from 'vitest';
import { articleContent } from '../../../shared/articles/content.ts';
import { tagsOf } from '../../../shared/articles/tags.ts';
import { content } from '../../support/staff-api.ts';

test.each([
  [['Chuyển đổi số'], [{ slug: 'chuyen-doi-so', name: 'Chuyển đổi số' }]],
  [['Đồi Thông', 'đồi thông'], [{ slug: 'doi-thong', name: 'Đồi Thông' }]],
  [['###'], []],
  [[], []],
])('normalizes the tags %j to %j', (names, tags) => {
  expect(tagsOf(names)).toEqual(tags);
});

test('refuses a tag without letters and digits', () => {
  expect(articleContent.safeParse(content({ tags: ['###'] })).success).toBe(false);
  expect(articleContent.safeParse(content({ tags: ['C#'] })).success).toBe(true);
});
