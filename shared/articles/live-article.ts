import * as z from 'zod/mini';
import { articleId, categorySlug } from '../ids.ts';
import { picture } from '../images/picture.ts';
import { instant } from '../time/instant.ts';

/** An article in a list for readers. `updatedAt` is the time of the last correction, or of publication. */
export const feedItem = z.object({
  id: articleId,
  title: z.string(),
  slug: z.string(),
  summary: z.string(),
  category: categorySlug,
  cover: z.nullable(picture),
  publishedAt: instant,
  updatedAt: instant,
  withdrawAt: z.nullable(instant),
});
export type FeedItem = z.infer<typeof feedItem>;

/** The address and dates of an article: what the calendar and the sitemaps read. */
export const articleAddress = z.pick(feedItem, {
  id: true,
  slug: true,
  category: true,
  publishedAt: true,
  updatedAt: true,
  withdrawAt: true,
});
export type ArticleAddress = z.infer<typeof articleAddress>;

/** An article as readers see it. */
export const liveArticle = z.object({
  ...feedItem.shape,
  version: z.int(),
  body: z.string(),
  tags: z.array(z.string()),
  author: z.string(),
  source: z.string(),
  gallery: z.array(z.object({ image: picture, caption: z.string() })),
  /** The pictures of the body. */
  pictures: z._default(z.array(picture), []),
});
export type LiveArticle = z.infer<typeof liveArticle>;
