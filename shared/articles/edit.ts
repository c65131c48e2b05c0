import type { Actor } from '../http/actor.ts';
import type { Picture } from '../images/picture.ts';
import type { Action, Article, ArticleContent, LiveArticle } from './article.ts';
import { imagesOf } from './article-images.ts';
import { excerpt } from './excerpt.ts';
import { feedPosition } from './keys.ts';
import { slugOf } from './slug.ts';
import { isStaticPage } from './static-page.ts';
import { tagsOf } from './tags.ts';
import { nextStatus } from './workflow.ts';

/** One step in an article's life, ready to be committed as a whole. */
export type Change = {
  action: Action;
  /** The article after the step. */
  article: Article;
  /** The version that the step starts from; 0 for a new article. */
  previousVersion: number;
  /** What becomes of the version that readers see. */
  live: 'unchanged' | 'removed' | LiveArticle;
  /** Images that the article holds from this step on, and those that it lets go. */
  images: { held: readonly string[]; released: readonly string[] };
  /** Places in the lists of tags that the article leaves: each a tag and a position. */
  leftTags: readonly { tag: string; position: string }[];
};

type Step = { actor: Actor; now: Date };

export const createArticle = (content: ArticleContent, id: string, { actor, now }: Step): Change => {
  const at = now.toISOString();
  const article: Article = {
    ...content,
    id,
    version: 1,
    status: 'draft',
    slug: slugOf(content.title),
    publishedAt: null,
    withdrawAt: null,
    liveVersion: null,
    createdAt: at,
    createdBy: actor.name,
    updatedAt: at,
    updatedBy: actor.name,
    liveImages: [],
    liveTags: [],
  };
  return change('create', null, article, { previousVersion: 0, live: 'unchanged' });
};

/** Saves the working copy. Readers keep seeing the live version, if there is one. */
export const saveArticle = (before: Article, content: ArticleContent, step: Step): Change => {
  nextStatus('save', before);
  const article = { ...next(before, step), ...content, slug: slugOf(content.title) };
  return change('save', before, article, { previousVersion: before.version, live: 'unchanged' });
};

type Publication = { publishedAt?: string | undefined; pictures: readonly Picture[] };

/** Makes the working copy what readers see from `publishedAt` on: by default as before if it is live already, else from now. */
export const publishArticle = (
  before: Article,
  { publishedAt, pictures }: Publication,
  step: Step,
): Change => {
  nextStatus('publish', before);
  const article: Article = {
    ...next(before, step),
    status: 'published',
    publishedAt: publishedAt ?? before.publishedAt ?? step.now.toISOString(),
    liveVersion: before.version + 1,
    liveImages: imagesOf(before),
    liveTags: isStaticPage(before) ? [] : tagsOf(before.tags).map(({ slug }) => slug),
  };
  const live = toLive(article, before, pictures, step.now);
  return change('publish', before, article, { previousVersion: before.version, live });
};

/** Takes the article away from readers. Published again, it is new unless a date is given. */
export const withdrawArticle = (before: Article, step: Step): Change => {
  nextStatus('withdraw', before);
  const article: Article = {
    ...next(before, step),
    status: 'withdrawn',
    publishedAt: null,
    liveVersion: null,
    liveImages: [],
    liveTags: [],
  };
  return change('withdraw', before, article, { previousVersion: before.version, live: 'removed' });
};

/** Removes a draft that was never public. Its revisions stay as the record. */
export const deleteArticle = (before: Article, step: Step): Change => {
  nextStatus('delete', before);
  return change('delete', before, next(before, step), { previousVersion: before.version, live: 'unchanged' });
};

/** A step with what it means for images: those of the working copy and of the live version are held. */
const change = (
  action: Action,
  before: Article | null,
  after: Article,
  { previousVersion, live }: Pick<Change, 'previousVersion' | 'live'>,
): Change => {
  const heldBefore = before ? heldImages(before) : new Set<string>();
  const heldAfter = action === 'delete' ? new Set<string>() : heldImages(after);
  const images = {
    held: [...heldAfter.difference(heldBefore)],
    released: [...heldBefore.difference(heldAfter)],
  };
  return { action, article: after, previousVersion, live, images, leftTags: leftTags(before, after) };
};

const leftTags = (before: Article | null, after: Article): Change['leftTags'] => {
  const kept = new Set(tagPlaces(after).map(({ tag, position }) => position + tag));
  return tagPlaces(before).filter(({ tag, position }) => !kept.has(position + tag));
};

const tagPlaces = (article: Article | null) =>
  article?.publishedAt
    ? article.liveTags.map((tag) => ({ tag, position: feedPosition(article.publishedAt ?? '', article.id) }))
    : [];

const heldImages = (article: Article) => new Set([...imagesOf(article), ...article.liveImages]);

const next = (before: Article, { actor, now }: Step): Article => ({
  ...before,
  version: before.version + 1,
  updatedAt: now.toISOString(),
  updatedBy: actor.name,
});

/** `updatedAt` of a first publication is its `publishedAt`, so that an imported old article does not claim to be updated today. */
const toLive = (article: Article, before: Article, pictures: readonly Picture[], now: Date): LiveArticle => {
  const publishedAt = article.publishedAt ?? now.toISOString();
  const correctedAt = before.liveVersion === null ? publishedAt : now.toISOString();
  const { id, version, title, slug, body, category, tags, author, source, withdrawAt } = article;
  const byId = new Map(pictures.map((picture) => [picture.id, picture]));
  const inBody = imagesOf({ body, cover: null, gallery: [] });
  return {
    id,
    version,
    title,
    slug,
    summary: article.summary || excerpt(body),
    body,
    category,
    cover: article.cover === null ? null : (byId.get(article.cover) ?? null),
    gallery: article.gallery.flatMap(({ image, caption }) => {
      const picture = byId.get(image);
      return picture ? [{ image: picture, caption }] : [];
    }),
    pictures: pictures.filter((picture) => inBody.includes(picture.id)),
    tags,
    author,
    source,
    publishedAt,
    withdrawAt,
    updatedAt: correctedAt > publishedAt ? correctedAt : publishedAt,
  };
};
