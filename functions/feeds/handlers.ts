import { cacheHeaders } from '../../shared/edge/freshness.ts';
import {
  categoryFreshness,
  hourlyFreshness,
  monthFreshness,
  siteFreshness,
  siteListFreshness,
} from '../../shared/edge/page-freshness.ts';
import { PortalError } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { parsePath } from '../../shared/http/request.ts';
import { categorySlug } from '../../shared/ids.ts';
import type { ReaderStore } from '../../shared/reader/reader-store.ts';
import type { RouteKey } from '../../shared/routes.ts';
import type { Category, SiteSettings } from '../../shared/site/settings.ts';
import { localDay, monthOf } from '../../shared/time/local-day.ts';
import { parseMonth } from '../../shared/time/parse-date.ts';
import { monthRange, monthsBetween } from '../../shared/time/time-range.ts';
import { robotsText } from './robots.ts';
import { rss } from './rss.tsx';
import { monthSitemap, newsSitemap, pagesSitemap, sitemapIndex } from './sitemaps.ts';
import { textReply, xmlReply } from './xml-reply.ts';

type Dependencies = {
  reader: ReaderStore;
  /** `https://…`: what absolute links begin with. */
  origin: string;
  now: () => Date;
};

/** Articles of a feed. */
const feedLength = 20;
/** What Google's news sitemaps take: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
const newsAgeMs = 2 * 24 * 3_600_000;

/** What programs read of the site: feeds for readers' programs, sitemaps and rules for search engines. */
export const feedHandlers = ({ reader, origin, now: clock }: Dependencies): Handlers<RouteKey<'feeds'>> => {
  /** The newest articles whole, of the site or of one of its categories. */
  const feed = async (site: SiteSettings, category?: Category) => {
    const now = clock();
    const list = { now, limit: feedLength, ...(category && { category: category.slug }) };
    const found = await reader.latest(list);
    const ids = found.items.map(({ id }) => id);
    const articles = await reader.articles(ids, now);
    const life = category
      ? categoryFreshness(category.slug, found, { now })
      : siteListFreshness(found, { now });
    return xmlReply(
      'application/rss+xml',
      rss({ site, category, articles, origin }),
      cacheHeaders(life, now),
    );
  };

  return {
    'GET /rss.xml': async () => feed(await reader.site()),

    'GET /{category}/rss.xml': async (event) => {
      const slug = parsePath(event, 'category', categorySlug);
      const site = await reader.site();
      const category = site.categories.find((candidate) => candidate.slug === slug);
      if (!category) throw new PortalError('not_found', 'Không có chuyên mục này.');
      return feed(site, category);
    },

    /** An index of sitemaps, one a month: it grows with the months alone, and never has to be cut off. */
    'GET /sitemap.xml': async ({ queryStringParameters }) => {
      const now = clock();
      const { phan: part, thang: asked } = queryStringParameters ?? {};
      if (part === 'trang') {
        return sitemapReply(
          await pagesSitemap(await reader.site(), origin),
          cacheHeaders(siteFreshness, now),
        );
      }
      const thisMonth = monthOf(localDay(now));
      if (asked === undefined) {
        const first = await reader.first(now);
        const firstMonth = first ? monthOf(localDay(new Date(first.publishedAt))) : thisMonth;
        const index = await sitemapIndex(monthsBetween(firstMonth, thisMonth), origin);
        return sitemapReply(index, cacheHeaders(hourlyFreshness, now));
      }
      const month = parseMonth(asked);
      if (month === null || month > thisMonth) throw new PortalError('not_found', 'Không có tháng này.');
      const [addresses, scheduledAt] = await Promise.all([
        reader.addresses(monthRange(month), now),
        reader.nextScheduledAt(now),
      ]);
      const xml = await monthSitemap(month, addresses, origin);
      return sitemapReply(xml, cacheHeaders(monthFreshness(month, addresses, scheduledAt), now));
    },

    'GET /news-sitemap.xml': async () => {
      const now = clock();
      const span = { from: new Date(now.getTime() - newsAgeMs).toISOString(), to: now.toISOString() };
      const [site, items] = await Promise.all([reader.site(), reader.during(span, now)]);
      return sitemapReply(await newsSitemap(items, site, origin), cacheHeaders(hourlyFreshness, now));
    },

    'GET /robots.txt': async () => textReply(robotsText(origin), cacheHeaders(siteFreshness, clock())),
  };
};

const sitemapReply = (xml: string, headers: Record<string, string>) =>
  xmlReply('application/xml', xml, headers);
