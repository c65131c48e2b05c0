import * as z from 'zod/mini';

/** ISO 8601 in UTC with milliseconds, as `Date.toISOString()` writes it: sorts as text. */
export const instant = z.iso.datetime({ precision: 3 });
