import type { LiveArticle } from '../articles/live-article.ts';
import { isPublic, nextVisibilityChange } from '../articles/visibility.ts';
import { earlierInstant } from '../time/earlier-instant.ts';
import type { SitePage, SiteSettings } from './settings.ts';
import type { StoredSite } from './stored-site.ts';

/** The settings as readers see them: with the links to static pages that are public now. */
export type ReaderSettings = SiteSettings & {
  /** When a link appears or disappears by time alone; null for never. */
  pagesChangeAt: string | null;
};

/** What readers see at an instant. A page whose dates are not known, stored before they were, is public. */
export const settingsForReaders = ({ settings, pageDates }: StoredSite, now: Date): ReaderSettings => {
  const isShown = ({ article }: SitePage) => {
    const dates = pageDates[article];
    return dates === undefined || isPublic(dates, now);
  };
  return {
    ...settings,
    pages: settings.pages.filter(isShown),
    pagesChangeAt: Object.values(pageDates)
      .map((dates) => nextVisibilityChange(dates, now))
      .reduce(earlierInstant, null),
  };
};

/** The pages without one, and without the tie of its translation. */
export const withoutPage = (pages: readonly SitePage[], slug: string): SitePage[] =>
  pages
    .filter((page) => page.slug !== slug)
    .map((page) => (page.translationOf === slug ? { ...page, translationOf: '' } : page));

/**
 * The site after the live version of an article changed: a static page that is one no longer loses its link, another one has the dates of
 * its link brought up to date. The site itself when nothing changes.
 */
export const siteAfterLive = (
  site: StoredSite,
  article: string,
  live: Pick<LiveArticle, 'publishedAt' | 'withdrawAt'> | null,
): StoredSite => {
  const page = site.settings.pages.find((candidate) => candidate.article === article);
  if (!page) return site;
  const { [article]: known, ...others } = site.pageDates;
  if (!live) {
    const pages = withoutPage(site.settings.pages, page.slug);
    return { version: site.version + 1, settings: { ...site.settings, pages }, pageDates: others };
  }
  const { publishedAt, withdrawAt } = live;
  if (known?.publishedAt === publishedAt && known.withdrawAt === withdrawAt) return site;
  const pageDates = { ...others, [article]: { publishedAt, withdrawAt } };
  return { ...site, version: site.version + 1, pageDates };
};
