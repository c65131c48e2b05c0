import { expect, test } from 'vitest';
import { countTags } from '../../../shared/articles/tags-in-use.ts';

test('counts each tag once for each article, named as it was written last, the most frequent first', () => {
  const newestFirst = [['Mới'], ['họp dân', 'Họp Dân'], ['HỌP DÂN', 'đê điều'], [], ['Đê điều'], ['đê điều']];
  expect(countTags(newestFirst)).toEqual([
    { slug: 'de-dieu', name: 'đê điều', articles: 3 },
    { slug: 'hop-dan', name: 'họp dân', articles: 2 },
    { slug: 'moi', name: 'Mới', articles: 1 },
  ]);
});
