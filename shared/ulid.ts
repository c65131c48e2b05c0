import * as z from 'zod/mini';

/** A ULID in lower case: 26 characters of Crockford's base 32, sortable by time (https://github.com/ulid/spec). */
const ulidPattern = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** An id, refused in the words given. */
export const ulidId = (refusal: string) => z.string().check(z.regex(ulidPattern, refusal));
