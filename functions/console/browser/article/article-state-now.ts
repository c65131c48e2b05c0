import type { ArticleState } from '../../../../shared/articles/state.ts';
import { visibilityAt } from '../../../../shared/articles/visibility.ts';
import type { Dated } from './state-words.ts';
import type { ArticleReply } from './take-action.ts';

/**
 * The state of an article now: what is scheduled goes live by the clock. `state` is the newest that is known, `details` may be an
 * earlier reply; null for a new article.
 */
export const articleStateNow = (
  state: ArticleState,
  details: Pick<ArticleReply, 'publishedAt' | 'withdrawAt'> | null,
  now: Date,
): Dated => {
  const { publishedAt, withdrawAt } = details ?? { publishedAt: null, withdrawAt: null };
  const isPublished = (state === 'scheduled' || state === 'live') && publishedAt !== null;
  return {
    state: isPublished ? visibilityAt({ publishedAt, withdrawAt }, now) : state,
    publishedAt,
    withdrawAt,
  };
};
