import * as z from 'zod/mini';
import { ulidPattern } from '../ids.ts';
import { routes } from '../routes.ts';
import { controlCharacter } from '../text/characters.ts';
import { normalizeOldPath, oldUrlMaxLength } from './old-path.ts';

/** Old addresses of one article. */
export const oldUrlLimit = 5;

/** First segments of paths that are not for articles: those of our routes, of files in a bucket, and well-known ones (https://www.rfc-editor.org/rfc/rfc8615). */
const reservedSegments = new Set([
  ...routes.map(({ route }) => route.split('/')[1] ?? '').filter((segment) => !segment.startsWith('{')),
  'admin',
  'images',
  '.well-known',
]);
/** The feed of a category, and the address of an article of this site. */
const ownPath = new RegExp(`^/[^/]+/(rss\\.xml|([^/]*-)?${ulidPattern})$`);

/** The decoded path of an old address, with or without its origin; null for one that no request could have behind API Gateway. */
const pathOf = (text: string): string | null => {
  if (!/^(\/(?!\/)|https?:\/\/)/.test(text) || !text.isWellFormed()) return null;
  const url = URL.parse(text, 'https://old.invalid');
  if (url?.search !== '') return null;
  try {
    const path = normalizeOldPath(decodeURIComponent(url.pathname));
    // API Gateway decodes twice, and cuts at a question mark.
    return /[%?]|^\/\/|^\/$/.test(path) || controlCharacter.test(path) ? null : path;
  } catch {
    return null;
  }
};

const isReserved = (path: string): boolean =>
  reservedSegments.has(path.split('/').find((segment) => segment !== '') ?? '') || ownPath.test(path);

/** Whether a text is an old address that can redirect. */
export const isOldUrl = (text: string): boolean => {
  const path = pathOf(text);
  return path !== null && !isReserved(path);
};

/**
 * An old address of an article, as its decoded path. Not the home page, which would redirect to itself; none with a query, because the
 * edge passes on no query that our pages do not know; and none of ours.
 */
export const oldUrl = z.pipe(
  z.string().check(z.maxLength(oldUrlMaxLength, `Dài quá ${oldUrlMaxLength} ký tự`)),
  z.pipe(
    z.transform((text: string) => pathOf(text)),
    z
      .string('Phải là đường dẫn bắt đầu bằng / hoặc địa chỉ đầy đủ, không có phần sau dấu ?')
      .check(z.refine((path) => !isReserved(path), 'Địa chỉ này cổng dùng cho việc khác')),
  ),
);
