import type { Article } from '../../shared/articles/article.ts';
import { contentFields, isSame } from '../../shared/articles/compare.ts';
import type { ArticleContent } from '../../shared/articles/content.ts';

/**
 * Whether a save from version `seen` is the caller's own that was sent again because its reply was lost: then it succeeds and is no
 * second revision. Not for a new article, whose precondition is `If-None-Match`.
 * https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1
 */
export const isSavedAlready = (
  current: Article,
  seen: number,
  caller: string,
  content: ArticleContent | undefined,
): boolean =>
  content !== undefined &&
  seen > 0 &&
  current.version === seen + 1 &&
  current.updatedBy === caller &&
  contentFields.every((field) => isSame(current[field], content[field]));
