import * as z from 'zod/mini';
import { PortalError } from '../errors.ts';

/**
 * An opaque cursor. It names its list, so that a cursor of another list is refused, and holds only a position, which the store combines
 * with what the caller may see: a forged one opens nothing.
 */
export const encodeCursor = (list: string, position: string): string =>
  Buffer.from(JSON.stringify([list, position])).toString('base64url');

/** The position in `list`; null without a cursor. Throws `invalid_cursor` for one that is invalid or of another list. */
export const decodeCursor = (list: string, cursor: string | undefined, position: RegExp): string | null => {
  if (cursor === undefined) return null;
  const shape = z.tuple([z.literal(list), z.string().check(z.regex(position))]);
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))[1];
  } catch (cause) {
    throw new PortalError('invalid_cursor', 'Hãy bắt đầu lại từ đầu danh sách.', { cause });
  }
};

/** `<instant>#<entry>`: a position in the activity log. */
export const activityPosition = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[0-9a-z#]{1,60}$/;

/** `<instant>#<id>`: a position in a feed or in the editorial list. */
export const articlePosition = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[0-9a-z]{26}$/;
