import type { Picture } from '../images/picture.ts';
import type { Article } from './article.ts';
import { imagesOf } from './article-images.ts';
import { type Change, type StepContext, toChange } from './change.ts';
import type { ArticleContent } from './content.ts';
import type { LiveArticle } from './live-article.ts';
import { publicationTimes } from './publication-times.ts';
import type { PublishRequest } from './requests.ts';
import { slugOf } from './slug.ts';
import { isStaticPage } from './static-page.ts';
import { tagsOf } from './tags.ts';
import { toLive } from './to-live.ts';
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

type Publication = Partial<Omit<PublishRequest, 'note'>> & { pictures: readonly Picture[] };

/** Publishes the working copy, for the time that `publicationTimes` returns. */
export const publishArticle = (
  before: Article,
  { pictures, ...asked }: Publication,
  context: StepContext,
): Change => {
  const status = statusAfter('publish', before, context.now);
  const { publishedAt, withdrawAt, updatedAt } = publicationTimes(before, asked, context.now);
  const article: Article = {
    ...withNote(before, context),
    status,
    publishedAt,
    withdrawAt,
    liveUpdatedAt: updatedAt,
    liveVersion: before.version + 1,
    liveImages: imagesOf(before),
    liveTags: isStaticPage(before) ? [] : tagsOf(before.tags).map(({ slug }) => slug),
  };
  return toChange('publish', before, article, context, toLive(article, { publishedAt, updatedAt }, pictures));
};

/** Withdraws an article. Published again, it is new unless a date is given. */
export const withdrawArticle = (before: Article, context: StepContext): Change => {
  const article: Article = {
    ...withNote(before, context),
    status: statusAfter('withdraw', before, context.now),
    publishedAt: null,
    withdrawAt: null,
    liveVersion: null,
    liveUpdatedAt: null,
    liveImages: [],
    liveTags: [],
  };
  return toChange('withdraw', before, article, context, 'removed');
};

/** Moves the working copy and the live version of an article from one category to another. */
export const moveArticle = (
  before: Article,
  live: LiveArticle | null,
  { from, to }: { from: string; to: string },
  context: StepContext,
): Change => {
  const article = {
    ...nextVersion(before, context),
    category: before.category === from ? to : before.category,
  };
  const moved = live?.category === from ? { ...live, category: to } : 'unchanged';
  return toChange('move', before, article, context, moved);
};

/** Deletes a draft that was never public. Its revisions stay as the record. */
export const deleteArticle = (before: Article, context: StepContext): Change =>
  toChange('delete', before, nextVersion(before, context), context);

/** The article one version later. A clock that was set back does not make `updatedAt` go back. */
const nextVersion = (before: Article, { actor, now }: StepContext): Article => {
  const at = now.toISOString();
  return {
    ...before,
    version: before.version + 1,
    updatedAt: at > before.updatedAt ? at : before.updatedAt,
    updatedBy: actor.name,
  };
};

/** The article one version later, with the note of the step. */
const withNote = (before: Article, context: StepContext): Article => {
  const after = nextVersion(before, context);
  const { note: text = '', actor } = context;
  return { ...after, note: text ? { text, by: actor.name, at: after.updatedAt } : null };
};
