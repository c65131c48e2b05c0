import * as z from 'zod/mini';

/** ISO 8601 in UTC with milliseconds, as `Date.toISOString()` writes it: sorts as text. */
export const instant = z.iso.datetime({ precision: 3 });

/** Valid years: others are typing errors, and would not sort as text. */
const [firstYear, lastYear] = [1900, 9999];

/** An instant with its zone, `2026-05-01T08:00:00+07:00` or `…Z`; stored in UTC. */
export const zonedInstant = z.pipe(
  z.pipe(
    z.iso.datetime({ offset: true, error: 'Phải là ngày giờ kèm múi giờ, dạng 2026-05-01T08:00:00+07:00' }),
    z.transform((text: string) => new Date(text).toISOString()),
  ),
  z.string().check(
    z.refine((text) => {
      const year = new Date(text).getUTCFullYear();
      return year >= firstYear && year <= lastYear;
    }, `Năm phải từ ${firstYear} đến ${lastYear}`),
  ),
);
