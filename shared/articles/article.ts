import * as z from 'zod/mini';
import { articleId, categorySlug, imageId } from '../ids.ts';
import { instant } from '../time/instant.ts';
import { articleStatus } from './state.ts';

/** The note that came with a step. */
const note = z.object({ text: z.string(), by: z.string(), at: instant });

/** The working copy of an article. */
export const article = z.object({
  title: z.string(),
  summary: z.string(),
  body: z.string(),
  category: categorySlug,
  tags: z.array(z.string()),
  author: z.string(),
  source: z.string(),
  cover: z.nullable(imageId),
  gallery: z.array(z.object({ image: imageId, caption: z.string() })),
  oldUrls: z._default(z.array(z.string()), []),
  id: articleId,
  version: z.int().check(z.positive()),
  status: articleStatus,
  slug: z.string(),
  publishedAt: z.nullable(instant),
  withdrawAt: z.nullable(instant),
  /** The version that readers see, if any. */
  liveVersion: z.nullable(z.int()),
  createdAt: instant,
  createdBy: z.string(),
  updatedAt: instant,
  updatedBy: z.string(),
  /** The note of the last step of the workflow, if any. */
  note: z._default(z.nullable(note), null),
  /** The date of update that readers see; null without a live version. */
  liveUpdatedAt: z._default(z.nullable(instant), null),
  /** The old addresses that are this article's alone: those of the draft when somebody who may publish last saved or published it. */
  claimedUrls: z._default(z.array(z.string()), []),
  /** The images of the live version. */
  liveImages: z._default(z.array(imageId), []),
  /** The tags of the live version, as slugs. */
  liveTags: z._default(z.array(z.string()), []),
});
export type Article = z.infer<typeof article>;

/** An article as editors see it: without the fields that only the next step needs. */
export const editorialArticle = z.omit(article, { claimedUrls: true, liveImages: true, liveTags: true });

/** An article in the editorial list: the fields that its index projects. */
export const draftItem = z.omit(article, {
  body: true,
  tags: true,
  author: true,
  source: true,
  cover: true,
  gallery: true,
  oldUrls: true,
  note: true,
  liveUpdatedAt: true,
  claimedUrls: true,
  liveImages: true,
  liveTags: true,
});
export type DraftItem = z.infer<typeof draftItem>;
