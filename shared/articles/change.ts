import type { Actor, Role } from '../http/actor.ts';
import { listPosition } from '../table/list-position.ts';
import type { Article } from './article.ts';
import { imagesOf } from './article-images.ts';
import type { LiveArticle } from './live-article.ts';
import type { Action } from './revision.ts';

/** A change of an article, ready to be committed in one transaction. */
export type Change = {
  action: Action;
  role: Role;
  note: string;
  /** The article after the change. */
  article: Article;
  /** The version that the change starts from; 0 for a new article. */
  previousVersion: number;
  /** The live version after the change. */
  live: 'unchanged' | 'removed' | LiveArticle;
  /** Images that the article uses from now on, and those that it no longer uses. */
  images: { added: readonly string[]; removed: readonly string[] };
  /** Entries of tag lists that the article leaves: tag and position. */
  leftTags: readonly { tag: string; position: string }[];
  /** Old addresses that redirect to the article from now on, and those that no longer do. */
  oldUrls: { added: readonly string[]; removed: readonly string[] };
};

/** The actor, time and note of a step. */
export type StepContext = { actor: Actor; now: Date; note?: string };

/** Steps by which an editor or admin claims the old addresses of the draft. Until then those that an author wrote are a proposal. */
const claiming: readonly Action[] = ['create', 'save', 'restore', 'publish'];

/** Makes a change with its effects on images, old addresses and tag lists. Images of the working copy and of the live version are in use. */
export const toChange = (
  action: Action,
  before: Article | null,
  after: Article,
  { actor, note = '' }: StepContext,
  live: Change['live'] = 'unchanged',
): Change => {
  const isDeleted = action === 'delete';
  const claims = actor.role !== 'author' && claiming.includes(action);
  const article = claims ? { ...after, claimedUrls: after.oldUrls } : after;
  return {
    action,
    role: actor.role,
    note,
    article,
    previousVersion: before?.version ?? 0,
    live,
    images: difference(before ? usedImages(before) : [], isDeleted ? [] : usedImages(article)),
    oldUrls: difference(before?.claimedUrls ?? [], isDeleted ? [] : article.claimedUrls),
    leftTags: leftTags(before, article),
  };
};

const difference = (before: Iterable<string>, after: Iterable<string>) => {
  const [old, current] = [new Set(before), new Set(after)];
  return { added: [...current.difference(old)], removed: [...old.difference(current)] };
};

const usedImages = (article: Article) => [...imagesOf(article), ...article.liveImages];

const leftTags = (before: Article | null, after: Article): Change['leftTags'] => {
  const remaining = new Set(tagEntries(after).map(({ tag, position }) => position + tag));
  return tagEntries(before).filter(({ tag, position }) => !remaining.has(position + tag));
};

const tagEntries = (article: Article | null) => {
  const publishedAt = article?.publishedAt;
  if (!publishedAt) return [];
  return article.liveTags.map((tag) => ({ tag, position: listPosition(publishedAt, article.id) }));
};

/** The article one version later. A clock that was set back does not make `updatedAt` go back. */
export const nextVersion = (before: Article, { actor, now }: StepContext): Article => {
  const at = now.toISOString();
  return {
    ...before,
    version: before.version + 1,
    updatedAt: at > before.updatedAt ? at : before.updatedAt,
    updatedBy: actor.name,
  };
};

/** The article one version later, with the note of the step. */
export const withNote = (before: Article, context: StepContext): Article => {
  const after = nextVersion(before, context);
  const { note: text = '', actor } = context;
  return { ...after, note: text ? { text, by: actor.name, at: after.updatedAt } : null };
};
