import type { Article } from './article.ts';
import { type Change, nextVersion, type StepContext, toChange } from './change.ts';
import type { LiveArticle } from './live-article.ts';
import { isStaticPage } from './static-page.ts';
import { tagsOf } from './tags.ts';

/**
 * Moves the working copy and the live version of an article from one category to another, each if it is in that. What was approved stays
 * so, and readers see no date of update.
 */
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

/** The address of a tag, and the name that is to take its place. */
export type TagRename = { from: string; name: string };

/** Renames a tag of the working copy and of the live version, under the rules of `moveArticle`. */
export const retagArticle = (
  before: Article,
  live: LiveArticle,
  rename: TagRename,
  context: StepContext,
): Change => {
  const retagged = { ...live, tags: renameTag(live.tags, rename) };
  const article = {
    ...nextVersion(before, context),
    tags: renameTag(before.tags, rename),
    liveTags: isStaticPage(live) ? [] : tagsOf(retagged.tags).map(({ slug }) => slug),
  };
  return toChange('retag', before, article, context, retagged);
};

/** Names of tags with one renamed, each address once, in their order. */
const renameTag = (names: readonly string[], { from, name }: TagRename): string[] => {
  const renamed = names.map((old) => (tagsOf([old])[0]?.slug === from ? name : old));
  return tagsOf(renamed).map((tag) => tag.name);
};
