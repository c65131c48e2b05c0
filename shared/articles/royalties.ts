import * as z from 'zod/mini';
import { articleId, categorySlug } from '../ids.ts';
import { instant } from '../time/instant.ts';

const month = z.string().check(z.regex(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/, 'Phải là tháng, dạng 2026-11'));

/** The month of the royalties: this one by default. CSV has a row for each article. */
export const royaltiesQuery = z.strictObject({
  month: z.optional(month),
  format: z._default(z.enum(['json', 'csv']), 'json'),
});

const counts = { words: z.int(), pictures: z.int() };

/** An article that counts in a month. `author` is its byline, perhaps empty; `createdBy` the user name of who created it. */
const countedArticle = z.object({
  id: articleId,
  title: z.string(),
  category: categorySlug,
  publishedAt: instant,
  author: z.string(),
  createdBy: z.string(),
  ...counts,
});
export type CountedArticle = z.infer<typeof countedArticle>;

/** What one person published. The name is a byline, or the user name of an account whose articles have none. */
const personRoyalties = z.object({
  name: z.string(),
  kind: z.enum(['byline', 'account']),
  ...counts,
  articles: z.array(countedArticle),
});
export type PersonRoyalties = z.infer<typeof personRoyalties>;

export const royaltiesReply = z.object({ month, people: z.array(personRoyalties) });
