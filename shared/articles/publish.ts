import type { Picture } from '../images/picture.ts';
import type { Article } from './article.ts';
import { imagesOf } from './article-images.ts';
import { type Change, type StepContext, toChange, withNote } from './change.ts';
import { publicationTimes } from './publication-times.ts';
import type { PublishRequest } from './requests.ts';
import { isStaticPage } from './static-page.ts';
import { tagsOf } from './tags.ts';
import { toLive } from './to-live.ts';
import { statusAfter } from './workflow.ts';

type Publication = Partial<Omit<PublishRequest, 'note'>> & { pictures: readonly Picture[] };

/** Publishes the working copy, for the time that `publicationTimes` returns. */
export const publishArticle = (
  before: Article,
  { pictures, ...options }: Publication,
  context: StepContext,
): Change => {
  const status = statusAfter('publish', before, context.now);
  const { publishedAt, withdrawAt, updatedAt } = publicationTimes(before, options, context.now);
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
