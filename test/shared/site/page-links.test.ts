import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublic } from '../../../shared/articles/visibility.ts';
import { untilFrameChanges } from '../../../shared/edge/page-freshness.ts';
import { defaultSettings } from '../../../shared/site/default-settings.ts';
import { settingsForReaders, siteAfterLive } from '../../../shared/site/page-links.ts';
import type { SitePage } from '../../../shared/site/settings.ts';
import type { StoredSite } from '../../../shared/site/stored-site.ts';

const ids = [1, 2, 3].map((n) => `01kb000000000000000000000${n}`);
const pages = ids.map(
  (article, n): SitePage => ({
    slug: `trang-${n}`,
    name: `Trang ${n}`,
    article,
    language: 'vi',
    translationOf: n === 0 ? '' : 'trang-0',
  }),
);
const instant = fc
  .integer({ min: 0, max: 20 })
  .map((hour) => new Date(Date.UTC(2026, 10, 28, hour)).toISOString());
const dates = fc.record({ publishedAt: instant, withdrawAt: fc.option(instant) });
const anySite = fc.tuple(fc.option(dates), fc.option(dates), fc.option(dates)).map((known): StoredSite => {
  const pageDates = Object.fromEntries(known.flatMap((of, n) => (of ? [[ids[n], of]] : [])));
  return { version: 7, settings: { ...defaultSettings, pages }, pageDates };
});

test('shows the pages that are public, and the edge forgets them when the next one comes or goes', () => {
  fc.assert(
    fc.property(anySite, instant, (site, at) => {
      const now = new Date(at);
      const shownAt = (moment: Date) => settingsForReaders(site, moment).pages.map(({ article }) => article);
      const expected = ids.filter((id) => {
        const known = site.pageDates[id];
        return !known || isPublic(known, now);
      });
      expect(shownAt(now)).toEqual(expected);
      const { changesAt } = untilFrameChanges({ tags: ['site'] }, settingsForReaders(site, now), now);
      for (let hour = 0; hour <= 20; hour += 1) {
        const later = new Date(Date.UTC(2026, 10, 28, hour));
        if (later <= now || (changesAt && later.toISOString() >= changesAt)) continue;
        expect(shownAt(later)).toEqual(expected);
      }
    }),
  );
});

test('takes the link of a page that is one no longer, and the ties to it', () => {
  fc.assert(
    fc.property(anySite, (site) => {
      const { version, settings, pageDates } = siteAfterLive(site, ids[0] as string, null);
      expect(version).toBe(8);
      expect(settings.pages.map(({ slug, translationOf }) => [slug, translationOf])).toEqual([
        ['trang-1', ''],
        ['trang-2', ''],
      ]);
      expect(pageDates).not.toHaveProperty([ids[0] as string]);
    }),
  );
});

test('follows new dates of a page, and leaves the site alone otherwise', () => {
  fc.assert(
    fc.property(anySite, dates, (site, live) => {
      const [id = ''] = ids;
      const after = siteAfterLive(site, id, live);
      expect(after.pageDates[id]).toEqual(live);
      expect(after.settings).toBe(site.settings);
      expect(siteAfterLive(after, id, { ...live })).toBe(after);
      expect(siteAfterLive(site, '01kb0000000000000000000009', null)).toBe(site);
    }),
  );
});
