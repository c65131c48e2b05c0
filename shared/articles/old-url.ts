import * as z from 'zod/mini';

const maxLength = 500;
/** Old addresses of one article. */
export const oldUrlLimit = 5;

const decoded = (path: string) => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

/** The path of an old address: decoded, NFC, lower case, like every path behind the edge. */
const normalize = (decodedPath: string): string => decodedPath.normalize('NFC').toLowerCase();

/** The old address that a request's path can be; null for a path that is too long for one, and for a key of the table. */
export const oldUrlOf = (path: string): string | null => {
  const decodedPath = decoded(path);
  return decodedPath.length > maxLength ? null : normalize(decodedPath);
};

/**
 * An old address of an article, with or without its origin. Not the home page, which would redirect to itself, and none with a query,
 * because the edge passes on no query that our pages do not know.
 */
export const oldUrl = z.pipe(
  z.string().check(
    z.maxLength(maxLength, `Dài quá ${maxLength} ký tự`),
    z.refine(
      (text) => text.isWellFormed() && isOldUrl(text),
      'Phải là đường dẫn bắt đầu bằng / hoặc địa chỉ đầy đủ, không có phần sau dấu ?',
    ),
  ),
  z.transform((text: string) => normalize(decoded(parsed(text).pathname))),
);

/** Only the path counts; the origin does not. */
const parsed = (text: string) => new URL(text, 'https://old.invalid');

/** Whether a text is an old address that can redirect. */
export const isOldUrl = (text: string): boolean => {
  if (!/^(\/(?!\/)|https?:\/\/)/.test(text) || !URL.canParse(text, 'https://old.invalid')) return false;
  const { pathname, search } = parsed(text);
  return pathname !== '/' && search === '';
};
