import type * as z from 'zod/mini';
import type { articleListReply } from '../../../../shared/articles/replies.ts';
import type { Failure } from '../api/failure.ts';

/** A page of a list, as the API answers. */
export type ArticlePage = z.output<typeof articleListReply>;
export type ListedArticle = ArticlePage['items'][number];

/** A list as far as it has come. */
export type ArticleList = {
  items: readonly ListedArticle[];
  /** The cursor from which the list goes on; null at its end. */
  next: string | null;
  isLoaded: boolean;
  isLoading: boolean;
  failure: Failure | null;
  /** The newest items as they are now, if others than those shown. */
  changed: ArticlePage | null;
};

export const emptyList: ArticleList = {
  items: [],
  next: null,
  isLoaded: false,
  isLoading: false,
  failure: null,
  changed: null,
};

/** Last saved first: the order of the API. */
const positionOf = ({ updatedAt, id }: ListedArticle) => `${updatedAt}#${id}`;

/** The list with a further page. An article that was saved meanwhile is shown once. */
export const withPage = (list: ArticleList, { items, next }: ArticlePage): ArticleList => {
  const shown = new Set(list.items.map(({ id }) => id));
  return {
    ...list,
    items: [...list.items, ...items.filter(({ id }) => !shown.has(id))],
    next,
    isLoaded: true,
  };
};

/** The list with its newest part replaced. What is older than that part stays, and so does the place where the list goes on. */
export const withNewest = (list: ArticleList, newest: ArticlePage): ArticleList => {
  const last = newest.items.at(-1);
  const ids = new Set(newest.items.map(({ id }) => id));
  const isOlder = (item: ListedArticle) => last === undefined || positionOf(item) < positionOf(last);
  const older = newest.next === null ? [] : list.items.filter((item) => !ids.has(item.id) && isOlder(item));
  return {
    ...list,
    items: [...newest.items, ...older],
    next: older.length > 0 ? list.next : newest.next,
    changed: null,
  };
};

/** Whether the newest part has the same articles in the same order as what is shown. */
export const isSameOrder = (list: ArticleList, newest: ArticlePage): boolean => {
  const { items } = withNewest(list, newest);
  return items.length === list.items.length && items.every(({ id }, n) => id === list.items[n]?.id);
};

/** Articles of the newest part that are new in the list or were saved since. */
export const changesIn = ({ items }: ArticleList, newest: ArticlePage): number => {
  const shown = new Map(items.map(({ id, version }) => [id, version]));
  return newest.items.filter(({ id, version }) => shown.get(id) !== version).length;
};
