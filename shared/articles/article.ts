import * as z from 'zod/mini';
import { role } from '../http/actor.ts';
import { articleId, categorySlug, imageId } from '../ids.ts';
import { picture } from '../images/picture.ts';
import { html, line, lines } from '../text/text-schemas.ts';
import { oldUrl, oldUrlLimit } from './old-url.ts';
import { isTag } from './tags.ts';

/** UTF-8 bytes of a body, before and after it is sanitized. Three copies (draft, revision, live) fit one 4 MB transaction, each one 400 KB item. */
export const bodyLimitBytes = 300_000;

/** ISO 8601 in UTC with milliseconds, as `Date.toISOString()` writes it: sorts as text. */
const instant = z.iso.datetime({ precision: 3 });

const storedContent = {
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
};

/** Pictures of one gallery. */
const galleryLimit = 60;

/** Tags of one article. */
const tagLimit = 10;

/** What an editor sends to create or save an article. Missing optional fields are empty. */
export const articleContent = z.strictObject({
  title: line(300),
  body: html(bodyLimitBytes),
  category: categorySlug,
  summary: z._default(lines(1000), ''),
  tags: z._default(
    z.array(line(50).check(z.refine(isTag, 'Từ khóa phải có chữ hoặc số'))).check(z.maxLength(tagLimit)),
    [],
  ),
  author: z._default(line(100, 0), ''),
  source: z._default(line(200, 0), ''),
  cover: z._default(z.nullable(imageId), null),
  gallery: z._default(
    z
      .array(z.strictObject({ image: imageId, caption: z._default(lines(500), '') }))
      .check(z.maxLength(galleryLimit, `Tối đa ${galleryLimit} ảnh`)),
    [],
  ),
  /** Where the article stood on an older site: readers who come by such an address are led on. */
  oldUrls: z._default(
    z.array(oldUrl).check(z.maxLength(oldUrlLimit, `Tối đa ${oldUrlLimit} địa chỉ cũ`)),
    [],
  ),
});
export type ArticleContent = z.infer<typeof articleContent>;

/** What is stored. What was published is scheduled, live or withdrawn again by the clock: see `ArticleState`. */
export const articleStatus = z.enum(['draft', 'in_review', 'returned', 'approved', 'published', 'withdrawn']);
export type ArticleStatus = z.infer<typeof articleStatus>;

/** What an article is at a moment: `stateAt` in `workflow.ts` tells. */
export const articleState = z.enum([
  'draft',
  'in_review',
  'returned',
  'approved',
  'scheduled',
  'live',
  'withdrawn',
]);
export type ArticleState = z.infer<typeof articleState>;

/** What somebody had to say with a step. */
const note = z.object({ text: z.string(), by: z.string(), at: instant });

/** The working copy of an article, as editors see it. `liveVersion` is the version readers see, if any. */
export const article = z.object({
  ...storedContent,
  id: articleId,
  version: z.int().check(z.positive()),
  status: articleStatus,
  slug: z.string(),
  publishedAt: z.nullable(instant),
  withdrawAt: z.nullable(instant),
  liveVersion: z.nullable(z.int()),
  createdAt: instant,
  createdBy: z.string(),
  updatedAt: instant,
  updatedBy: z.string(),
  /** What was said with the last step of the workflow, if anything. */
  note: z._default(z.nullable(note), null),
  /** The time of the last correction that readers are told of; null where there is no live version. */
  liveUpdatedAt: z._default(z.nullable(instant), null),
  /** The images of the version that readers see. */
  liveImages: z._default(z.array(imageId), []),
  /** The tags of the version that readers see, as they stand in addresses. */
  liveTags: z._default(z.array(z.string()), []),
});
export type Article = z.infer<typeof article>;

/** All that editors see of an article: not what only the next step needs. */
export const editorialArticle = z.omit(article, { liveImages: true, liveTags: true });

/** What happened at a revision. */
const action = z.enum([
  'create',
  'save',
  'submit',
  'return',
  'approve',
  'publish',
  'withdraw',
  'restore',
  'move',
  'delete',
]);
export type Action = z.infer<typeof action>;

/** One saved state of an article, whole, with who made it, in which role, when, and what they said. */
export const revision = z.object({
  action,
  at: instant,
  by: z.string(),
  role: z._default(z.nullable(role), null),
  note: z._default(z.string(), ''),
  article,
});
export type Revision = z.infer<typeof revision>;

/** A revision as the history lists it. */
export const revisionSummary = z.object({
  ...revision.shape,
  article: z.pick(article, { version: true, title: true, status: true }),
});

/** What a list of articles shows to readers. `updatedAt` is the time of the last correction, or of publication. */
export const feedItem = z.object({
  id: articleId,
  title: z.string(),
  slug: z.string(),
  summary: z.string(),
  category: categorySlug,
  cover: z.nullable(picture),
  publishedAt: instant,
  updatedAt: instant,
  withdrawAt: z.nullable(instant),
});
export type FeedItem = z.infer<typeof feedItem>;

/** Where an article is, and since when: what the calendar and the sitemaps know of it. */
export const articleAddress = z.pick(feedItem, {
  id: true,
  slug: true,
  category: true,
  publishedAt: true,
  updatedAt: true,
  withdrawAt: true,
});
export type ArticleAddress = z.infer<typeof articleAddress>;

/** An article as readers see it. */
export const liveArticle = z.object({
  ...feedItem.shape,
  version: z.int(),
  body: z.string(),
  tags: z.array(z.string()),
  author: z.string(),
  source: z.string(),
  gallery: z.array(z.object({ image: picture, caption: z.string() })),
  /** The pictures of the body. */
  pictures: z._default(z.array(picture), []),
});
export type LiveArticle = z.infer<typeof liveArticle>;
