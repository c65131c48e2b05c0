import type { Actor, Role } from '../http/actor.ts';
import type { Picture } from '../images/picture.ts';
import { listPosition } from '../table/list-position.ts';
import type { Article } from './article.ts';
import { imagesOf } from './article-images.ts';
import type { ArticleContent } from './content.ts';
import { toLive } from './live.ts';
import type { LiveArticle } from './live-article.ts';
import { publicationTimes } from './publication-times.ts';
import type { PublishRequest } from './requests.ts';
import type { Action } from './revision.ts';
import { slugOf } from './slug.ts';
import { isStaticPage } from './static-page.ts';
import { tagsOf } from './tags.ts';
import { statusAfter } from './workflow.ts';

/** One step in an article's life, ready to be committed as a whole. */
export type Change = {
  action: Action;
  role: Role;
  note: string;
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
  /** Addresses of an older site that lead to the article from this step on, and those that no longer do. */
  oldUrls: { added: readonly string[]; dropped: readonly string[] };
};

/** Who takes a step, when, and what they say with it. */
export type StepContext = { actor: Actor; now: Date; note?: string };

export const createArticle = (content: ArticleContent, id: string, taken: StepContext): Change => {
  const at = taken.now.toISOString();
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
    createdBy: taken.actor.name,
    updatedAt: at,
    updatedBy: taken.actor.name,
    note: null,
    liveUpdatedAt: null,
    liveImages: [],
    liveTags: [],
  };
  return change('create', null, article, taken);
};

/** Saves the working copy, by `restore` from an older revision. Readers keep seeing the live version, if there is one. */
export const saveArticle = (
  before: Article,
  content: ArticleContent,
  taken: StepContext,
  action: 'save' | 'restore' = 'save',
): Change => {
  const status = statusAfter(action, before, taken.now);
  const article = { ...next(before, taken), ...content, status, slug: slugOf(content.title) };
  return change(action, before, article, taken);
};

/** Hands an article on within the office: for review, back, or approved. */
export const reviewStep = (
  before: Article,
  action: 'submit' | 'return' | 'approve',
  taken: StepContext,
): Change =>
  change(action, before, { ...noted(before, taken), status: statusAfter(action, before, taken.now) }, taken);

type Publication = Partial<Omit<PublishRequest, 'note'>> & { pictures: readonly Picture[] };

/** Makes the working copy what readers see, from when and until when `publicationTimes` says. */
export const publishArticle = (
  before: Article,
  { pictures, ...asked }: Publication,
  taken: StepContext,
): Change => {
  const status = statusAfter('publish', before, taken.now);
  const { publishedAt, withdrawAt, updatedAt } = publicationTimes(before, asked, taken.now);
  const article: Article = {
    ...noted(before, taken),
    status,
    publishedAt,
    withdrawAt,
    liveUpdatedAt: updatedAt,
    liveVersion: before.version + 1,
    liveImages: imagesOf(before),
    liveTags: isStaticPage(before) ? [] : tagsOf(before.tags).map(({ slug }) => slug),
  };
  return change('publish', before, article, taken, toLive(article, { publishedAt, updatedAt }, pictures));
};

/** Takes the article away from readers. Published again, it is new unless a date is given. */
export const withdrawArticle = (before: Article, taken: StepContext): Change => {
  const article: Article = {
    ...noted(before, taken),
    status: statusAfter('withdraw', before, taken.now),
    publishedAt: null,
    withdrawAt: null,
    liveVersion: null,
    liveUpdatedAt: null,
    liveImages: [],
    liveTags: [],
  };
  return change('withdraw', before, article, taken, 'removed');
};

/** Files an article of one category under another, for editors and for readers, wherever it stands in the first. What it says does not change. */
export const moveArticle = (
  before: Article,
  live: LiveArticle | null,
  { from, to }: { from: string; to: string },
  taken: StepContext,
): Change => {
  const article = { ...next(before, taken), category: before.category === from ? to : before.category };
  const moved = live?.category === from ? { ...live, category: to } : 'unchanged';
  return change('move', before, article, taken, moved);
};

/** Removes a draft that was never public. Its revisions stay as the record. */
export const deleteArticle = (before: Article, taken: StepContext): Change =>
  change('delete', before, next(before, taken), taken);

/** A step with what it means for images: those of the working copy and of the live version are held. */
const change = (
  action: Action,
  before: Article | null,
  article: Article,
  { actor, note = '' }: StepContext,
  live: Change['live'] = 'unchanged',
): Change => {
  const heldBefore = before ? heldImages(before) : new Set<string>();
  const heldAfter = action === 'delete' ? new Set<string>() : heldImages(article);
  const images = {
    held: [...heldAfter.difference(heldBefore)],
    released: [...heldBefore.difference(heldAfter)],
  };
  const [urlsBefore, urlsAfter] = [before?.oldUrls ?? [], action === 'delete' ? [] : article.oldUrls].map(
    (urls) => new Set(urls),
  ) as [Set<string>, Set<string>];
  const oldUrls = {
    added: [...urlsAfter.difference(urlsBefore)],
    dropped: [...urlsBefore.difference(urlsAfter)],
  };
  const previousVersion = before?.version ?? 0;
  const leaving = leftTags(before, article);
  return {
    ...{ action, role: actor.role, note, article, previousVersion, live },
    ...{ images, oldUrls, leftTags: leaving },
  };
};

const leftTags = (before: Article | null, after: Article): Change['leftTags'] => {
  const kept = new Set(tagPlaces(after).map(({ tag, position }) => position + tag));
  return tagPlaces(before).filter(({ tag, position }) => !kept.has(position + tag));
};

const tagPlaces = (article: Article | null) =>
  article?.publishedAt
    ? article.liveTags.map((tag) => ({ tag, position: listPosition(article.publishedAt ?? '', article.id) }))
    : [];

const heldImages = (article: Article) => new Set([...imagesOf(article), ...article.liveImages]);

/** The article one version later. A clock that was set back takes it no further back than it was. */
const next = (before: Article, { actor, now }: StepContext): Article => {
  const at = now.toISOString();
  return {
    ...before,
    version: before.version + 1,
    updatedAt: at > before.updatedAt ? at : before.updatedAt,
    updatedBy: actor.name,
  };
};

/** The article one version later, with what was said. */
const noted = (before: Article, taken: StepContext): Article => {
  const after = next(before, taken);
  const { note: text = '', actor } = taken;
  return { ...after, note: text ? { text, by: actor.name, at: after.updatedAt } : null };
};
