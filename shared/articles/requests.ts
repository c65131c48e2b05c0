import * as z from 'zod/mini';
import { pageQuery } from '../http/request.ts';
import { categorySlug } from '../ids.ts';
import { line, lines } from '../text/text-schemas.ts';
import { zonedInstant } from '../time/instant.ts';
import { articleListName } from './article-filter.ts';
import { articleContent, tagName } from './content.ts';
import { contentLimits } from './content-limits.ts';
import { maxUserNameLength, maxWordsLength } from './list-limits.ts';

const note = z._default(lines(contentLimits.noteLength), '');

/** The body of a request that creates or saves an article. */
export const saveRequest = z.strictObject({ ...articleContent.shape, note });

/** The body of a step with an optional note. */
export const stepRequest = z.strictObject({ note });

/** Returning an article requires a reason. */
export const returnRequest = z.strictObject({ note: lines(contentLimits.noteLength, 1) });

/** The body of a publication. */
export const publishRequest = z.strictObject({
  note,
  /** In the past for an imported article, in the future for a scheduled one; by default now, or unchanged for a live article. */
  publishedAt: z.optional(zonedInstant),
  /** When the article is withdrawn; null for never; unchanged by default for a live article. */
  withdrawAt: z.optional(z.nullable(zonedInstant)),
  /** The date of update for readers: for an imported article. */
  updatedAt: z.optional(zonedInstant),
  /** Keeps the date of update: for a correction that changes no facts. */
  quiet: z._default(z.boolean(), false),
});
export type PublishRequest = z.infer<typeof publishRequest>;

/** A list of articles, and what it is narrowed to: see `ArticleFilter`. */
export const articleListQuery = z.strictObject({
  ...pageQuery,
  status: z._default(articleListName, 'draft'),
  category: z.optional(categorySlug),
  createdBy: z.optional(z.string().check(z.minLength(1), z.maxLength(maxUserNameLength))),
  words: z._default(line(maxWordsLength, 0), ''),
});

export const revisionsQuery = z.strictObject(pageQuery);
/** The number of a revision, in a path or a query. */
export const versionNumber = z.pipe(z.string().check(z.regex(/^[1-9]\d{0,7}$/)), z.transform(Number));

/** The revision to compare with (by default the one before), and the format. */
export const compareQuery = z.strictObject({
  with: z.optional(versionNumber),
  format: z._default(z.enum(['json', 'html']), 'json'),
});

/** Maximum validity of a preview link in hours: two weeks. */
const previewLimitHours = 336;
export const previewRequest = z.strictObject({
  hours: z._default(z.int().check(z.minimum(1), z.maximum(previewLimitHours)), 72),
});

/** The category into which the articles are moved. */
export const moveRequest = z.strictObject({ to: categorySlug });

/** The new name of a tag. Without `merge` one whose address another tag has is refused. */
export const renameTagRequest = z.strictObject({ name: tagName, merge: z._default(z.boolean(), false) });

export const tagArticlesQuery = z.strictObject(pageQuery);
