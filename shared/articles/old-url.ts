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

/** Normalizes the path of an old address: decoded, NFC, lower case, like every path behind the edge. */
export const normalizeOldPath = (path: string): string => decoded(path).normalize('NFC').toLowerCase();

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
  z.transform((text: string) => normalizeOldPath(parsed(text).pathname)),
);

/** Only the path counts; the origin does not. */
const parsed = (text: string) => new URL(text, 'https://old.invalid');

/** Whether a text is an old address that can redirect. */
export const isOldUrl = (text: string): boolean => {
  if (!/^(\/(?!\/)|https?:\/\/)/.test(text) || !URL.canParse(text, 'https://old.invalid')) return false;
  const { pathname, search } = parsed(text);
  return pathname !== '/' && search === '';
};
