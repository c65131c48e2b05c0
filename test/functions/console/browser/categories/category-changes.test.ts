import { expect, test } from 'vitest';
import {
  categoryProblems,
  inOrder,
  withNewCategory,
} from '../../../../../functions/console/browser/categories/category-changes.ts';
import { siteSettings } from '../../../../../shared/site/settings.ts';
import { aSite } from '../../../../support/site-fixture.ts';

const site = aSite();

test.each([
  [{ name: 'Giáo dục', slug: 'giao-duc' }, null, []],
  [{ name: '  ', slug: 'giao-duc' }, null, ['name']],
  [{ name: 'TIN TUC', slug: 'tin' }, null, ['name']],
  [{ name: 'TIN TUC', slug: 'tin-tuc' }, 'tin-tuc', []],
  [{ name: 'Tin tức', slug: 'van-hoa' }, 'van-hoa', ['name']],
  [{ name: 'Giáo dục', slug: 'Giáo dục' }, null, ['slug']],
  [{ name: 'Giáo dục', slug: 'the' }, null, ['slug']],
  [{ name: 'Giáo dục', slug: 'tin-tuc' }, null, ['slug']],
  [{ name: 'Giáo dục', slug: 'giao-duc', description: 'x'.repeat(301) }, null, ['description']],
])('%j, of the category %s, has problems with %j', (fields, edited, problems) => {
  const category = { description: '', ...fields };
  expect(Object.keys(categoryProblems(category, site, edited))).toEqual(problems);
});

test('a new category takes the address of a former one', () => {
  const before = aSite({ formerCategories: [{ slug: 'giao-duc', now: 'tin-tuc' }] });
  const after = withNewCategory(before, { slug: 'giao-duc', name: 'Giáo dục', description: '' });
  expect(siteSettings.parse(after).formerCategories).toEqual([]);
});

test('an order leaves no category out, one that was added meanwhile at the end', () => {
  const order = inOrder(site.categories, ['van-hoa', 'gone', 'tin-tuc']).map(({ slug }) => slug);
  expect(order).toEqual(['van-hoa', 'tin-tuc', 'thong-bao']);
});
