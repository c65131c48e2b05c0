import type { CacheHeaders } from '../../shared/edge/freshness.ts';
import {
  categoryFreshness,
  monthFreshness,
  siteFreshness,
  siteListFreshness,
  sitemapFreshness,
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
import { securityText } from './security-text.ts';
import { monthSitemap, newsSitemap, pagesSitemap, sitemapIndex } from './sitemaps.ts';
import { textReply, xmlReply } from './xml-reply.ts';

type Dependencies = {
  reader: ReaderStore;
  /** `https://…`: the start of absolute links. */
  origin: string;
  cacheHeaders: CacheHeaders;
  clock: () => Date;
};

/** Articles of a feed. */
const feedSize = 20;
/** Maximum age of an article in a news sitemap: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
const newsAgeMs = 2 * 24 * 3_600_000;

/** RSS feeds, sitemaps, robots.txt and security.txt. */
export const feedHandlers = ({
  reader,
  origin,
  cacheHeaders,
  clock,
}: Dependencies): Handlers<RouteKey<'feeds'>> => {
  /** A feed of the newest articles of the site or of a category, with their bodies. */
  const feed = async (site: SiteSettings, category?: Category) => {
    const now = clock();
    const list = { now, limit: feedSize, ...(category && { category: category.slug }) };
    const found = await reader.latest(list);
    const ids = found.items.map(({ id }) => id);
    const articles = await reader.articles(ids, now);
    const freshness = category
      ? categoryFreshness(category.slug, found, { now })
      : siteListFreshness(found, { now });
    return xmlReply(
      'application/rss+xml',
      rss({ site, category, articles, origin }),
      cacheHeaders(freshness, now),
    );
  };

  return {
    'GET /rss.xml': async () => feed(await reader.site(clock())),

    'GET /{category}/rss.xml': async (event) => {
      const slug = parsePath(event, 'category', categorySlug);
      const site = await reader.site(clock());
      const category = site.categories.find((candidate) => candidate.slug === slug);
      if (!category) throw new PortalError('not_found', 'Không có chuyên mục này.');
      return feed(site, category);
    },

    /** The index of sitemaps, one a month, so that none is ever cut off; with `thang` the sitemap of a month. */
    'GET /sitemap.xml': async ({ queryStringParameters }) => {
      const now = clock();
      const { phan: part, thang: monthParameter } = queryStringParameters ?? {};
      if (part === 'trang') {
        const site = await reader.site(now);
        const freshness = { ...siteFreshness, changesAt: site.pagesChangeAt };
        return sitemapReply(await pagesSitemap(site, origin), cacheHeaders(freshness, now));
      }
      const thisMonth = monthOf(localDay(now));
      if (monthParameter === undefined) {
        const first = await reader.first(now);
        const firstMonth = first ? monthOf(localDay(new Date(first.publishedAt))) : thisMonth;
        const index = await sitemapIndex(monthsBetween(firstMonth, thisMonth), origin);
        return sitemapReply(index, cacheHeaders(sitemapFreshness, now));
      }
      const month = parseMonth(monthParameter);
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
      const range = { from: new Date(now.getTime() - newsAgeMs).toISOString(), to: now.toISOString() };
      const [site, items] = await Promise.all([reader.site(now), reader.during(range, now)]);
      return sitemapReply(await newsSitemap(items, site, origin), cacheHeaders(sitemapFreshness, now));
    },

    'GET /robots.txt': async () => textReply(robotsText(origin), cacheHeaders(siteFreshness, clock())),

    'GET /.well-known/security.txt': async () => {
      const now = clock();
      const text = securityText(await reader.site(now), { origin, now });
      if (text === null) throw new PortalError('not_found', 'Cổng chưa có địa chỉ liên hệ.');
      return textReply(text, cacheHeaders(siteFreshness, now));
    },
  };
};

const sitemapReply = (xml: string, headers: Record<string, string>) =>
  xmlReply('application/xml', xml, headers);
