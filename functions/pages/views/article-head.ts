import { articlePath, categoryPath } from '../../../shared/articles/article-path.ts';
import { excerpt } from '../../../shared/articles/excerpt.ts';
import type { LiveArticle } from '../../../shared/articles/live-article.ts';
import { imagePath } from '../../../shared/images/image.ts';
import { dateText } from '../../../shared/pages/dates.ts';
import type { JsonLd } from '../../../shared/pages/json-ld.tsx';
import type { Head } from '../../../shared/pages/layout.tsx';
import type { SiteSettings } from '../../../shared/site/settings.ts';

/**
 * Metadata of an article's page: for search engines, for sharing (https://ogp.me), and in Dublin Core
 * (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/).
 */
export const articleHead = (article: LiveArticle, site: SiteSettings, origin: string): Head => {
  const address = origin + articlePath(article);
  const description = article.summary || excerpt(article.body);
  return {
    title: article.title,
    description,
    canonical: address,
    meta: [
      ['og:type', 'article'],
      ['og:title', article.title],
      ['og:description', description],
      ['og:site_name', site.name],
      ['og:locale', 'vi_VN'],
      ['og:url', address],
      ...sharedImage(article, origin),
      ['twitter:card', article.cover ? 'summary_large_image' : 'summary'],
      ['article:published_time', article.publishedAt],
      ['article:modified_time', article.updatedAt],
      ...article.tags.map((tag) => ['article:tag', tag] as const),
      ['author', creatorOf(article, site)],
      ...dublinCore(article, { site, address, description }),
    ],
    jsonLd: [newsArticle(article, { site, origin, address, description }), ...trail(article, site, origin)],
  };
};

const creatorOf = ({ author, source }: LiveArticle, site: SiteSettings) => author || source || site.agency;

type Said = { site: SiteSettings; address: string; description: string };

/** Title, creator, date, description, issuing agency and identifier are what a circular requires of an agency's news. */
const dublinCore = (article: LiveArticle, { site, address, description }: Said) =>
  [
    ['DC.title', article.title],
    ['DC.creator', creatorOf(article, site)],
    ['DC.date', article.publishedAt],
    ['DC.description', description],
    ['DC.publisher', site.agency],
    ['DC.identifier', address],
    ['DC.language', 'vi'],
  ] as const;

const sharedImage = ({ cover }: LiveArticle, origin: string) =>
  cover ? [['og:image', origin + imagePath(cover.id)] as const, ['og:image:alt', cover.alt] as const] : [];

/** https://developers.google.com/search/docs/appearance/structured-data/article */
const newsArticle = (
  article: LiveArticle,
  { site, origin, address, description }: Said & { origin: string },
): JsonLd => ({
  '@type': 'NewsArticle',
  headline: article.title,
  description,
  inLanguage: 'vi',
  url: address,
  mainEntityOfPage: address,
  datePublished: article.publishedAt,
  dateModified: article.updatedAt,
  author: article.author
    ? { '@type': 'Person', name: article.author }
    : { '@type': 'GovernmentOrganization', name: article.source || site.agency },
  publisher: { '@type': 'GovernmentOrganization', name: site.agency, url: `${origin}/` },
  ...(article.cover && { image: [origin + imagePath(article.cover.id)] }),
  ...(article.tags.length > 0 && { keywords: article.tags }),
});

/** The breadcrumb of the page: https://developers.google.com/search/docs/appearance/structured-data/breadcrumb */
const trail = (article: LiveArticle, { categories }: SiteSettings, origin: string): JsonLd[] => {
  const category = categories.find(({ slug }) => slug === article.category);
  const places = [
    { name: 'Trang chủ', item: `${origin}/` },
    ...(category ? [{ name: category.name, item: origin + categoryPath(category.slug) }] : []),
    { name: article.title },
  ];
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: places.map((place, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        ...place,
      })),
    },
  ];
};

/** The day of the last correction; null when that is the day of publication. */
export const correctedOn = ({ publishedAt, updatedAt }: LiveArticle): string | null =>
  updatedAt > publishedAt && dateText(updatedAt) !== dateText(publishedAt) ? updatedAt : null;
