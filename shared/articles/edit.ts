import type { Actor } from '../http/actor.ts';
import type { Action, Article, ArticleContent, LiveArticle } from './article.ts';
import { excerpt } from './excerpt.ts';
import { slugOf } from './slug.ts';
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
  };
  return { action: 'create', article, previousVersion: 0, live: 'unchanged' };
};

/** Saves the working copy. Readers keep seeing the live version, if there is one. */
export const saveArticle = (before: Article, content: ArticleContent, step: Step): Change => {
  nextStatus('save', before);
  return {
    action: 'save',
    article: { ...next(before, step), ...content, slug: slugOf(content.title) },
    previousVersion: before.version,
    live: 'unchanged',
  };
};

/** Makes the working copy what readers see from `publishedAt` on: by default as before if it is live already, else from now. */
export const publishArticle = (before: Article, publishedAt: string | undefined, step: Step): Change => {
  nextStatus('publish', before);
  const article: Article = {
    ...next(before, step),
    status: 'published',
    publishedAt: publishedAt ?? before.publishedAt ?? step.now.toISOString(),
    liveVersion: before.version + 1,
  };
  return {
    action: 'publish',
    article,
    previousVersion: before.version,
    live: toLive(article, before, step.now),
  };
};

/** Takes the article away from readers. Published again, it is new unless a date is given. */
export const withdrawArticle = (before: Article, step: Step): Change => {
  nextStatus('withdraw', before);
  const article: Article = {
    ...next(before, step),
    status: 'withdrawn',
    publishedAt: null,
    liveVersion: null,
  };
  return { action: 'withdraw', article, previousVersion: before.version, live: 'removed' };
};

/** Removes a draft that was never public. Its revisions stay as the record. */
export const deleteArticle = (before: Article, step: Step): Change => {
  nextStatus('delete', before);
  return {
    action: 'delete',
    article: next(before, step),
    previousVersion: before.version,
    live: 'unchanged',
  };
};

const next = (before: Article, { actor, now }: Step): Article => ({
  ...before,
  version: before.version + 1,
  updatedAt: now.toISOString(),
  updatedBy: actor.name,
});

/** `updatedAt` of a first publication is its `publishedAt`, so that an imported old article does not claim to be updated today. */
const toLive = (article: Article, before: Article, now: Date): LiveArticle => {
  const publishedAt = article.publishedAt ?? now.toISOString();
  const correctedAt = before.liveVersion === null ? publishedAt : now.toISOString();
  const { id, version, title, slug, body, category, cover, gallery, tags, author, source, withdrawAt } =
    article;
  return {
    id,
    version,
    title,
    slug,
    summary: article.summary || excerpt(body),
    body,
    category,
    cover,
    gallery,
    tags,
    author,
    source,
    publishedAt,
    withdrawAt,
    updatedAt: correctedAt > publishedAt ? correctedAt : publishedAt,
  };
};
