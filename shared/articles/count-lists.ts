import type { DraftItem } from './article.ts';
import { type ArticleFilter, articlePredicate, statusesOf, type Viewer } from './article-filter.ts';
import type { ArticleStatus } from './state.ts';
import { isStaticPage } from './static-page.ts';
import { stateAt } from './workflow.ts';

/** The articles last saved of each status; `isComplete` says that these are all. */
export type RecentArticles = Record<ArticleStatus, { items: readonly DraftItem[]; isComplete: boolean }>;
/** Articles of a list among the recent ones: all there are if `isComplete`, else at least so many. */
export type ArticleCount = { count: number; isComplete: boolean };

/** The lists whose articles are counted; `mine` has every article that the caller created. */
type CountedList = 'mine' | 'waiting' | 'draft' | 'scheduled' | 'live' | 'withdrawn';

/** Counts the lists of a caller. `scheduledNews` is the number of all scheduled articles but static pages. */
export const countLists = (
  recent: RecentArticles,
  scheduledNews: number,
  viewer: Viewer,
): Record<CountedList, ArticleCount> => {
  const count = (filter: ArticleFilter): ArticleCount => {
    const parts = statusesOf(filter.list).map((status) => recent[status]);
    const isListed = articlePredicate(filter, viewer);
    return {
      count: parts.flatMap(({ items }) => items).filter(isListed).length,
      isComplete: parts.every(({ isComplete }) => isComplete),
    };
  };
  const scheduled = count({ list: 'scheduled' });
  return {
    mine: count({ list: 'all', createdBy: viewer.actor.name }),
    waiting: count({ list: 'waiting' }),
    draft: count({ list: 'draft' }),
    scheduled: { ...scheduled, isComplete: scheduled.isComplete || hasAllScheduled() },
    live: count({ list: 'live' }),
    withdrawn: count({ list: 'withdrawn' }),
  };

  /** Whether the recent ones hold all scheduled news, whoever may see them. */
  function hasAllScheduled() {
    const scheduledItems = recent.published.items.filter((item) => stateAt(item, viewer.now) === 'scheduled');
    return scheduledItems.filter((item) => !isStaticPage(item)).length >= scheduledNews;
  }
};
