import * as z from 'zod/mini';
import type { LiveArticle } from '../articles/live-article.ts';
import { listOf } from '../http/reply.ts';
import { articleId, categorySlug } from '../ids.ts';
import type { Piece } from './snippet.ts';

/** A found article in JSON. `snippet` is HTML: escaped text with `<mark>` around matches. */
export const foundArticle = z.object({
  id: articleId,
  title: z.string(),
  url: z.string(),
  snippet: z.string(),
  category: categorySlug,
  publishedAt: z.string(),
});

/** A page of found articles. `repaired` is the corrected query, when its spelling was corrected. */
export const searchReply = z.object({
  ...listOf(foundArticle).shape,
  total: z.int(),
  repaired: z.nullable(z.string()),
});

/** A found article with its marked title and snippet. */
export type Hit = { article: LiveArticle; title: Piece[]; snippet: Piece[] };

/** One page of an answer. */
export type Answer = {
  hits: Hit[];
  /** The number of articles found, up to `countLimit`. */
  total: number;
  /** The offset of the next page; null after the last one. */
  next: number | null;
  /** The corrected query; null when its spelling was not corrected. */
  repaired: string | null;
};
