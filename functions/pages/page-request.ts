import * as z from 'zod/mini';
import { articleId } from '../../shared/articles/article.ts';
import { PortalError } from '../../shared/errors.ts';
import { articlePosition, decodeCursor } from '../../shared/http/cursor.ts';
import type { HttpEvent } from '../../shared/http/event.ts';

const idLength = 26;

/** The id at the end of `{slug}-{id}`. */
export const articlePathId = z.pipe(
  z.pipe(
    z.string(),
    z.transform((segment: string) => segment.slice(-idLength)),
  ),
  articleId,
);

/** The position that `?truoc=` names in a category's list; null on the first page. Throws `not_found` for one that is not ours. */
export const pageCursor = (event: HttpEvent, list: string): string | null => {
  try {
    return decodeCursor(list, event.queryStringParameters?.truoc, articlePosition);
  } catch (cause) {
    throw new PortalError('not_found', 'Không có trang này.', { cause });
  }
};
