import * as z from 'zod/mini';

/** A ULID in lower case: 26 characters of Crockford's base 32, sortable by time (https://github.com/ulid/spec). */
export const ulidPattern = '[0-7][0-9a-hjkmnp-tv-z]{25}';

const ulid = (refusal: string) => z.string().check(z.regex(new RegExp(`^${ulidPattern}$`), refusal));

export const articleId = ulid('Mã bài viết không hợp lệ');
export const imageId = ulid('Mã ảnh không hợp lệ');

/** A path segment of a category: `thong-bao`. */
export const categorySlug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(60));
