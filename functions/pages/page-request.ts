import * as z from 'zod/mini';
import { PortalError } from '../../shared/errors.ts';
import { articlePosition, decodeCursor } from '../../shared/http/cursor.ts';
import type { HttpEvent } from '../../shared/http/event.ts';
import { articleId } from '../../shared/ids.ts';

const idLength = 26;

/** The id at the end of `{slug}-{id}`. */
export const articlePathId = z.pipe(
  z.pipe(
    z.string(),
    z.transform((segment: string) => segment.slice(-idLength)),
  ),
  articleId,
);

/** Where a page of a list starts: older than a position (`?truoc=`), newer than one (`?sau=`), or at the newest article. */
export type ListPlace = { before: string | null; after: string | null };

/** Reads the position from the query. Throws `not_found` for an invalid cursor, or one of another list. */
export const listPlace = ({ queryStringParameters = {} }: HttpEvent, list: string): ListPlace => {
  const { truoc, sau } = queryStringParameters;
  try {
    const before = decodeCursor(list, truoc, articlePosition);
    return { before, after: before === null ? decodeCursor(list, sau, articlePosition) : null };
  } catch (cause) {
    throw new PortalError('not_found', 'Không có trang này.', { cause });
  }
};
