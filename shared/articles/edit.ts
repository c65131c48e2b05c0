import type { Article } from './article.ts';
import { type Change, nextVersion, type StepContext, toChange, withNote } from './change.ts';
import type { ArticleContent } from './content.ts';
import { slugOf } from './slug.ts';
import { statusAfter } from './workflow.ts';

export const createArticle = (content: ArticleContent, id: string, context: StepContext): Change => {
  const at = context.now.toISOString();
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
    createdBy: context.actor.name,
    updatedAt: at,
    updatedBy: context.actor.name,
    note: null,
    liveUpdatedAt: null,
    claimedUrls: [],
    liveImages: [],
    liveTags: [],
  };
  return toChange('create', null, article, context);
};

/** Saves the working copy, with `restore` from an older revision. The live version does not change. */
export const saveArticle = (
  before: Article,
  content: ArticleContent,
  context: StepContext,
  action: 'save' | 'restore' = 'save',
): Change => {
  const status = statusAfter(action, before, context.now);
  const article = { ...nextVersion(before, context), ...content, status, slug: slugOf(content.title) };
  return toChange(action, before, article, context);
};

/** Submits an article for review, returns or approves it. */
export const reviewStep = (
  before: Article,
  action: 'submit' | 'return' | 'approve',
  context: StepContext,
): Change =>
  toChange(
    action,
    before,
    { ...withNote(before, context), status: statusAfter(action, before, context.now) },
    context,
  );

/** Deletes a draft that was never public. Its revisions stay as the record. */
export const deleteArticle = (before: Article, context: StepContext): Change =>
  toChange('delete', before, nextVersion(before, context), context);
