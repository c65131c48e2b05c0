import * as z from 'zod/mini';
import { type ArticleContent, articleContent } from '../../../shared/articles/content.ts';
import { publishRequest } from '../../../shared/articles/requests.ts';
import { articleStatus } from '../../../shared/articles/state.ts';
import { articleId } from '../../../shared/ids.ts';
import { deterministicUlid } from './deterministic-ulid.ts';

const publicationTimes = z.pick(publishRequest, { publishedAt: true, withdrawAt: true, updatedAt: true });

const articleRecord = z.strictObject({
  ...articleContent.shape,
  id: z.optional(articleId),
  status: z._default(articleStatus, 'draft'),
  ...publicationTimes.shape,
  /** Edits since the publication, which readers do not see. */
  workingCopy: z.optional(articleContent),
});

/** One article of an export or import file, with its status and times. */
export type ArticleRecord = z.output<typeof articleRecord> & { id: string };

/** Parses an article record; without an id it gets one derived from its first old URL, or from its title and body. */
export const parseRecord = (value: unknown): { record: ArticleRecord } | { reason: string } => {
  const parsed = z.safeParse(articleRecord, value);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`);
    return { reason: issues.join('; ') };
  }
  const { data } = parsed;
  const name = data.oldUrls[0] ?? JSON.stringify([data.title, data.body]);
  return { record: { ...data, id: data.id ?? deterministicUlid(name, data.publishedAt) } };
};

/** The fields of an article that an editor writes. */
export const contentOf = (source: ArticleContent) =>
  Object.fromEntries(
    Object.keys(articleContent.shape).map((field) => [field, source[field as keyof ArticleContent]]),
  ) as ArticleContent;
