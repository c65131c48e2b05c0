import * as z from 'zod/mini';
import { article } from './article.ts';

/** What the editorial list shows of an article: everything but its body and what belongs to it. */
export const draftItem = z.omit(article, {
  body: true,
  tags: true,
  author: true,
  source: true,
  cover: true,
  gallery: true,
  liveImages: true,
  liveTags: true,
});
export type DraftItem = z.infer<typeof draftItem>;
