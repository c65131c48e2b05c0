import * as z from 'zod/mini';
import { listOf } from '../http/reply.ts';
import { articleId } from '../ids.ts';
import { instant } from '../time/instant.ts';
import { draftItem, editorialArticle } from './article.ts';
import { comparison } from './compare.ts';
import { revision, revisionSummary } from './revision.ts';
import { articleState } from './state.ts';

/** Computed fields of a stored article: its state now, its address, its times in Viet Nam. */
const currentState = {
  state: articleState,
  url: z.string(),
  localTimes: z.object({
    zone: z.string(),
    publishedAt: z.nullable(z.string()),
    withdrawAt: z.nullable(z.string()),
  }),
};

/** An article as editors see it. `removed` names the markup that sanitizing took out of the request's body. */
export const articleReply = z.object({
  ...editorialArticle.shape,
  ...currentState,
  removed: z.optional(z.array(z.object({ what: z.string(), count: z.int() }))),
});
export const articleListReply = listOf(z.object({ ...draftItem.shape, ...currentState }));

/** Exact if `isComplete`, else at least so many. */
const count = z.object({ count: z.int(), isComplete: z.boolean() });
export const articleCountsReply = z.object({
  mine: count,
  waiting: count,
  draft: count,
  scheduled: count,
  live: count,
  withdrawn: count,
});

/** Tags of the newest articles, the most frequent first. */
export const tagListReply = z.object({
  items: z.array(z.object({ name: z.string(), articles: z.int() })),
});

/** Tags of all published articles, the most frequent first; not complete when there are more than a reply holds. */
export const tagCountsReply = z.object({
  items: z.array(z.object({ slug: z.string(), name: z.string(), articles: z.int() })),
  isComplete: z.boolean(),
});

/** Published articles with a tag, and how each writes it. */
export const tagArticlesReply = listOf(
  z.object({ id: articleId, title: z.string(), url: z.string(), publishedAt: instant, tag: z.string() }),
);

/** Articles of a category that are public or scheduled. */
export const categoryCountReply = z.object({ articles: z.int() });

const revisionHead = z.omit(revision, { article: true });
export const revisionReply = z.object({ ...revision.shape, article: editorialArticle });
export const revisionListReply = listOf(
  z.object({ ...revisionHead.shape, ...revisionSummary.shape.article.shape }),
);

/** One of the two compared revisions. */
const comparedRevision = z.object({ ...revisionHead.shape, version: z.int(), title: z.string() });
export const comparisonReply = z.object({
  before: comparedRevision,
  after: comparedRevision,
  ...comparison.shape,
});

/** The articles that one call changed, and whether none is left to change. */
export const moveReply = z.object({ moved: z.int(), isDone: z.boolean() });

export const previewReply = z.object({
  url: z.string(),
  version: z.int(),
  expiresAt: instant,
  localExpiresAt: z.string(),
});
