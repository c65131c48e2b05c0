import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  pairOf,
  possiblePairs,
  withPage,
} from '../../../../../functions/console/browser/static-pages/page-list.ts';
import { pageProblems } from '../../../../../functions/console/browser/static-pages/page-problems.ts';
import { suggestedPage } from '../../../../../functions/console/browser/static-pages/suggested-page.ts';
import { defaultSettings } from '../../../../../shared/site/default-settings.ts';
import { withoutPage } from '../../../../../shared/site/page-links.ts';
import { type SitePage, siteSettings } from '../../../../../shared/site/settings.ts';

const idOf = (n: number) => `01kb00000000000000000000${String(n).padStart(2, '0')}`;
const page = (n: number, fields: Partial<SitePage> = {}): SitePage => ({
  slug: `trang-${n}`,
  name: `Trang ${n}`,
  article: idOf(n),
  language: n % 2 === 0 ? 'vi' : 'en',
  translationOf: '',
  ...fields,
});
const isValid = (pages: readonly SitePage[]) => siteSettings.safeParse({ ...defaultSettings, pages }).success;

/** Changes as the view makes them: add, change slug and pair, take out. */
const step = fc.record({
  kind: fc.constantFrom('add', 'rename', 'pair', 'remove'),
  which: fc.nat({ max: 19 }),
  other: fc.nat({ max: 19 }),
});

test('keeps the settings valid, and each page tied to at most one of the other language', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let pages: SitePage[] = [];
      for (const [n, { kind, which, other }] of steps.entries()) {
        const chosen = pages[which % Math.max(1, pages.length)];
        if (kind === 'add' && pages.length < 20) pages = withPage(pages, null, page(n));
        if (!chosen) continue;
        if (kind === 'remove') pages = withoutPage(pages, chosen.slug);
        const pair = pairOf(pages, chosen)?.slug ?? '';
        if (kind === 'rename')
          pages = withPage(pages, chosen, { ...chosen, slug: `ten-${n}`, translationOf: pair });
        if (kind === 'pair') {
          const pairs = possiblePairs(pages, chosen);
          const translationOf = pairs[other % Math.max(1, pairs.length)]?.slug ?? '';
          pages = withPage(pages, chosen, { ...chosen, translationOf });
        }
        expect(isValid(pages)).toBe(true);
        for (const one of pages) {
          const tied = pages.filter(
            ({ slug, translationOf }) => slug === one.translationOf || translationOf === one.slug,
          );
          expect(tied.length).toBeLessThanOrEqual(1);
          expect(tied.every(({ language }) => language !== one.language)).toBe(true);
        }
      }
    }),
  );
});

test('keeps the pair of a page that gets another slug', () => {
  const pages = [page(0), page(1, { translationOf: 'trang-0' })];
  const [renamed, partner] = withPage(pages, page(0), page(0, { slug: 'moi', translationOf: 'trang-1' }));
  expect([renamed?.slug, renamed?.translationOf, partner?.translationOf]).toEqual(['moi', 'trang-1', '']);
});

test('proposes a link that can be saved, whatever the title', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (title) => {
      const { slug } = pageProblems(suggestedPage({ id: idOf(1), title: `a${title}` }), []);
      expect(slug).toBeUndefined();
    }),
  );
});

test.each([
  [{ name: '  ' }, 'name'],
  [{ name: 'a'.repeat(61) }, 'name'],
  [{ slug: '' }, 'slug'],
  [{ slug: 'Giới thiệu' }, 'slug'],
  [{ slug: 'so-do-trang' }, 'slug'],
  [{ slug: 'trang-2' }, 'slug'],
  [{ slug: 'javascript:alert(1)' }, 'slug'],
])('refuses %o', (fields, field) => {
  expect(Object.keys(pageProblems(page(1, fields), [page(2)]))).toEqual([field]);
});
