import type { LiveArticle } from '../articles/article.ts';
import type { Piece } from './snippet.ts';

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
