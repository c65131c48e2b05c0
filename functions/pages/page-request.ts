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

/** Where in a list a page begins: older than a position (`?truoc=`), or newer than one (`?sau=`); at the newest without either. */
export type ListPlace = { before: string | null; after: string | null };

/** Throws `not_found` for a cursor that is not ours, or of another list. */
export const listPlace = ({ queryStringParameters = {} }: HttpEvent, list: string): ListPlace => {
  const { truoc, sau } = queryStringParameters;
  try {
    const before = decodeCursor(list, truoc, articlePosition);
    return { before, after: before === null ? decodeCursor(list, sau, articlePosition) : null };
  } catch (cause) {
    throw new PortalError('not_found', 'Không có trang này.', { cause });
  }
};
