import * as z from 'zod/mini';
import { article } from './article.ts';

/** What the editorial list shows of an article: what its index holds. */
export const draftItem = z.omit(article, {
  body: true,
  tags: true,
  author: true,
  source: true,
  cover: true,
  gallery: true,
  oldUrls: true,
  note: true,
  liveUpdatedAt: true,
  liveImages: true,
  liveTags: true,
});
export type DraftItem = z.infer<typeof draftItem>;
