import { expect, test } from 'vitest';
import { listedTags, renameOf } from '../../../../../functions/console/browser/tags/tag-list.ts';

const tags = [
  { slug: 'do-thi', name: 'Đô thị', articles: 9 },
  { slug: 'chuyen-doi-so', name: 'Chuyển đổi số', articles: 5 },
  { slug: 'an-ninh', name: 'An ninh', articles: 1 },
];
const [, digital = { slug: '', name: '', articles: 0 }] = tags;

test.each([
  ['', 'articles', ['Đô thị', 'Chuyển đổi số', 'An ninh']],
  ['', 'name', ['An ninh', 'Chuyển đổi số', 'Đô thị']],
  ['so chuyen', 'articles', ['Chuyển đổi số']],
  ['ĐÔ T', 'name', ['Đô thị']],
  ['khong co', 'name', []],
] as const)('of “%s” by %s are listed %j', (words, order, names) => {
  expect(listedTags(tags, words, order).map(({ name }) => name)).toEqual(names);
});

test.each([
  ['Chuyển đổi số', { kind: 'same' }],
  ['chuyen doi so', { kind: 'spelling' }],
  ['Số hóa', { kind: 'rename' }],
  ['ĐÔ THỊ', { kind: 'merge', into: tags[0] }],
])('“Chuyển đổi số” to “%s” is %j', (name, expected) => {
  expect(renameOf(digital, name, tags)).toEqual(expected);
});
