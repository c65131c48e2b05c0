import * as z from 'zod/mini';
import type { LiveArticle } from '../articles/live-article.ts';
import { listOf } from '../http/reply.ts';
import { articleId, categorySlug } from '../ids.ts';
import type { TextSegment } from './snippet.ts';

/** A search result in JSON. `snippet` is HTML: escaped text with `<mark>` around the matches. */
const searchItem = z.object({
  id: articleId,
  title: z.string(),
  url: z.string(),
  snippet: z.string(),
  category: categorySlug,
  publishedAt: z.string(),
});

/** A page of results. `repaired` is the corrected query, when its spelling was corrected. */
export const searchReply = z.object({
  ...listOf(searchItem).shape,
  total: z.int(),
  repaired: z.nullable(z.string()),
});

/** An article found by a search, with its matches highlighted. */
export type SearchHit = { article: LiveArticle; title: TextSegment[]; snippet: TextSegment[] };

export type ResultPage = {
  hits: SearchHit[];
  /** Articles that match, counted up to `countLimit`. */
  total: number;
  /** Offset of the next page; null after the last one. */
  next: number | null;
  /** The query that was searched for instead of the typed one; null when it was not corrected. */
  correctedQuery: string | null;
};
