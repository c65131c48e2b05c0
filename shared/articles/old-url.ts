import * as z from 'zod/mini';

const maxLength = 500;
/** Old addresses of one article. */
export const oldUrlLimit = 5;

const decoded = (text: string) => {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
};

/** An address of an older site as redirects know it: its path, decoded and composed, with its query as it was. */
export const oldAddress = (path: string, query: string): string =>
  decoded(path).normalize('NFC') + (query ? `?${query}` : '');

/** An address of an older site, with or without its origin. The home page is none: it leads to itself. */
export const oldUrl = z.pipe(
  z.string().check(
    z.maxLength(maxLength, `Dài quá ${maxLength} ký tự`),
    z.refine(
      (text) => text.isWellFormed() && isAddress(text),
      'Phải là đường dẫn bắt đầu bằng /, hoặc địa chỉ đầy đủ',
    ),
  ),
  z.transform((text: string) => {
    const { pathname, search } = parsed(text);
    return oldAddress(pathname, search.slice(1));
  }),
);

/** Only the path counts; where it once stood does not. */
const parsed = (text: string) => new URL(text, 'https://old.invalid');

const isAddress = (text: string) => {
  if (!/^(\/(?!\/)|https?:\/\/)/.test(text) || !URL.canParse(text, 'https://old.invalid')) return false;
  return parsed(text).pathname !== '/';
};
