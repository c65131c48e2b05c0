import * as z from 'zod/mini';
import type { LiveArticle } from '../articles/live-article.ts';
import { listOf } from '../http/reply.ts';
import { articleId, categorySlug } from '../ids.ts';
import type { Piece } from './snippet.ts';

/** What a found article is in JSON. `snippet` is HTML: escaped text, with `<mark>` around what was looked for. */
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

/** An article that answers a query, as readers are shown it. */
export type Hit = { article: LiveArticle; title: Piece[]; snippet: Piece[] };

/** One page of an answer. */
export type Answer = {
  hits: Hit[];
  /** How many articles were found, counted up to `countLimit`. */
  total: number;
  /** Where the next page begins; null after the last one. */
  next: number | null;
  /** What was looked for in the place of what was typed, when a syllable was put right. */
  repaired: string | null;
};
