import * as z from 'zod/mini';
import { pageQuery } from '../http/request.ts';
import { categorySlug } from '../ids.ts';
import { lines } from '../text/text-schemas.ts';
import { articleContent } from './content.ts';
import { articleStatus } from './state.ts';

const noteLimit = 2000;
const note = z._default(lines(noteLimit), '');

/** Years that a date of the portal may lie in: what lies outside is a slip of the keyboard, and would not sort as text. */
const [firstYear, lastYear] = [1900, 9999];

/** An instant with its zone: `2026-05-01T08:00:00+07:00` or `…Z`; kept in UTC. */
const zonedInstant = z.pipe(
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

/** What an editor sends to create or save an article. */
export const saveRequest = z.strictObject({ ...articleContent.shape, note });

/** A step of the workflow that needs no more than a word, or none. */
export const stepRequest = z.strictObject({ note });

/** Who sends an article back says why. */
export const returnRequest = z.strictObject({ note: lines(noteLimit, 1) });

/** When and how an article is published. */
export const publishRequest = z.strictObject({
  note,
  /** In the past for an imported article, in the future for a scheduled one; by default now, or as before where readers see it already. */
  publishedAt: z.optional(zonedInstant),
  /** When readers cease to see it; null for never; by default as before where readers see it already. */
  withdrawAt: z.optional(z.nullable(zonedInstant)),
  /** The date of update that readers are told: for an imported article. */
  updatedAt: z.optional(zonedInstant),
  /** Keeps the date of update: for a correction that changes nothing of what was said. */
  quiet: z._default(z.boolean(), false),
});
export type PublishRequest = z.infer<typeof publishRequest>;

/** Any status, or a part of what was published. */
const listedStatus = z.enum([...articleStatus.options, 'scheduled', 'live']);
export const articleListQuery = z.strictObject({ ...pageQuery, status: z._default(listedStatus, 'draft') });

export const revisionsQuery = z.strictObject(pageQuery);
/** The number of a revision, in a path or a query. */
export const versionNumber = z.pipe(z.string().check(z.regex(/^[1-9]\d{0,7}$/)), z.transform(Number));

/** With which revision one is compared, by default the one before it; and how that is told. */
export const compareQuery = z.strictObject({
  with: z.optional(versionNumber),
  format: z._default(z.enum(['json', 'html']), 'json'),
});

/** Hours that a preview link may open an article: two weeks. */
const previewLimitHours = 336;
export const previewRequest = z.strictObject({
  hours: z._default(z.int().check(z.minimum(1), z.maximum(previewLimitHours)), 72),
});

/** The published articles that a reader's list is asked for; what else the address holds is not looked at. */
export const publicListQuery = z.object({
  category: z.optional(categorySlug),
  cursor: z.optional(z.string()),
});

/** Into which category the articles of another go. */
export const moveRequest = z.strictObject({ to: categorySlug });
