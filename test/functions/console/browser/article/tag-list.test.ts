import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addTags, usefulSuggestions } from '../../../../../functions/console/browser/article/tag-list.ts';
import { articleContent } from '../../../../../shared/articles/content.ts';
import { tagsOf } from '../../../../../shared/articles/tags.ts';
import { content } from '../../../../support/staff-api.ts';

const ten = Array.from({ length: 10 }, (_, index) => `từ khóa ${index}`);

test.each<[string[], string, string[], string]>([
  [[], '  chuyển   đổi số ', ['chuyển đổi số'], ''],
  [[], 'chuyển đổi số, y tế; giáo dục', ['chuyển đổi số', 'y tế', 'giáo dục'], ''],
  [['Chuyển đổi số'], 'chuyen doi so', ['Chuyển đổi số'], '“chuyen doi so” đã có.'],
  [[], '###', [], '“###” không có chữ hay số nào.'],
  [[], 'a'.repeat(51), [], 'Từ khóa dài tối đa 50 ký tự.'],
  [ten, 'y tế', ten, 'Mỗi bài tối đa 10 từ khóa.'],
  [['y tế'], ' , ;', ['y tế'], ''],
  [[], '#, y tế', ['y tế'], '“#” không có chữ hay số nào.'],
])('to %j adds %j: %j', (before, typed, tags, refusal) => {
  expect(addTags(before, typed)).toEqual({ tags, refusal });
});

test('whatever is typed, the server takes the tags, and each has an address of its own', () => {
  const typed = fc.array(
    fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom('Y tế', 'y te', ',', 'C#')),
  );
  fc.assert(
    fc.property(typed, (parts) => {
      const tags = parts.reduce<readonly string[]>((before, part) => addTags(before, part).tags, []);
      const clean = tags.filter(
        (tag) => tag.isWellFormed() && !/\p{Cc}|\p{Noncharacter_Code_Point}/u.test(tag),
      );
      expect(articleContent.safeParse(content({ tags: clean })).success).toBe(true);
      expect(tagsOf(tags).length).toBe(tags.length);
    }),
  );
});

test('suggests what is not there yet', () => {
  expect(usefulSuggestions(['Y tế'], ['y tế', 'giáo dục'])).toEqual(['giáo dục']);
  expect(usefulSuggestions(ten, ['giáo dục'])).toEqual([]);
});
