import * as z from 'zod/mini';
import type { Actor } from '../http/actor.ts';
import { wordTest } from '../text/word-test.ts';
import type { DraftItem } from './article.ts';
import { type ArticleStatus, articleStatus } from './state.ts';
import { mayRead, stateAt } from './workflow.ts';

/**
 * The lists of articles: one for each state, `published` (scheduled, live, or withdrawn by their date), `waiting` (for the caller to take
 * the next step) and `all`.
 */
export const articleListName = z.enum([...articleStatus.options, 'scheduled', 'live', 'waiting', 'all']);
export type ArticleListName = z.infer<typeof articleListName>;

/** What a list is narrowed to. `words` are words of the title, in any order, with or without diacritics, each perhaps only begun. */
export type ArticleFilter = {
  list: ArticleListName;
  category?: string | undefined;
  createdBy?: string | undefined;
  words?: string;
};
/** Who asks, and when. */
export type Viewer = { actor: Actor; now: Date };

/** The statuses under which the articles of a list are stored, beside those with the status of its name. */
const storedStatuses: Partial<Record<ArticleListName, readonly ArticleStatus[]>> = {
  scheduled: ['published'],
  live: ['published'],
  // Some are published until a date that has passed.
  withdrawn: ['withdrawn', 'published'],
  waiting: ['in_review', 'returned', 'approved'],
  all: articleStatus.options,
};

export const statusesOf = (list: ArticleListName): readonly ArticleStatus[] =>
  storedStatuses[list] ?? [articleStatus.parse(list)];

/** Whether the next step is the caller's: editors review and publish, and whoever wrote a returned article corrects it. */
const isWaitingFor = (actor: Actor, { status, createdBy }: DraftItem) =>
  status === 'returned'
    ? createdBy === actor.name
    : actor.role !== 'author' && (status === 'in_review' || status === 'approved');

const isInList = (list: ArticleListName, item: DraftItem, { actor, now }: Viewer) => {
  if (list === 'all') return true;
  if (list === 'published') return item.status === 'published';
  if (list === 'waiting') return isWaitingFor(actor, item);
  return stateAt(item, now) === list;
};

/** A predicate: whether an article is in the narrowed list, for a caller who may see it. */
export const articlePredicate = (
  { list, category, createdBy, words = '' }: ArticleFilter,
  viewer: Viewer,
): ((item: DraftItem) => boolean) => {
  const hasWords = wordTest(words);
  return (item) =>
    mayRead(viewer.actor, item) &&
    isInList(list, item, viewer) &&
    (category === undefined || item.category === category) &&
    (createdBy === undefined || item.createdBy === createdBy) &&
    (hasWords === null || hasWords(item.title));
};
