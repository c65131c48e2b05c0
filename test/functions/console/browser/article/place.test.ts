import { expect, test } from 'vitest';
import { refusedFields } from '../../../../../functions/console/browser/article/place.ts';

test.each([
  ['gallery.0.image', ['gallery']],
  ['title', ['title']],
  ['withdrawAt', []],
  ['titles', []],
])('%s is about the fields %j', (field, expected) => {
  const found = refusedFields([{ field, reason: 'Sai' }], ['title', 'gallery', 'body']);
  expect(found).toEqual(expected.map((name) => ({ field: name, reason: 'Sai' })));
});
