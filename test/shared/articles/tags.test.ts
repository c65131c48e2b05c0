import { expect, test } from 'vitest';
import { articleContent } from '../../../shared/articles/content.ts';
import { tagsOf } from '../../../shared/articles/tags.ts';
import { content } from '../../support/staff-api.ts';

test.each([
  [['Chuyển đổi số'], [{ slug: 'chuyen-doi-so', name: 'Chuyển đổi số' }]],
  [['Đồi Thông', 'đồi thông'], [{ slug: 'doi-thong', name: 'Đồi Thông' }]],
  [['###'], []],
  [[], []],
])('the tags %j are %j', (names, tags) => {
  expect(tagsOf(names)).toEqual(tags);
});

test('a tag of signs alone is refused', () => {
  expect(articleContent.safeParse(content({ tags: ['###'] })).success).toBe(false);
  expect(articleContent.safeParse(content({ tags: ['C#'] })).success).toBe(true);
});
