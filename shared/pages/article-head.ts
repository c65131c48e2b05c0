import type { LiveArticle } from '../articles/article.ts';
import { articlePath } from '../articles/article-path.ts';
import { excerpt } from '../articles/excerpt.ts';
import { imagePath } from '../images/image.ts';
import type { SiteSettings } from '../site/settings.ts';
import { dateText } from './dates.ts';
import type { Head } from './layout.tsx';

/** What an article's page says of it: to search engines, to whoever shares it (https://ogp.me), and in Dublin Core (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/). */
export const articleHead = (article: LiveArticle, site: SiteSettings, origin: string): Head => {
  const path = articlePath(article);
  const description = article.summary || excerpt(article.body);
  const creator = article.author || article.source || site.agency;
  return {
    title: article.title,
    description,
    canonical: origin + path,
    meta: [
      ['og:type', 'article'],
      ['og:title', article.title],
      ['og:description', description],
      ['og:site_name', site.name],
      ['og:locale', 'vi_VN'],
      // Open Graph takes absolute addresses only.
      ...(origin ? absolute(article, origin, path) : []),
      ['article:published_time', article.publishedAt],
      ['article:modified_time', article.updatedAt],
      ['DC.title', article.title],
      ['DC.creator', creator],
      ['DC.date', article.publishedAt],
      ['DC.description', description],
      ['DC.publisher', site.agency],
      ['DC.identifier', origin + path],
      ['DC.language', 'vi'],
    ],
  };
};

const absolute = ({ cover }: LiveArticle, origin: string, path: string) => {
  const image = cover
    ? [['og:image', origin + imagePath(cover.id)] as const, ['og:image:alt', cover.alt] as const]
    : [];
  return [['og:url', origin + path] as const, ...image];
};

/** The day of the last correction, for an article that was corrected on a later day than it was published. */
export const correctedOn = ({ publishedAt, updatedAt }: LiveArticle): string | null =>
  updatedAt > publishedAt && dateText(updatedAt) !== dateText(publishedAt) ? updatedAt : null;
