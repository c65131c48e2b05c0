import { expect, test } from 'vitest';
import { changesInWords } from '../../../../../functions/console/browser/article/history-words.ts';
import { compare, contentOf } from '../../../../../shared/articles/compare.ts';
import { anArticle } from '../../../../support/article-fixture.ts';

const before = contentOf(anArticle({ body: '<p>Một hai ba bốn.</p><p>Năm sáu bảy.</p>' }));

test.each([
  [{}, 'không đổi nội dung'],
  [{ title: 'Tin khác', tags: ['y tế'] }, 'đổi tiêu đề, từ khóa'],
  [{ body: '<p>Một hai ba tư.</p><p>Năm sáu bảy.</p><p>Thêm.</p>' }, 'nội dung: thêm 1 đoạn, sửa 1 đoạn'],
  [
    { body: '<p>Một hai ba bốn.</p>', cover: '01kb0000000000000000000001' },
    'đổi ảnh đại diện; nội dung: bỏ 1 đoạn',
  ],
])('says what %j changes: %s', (fields, words) => {
  expect(changesInWords(compare(before, { ...before, ...fields }))).toBe(words);
});
