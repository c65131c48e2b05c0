import { SitemapIndexStream, type SitemapItemLoose, SitemapStream, streamToPromise } from 'sitemap';
import { articlePath, categoryPath } from '../../shared/articles/article-path.ts';
import type { ArticleAddress, FeedItem } from '../../shared/articles/live-article.ts';
import { dayPath, monthPath } from '../../shared/pages/calendar-paths.ts';
import { type SiteSettings, siteMapSlug } from '../../shared/site/settings.ts';
import { localDay } from '../../shared/time/local-day.ts';

/** The maximum of a news sitemap: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
const newsLimit = 1000;

const text = async (stream: SitemapStream | SitemapIndexStream) => (await streamToPromise(stream)).toString();

/** A sitemap: https://www.sitemaps.org/protocol.html. The schema requires one address: the home page, where there is no other. */
const sitemap = (items: SitemapItemLoose[], origin: string, hasNews = false): Promise<string> => {
  const stream = new SitemapStream({
    hostname: origin,
    lastmodDateOnly: false,
    xmlns: { news: hasNews, xhtml: false, image: false, video: false },
  });
  for (const item of items.length > 0 ? items : [{ url: '/' }]) stream.write(item);
  stream.end();
  return text(stream);
};

/** The index: the sitemap of static pages, and one for each month. */
export const sitemapIndex = (months: readonly string[], origin: string): Promise<string> => {
  const stream = new SitemapIndexStream();
  for (const part of ['phan=trang', ...months.map((month) => `thang=${month}`)]) {
    stream.write({ url: `${origin}/sitemap.xml?${part}` });
  }
  stream.end();
  return text(stream);
};

export const pagesSitemap = ({ categories, pages }: SiteSettings, origin: string): Promise<string> => {
  const paths = [
    ...categories.map(({ slug }) => categoryPath(slug)),
    ...[...pages.map(({ slug }) => slug), siteMapSlug].map((slug) => `/trang/${slug}`),
  ];
  return sitemap(
    ['/', ...paths].map((url) => ({ url })),
    origin,
  );
};

/** The articles of a month, its calendar and its days. */
export const monthSitemap = (
  month: string,
  addresses: readonly ArticleAddress[],
  origin: string,
): Promise<string> => {
  if (addresses.length === 0) return sitemap([], origin);
  const days = new Set(addresses.map(({ publishedAt }) => localDay(new Date(publishedAt))));
  const articles = addresses.map((of) => ({ url: articlePath(of), lastmod: of.updatedAt }));
  return sitemap(
    [{ url: monthPath(month) }, ...[...days].map((day) => ({ url: dayPath(day) })), ...articles],
    origin,
  );
};

/** Recent news, newest first. */
export const newsSitemap = (
  items: readonly FeedItem[],
  { name }: SiteSettings,
  origin: string,
): Promise<string> =>
  sitemap(
    items.slice(0, newsLimit).map((item) => ({
      url: articlePath(item),
      news: {
        publication: { name, language: 'vi' },
        publication_date: item.publishedAt,
        title: item.title,
      },
    })),
    origin,
    true,
  );
