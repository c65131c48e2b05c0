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

/** The path of an address of an older site as redirects know it: decoded, composed, and in lower case, as the edge makes every path. */
export const normalizeOldPath = (path: string): string => decoded(path).normalize('NFC').toLowerCase();

/**
 * An address of an older site, with or without its origin. The home page is none, for it leads to itself; nor is an address with a query,
 * for the edge passes on no query that our own pages do not know.
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

/** Only the path counts; where it once stood does not. */
const parsed = (text: string) => new URL(text, 'https://old.invalid');

/** Whether a text is an old address that can be kept. */
export const isOldUrl = (text: string): boolean => {
  if (!/^(\/(?!\/)|https?:\/\/)/.test(text) || !URL.canParse(text, 'https://old.invalid')) return false;
  const { pathname, search } = parsed(text);
  return pathname !== '/' && search === '';
};
