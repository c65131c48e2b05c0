import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutCategory } from '../../../functions/site-admin/without-category.ts';
import { formerCategoryLimit, siteSettings } from '../../../shared/site/settings.ts';
import { aSite } from '../../support/site-fixture.ts';

const slugs = Array.from({ length: 8 }, (_, n) => `muc-${n}`);
const category = (slug: string) => ({ slug, name: slug, description: '' });

test('retiring and adding categories in any order leaves settings that can be saved, and every old address leads to a category', () => {
  const step = fc.record({ slug: fc.constantFrom(...slugs), to: fc.constantFrom(...slugs) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let site = aSite({ categories: slugs.slice(0, 2).map(category) });
      for (const { slug, to } of steps) {
        const has = (wanted: string) => site.categories.some((one) => one.slug === wanted);
        if (!has(slug)) site = { ...site, categories: [...site.categories, category(slug)] };
        else if (slug !== to && has(to)) {
          site = withoutCategory(site, { from: slug, to });
          expect(site.formerCategories.filter((former) => former.slug === slug)).toEqual([{ slug, now: to }]);
        }
      }
      expect(siteSettings.parse(site)).toEqual(site);
      const current = site.categories.map((one) => one.slug);
      for (const { now } of site.formerCategories) expect(current).toContain(now);
    }),
  );
});

test('of more old addresses than the settings hold the oldest ends', () => {
  const formerCategories = Array.from({ length: formerCategoryLimit }, (_, n) => ({
    slug: `cu-${n}`,
    now: 'tin-tuc',
  }));
  const after = withoutCategory(aSite({ formerCategories }), { from: 'van-hoa', to: 'tin-tuc' });
  expect(siteSettings.parse(after).formerCategories.at(-1)).toEqual({ slug: 'van-hoa', now: 'tin-tuc' });
  expect(after.formerCategories[0]?.slug).toBe('cu-1');
});
