import fc from 'fast-check';
import { expect, test } from 'vitest';
import { homeSections } from '../../../functions/pages/views/home-sections.ts';
import { aFeedItem, aSite } from '../../support/site-fixture.ts';

const { categories } = aSite();
const slugs = categories.map(({ slug }) => slug);
const latest = fc
  .array(fc.constantFrom(...slugs, 'da-bo'), { maxLength: 40 })
  .map((list) => list.map((category, n) => aFeedItem(n, { category })));

const shown = ({ lead, secondary, sections }: ReturnType<typeof homeSections>) =>
  [lead, ...secondary, ...sections.flatMap(({ items }) => items)].filter((item) => item !== undefined);

test('shows every article once, in its own category', () => {
  fc.assert(
    fc.property(latest, (news) => {
      const home = homeSections(news, categories);
      expect(new Set(shown(home)).size).toBe(shown(home).length);
      for (const { category, items } of home.sections) {
        expect(items.every((item) => item.category === category.slug)).toBe(true);
        expect(items.length).toBeGreaterThan(0);
        expect(items.length).toBeLessThanOrEqual(5);
      }
    }),
  );
});

test('leads with the newest, followed by the next four', () => {
  fc.assert(
    fc.property(latest, (news) => {
      const { lead, secondary } = homeSections(news, categories);
      expect([lead, ...secondary].filter(Boolean)).toEqual(news.slice(0, 5));
    }),
  );
});

test('orders the sections like the navigation', () => {
  const news = [...Array(5).keys()]
    .map((n) => aFeedItem(n))
    .concat(['van-hoa', 'thong-bao', 'tin-tuc'].map((category, n) => aFeedItem(n + 5, { category })));
  expect(homeSections(news, categories).sections.map(({ category }) => category.slug)).toEqual(slugs);
});
