import type { FeedItem, LiveArticle } from '../articles/live-article.ts';
import type { ReaderSettings } from '../site/page-links.ts';
import { earlierInstant } from '../time/earlier-instant.ts';
import { localDay } from '../time/local-day.ts';
import { dayRange } from '../time/time-range.ts';
import { articleTag, categoryTag, listTag, monthsOf, siteTag } from './cache-tags.ts';
import type { Freshness } from './freshness.ts';

/** Seconds that pages with visit statistics are fresh: nothing invalidates those. */
const statisticsSeconds = 600;
/** Seconds that a 404 is fresh. */
const notFoundSeconds = 60;
/** Seconds that sitemaps are fresh, which change with time. */
const sitemapSeconds = 3_600;

/** A page of a list, as the reader's store returns it. */
export type ListPage = { items: readonly FeedItem[]; next: string | null; changesAt: string | null };
type Context = {
  now: Date;
  /** Whether the page starts with the newest article of the list. */
  isNewest?: boolean;
};
type Dated = Pick<FeedItem, 'publishedAt' | 'withdrawAt'>;

/** The months that a page of a list spans: up to scheduled articles, and back without limit where the list is not full. */
const monthsOfList = ({ items, next }: ListPage, { now, isNewest = true }: Context) =>
  monthsOf(
    {
      oldest: next === null ? null : (items.at(-1)?.publishedAt ?? null),
      newest: isNewest ? null : (items[0]?.publishedAt ?? null),
    },
    now,
  );

/** A list of the whole site's news. */
export const siteListFreshness = (list: ListPage, context: Context): Freshness => ({
  tags: [siteTag, ...monthsOfList(list, context).map(listTag)],
  changesAt: list.changesAt,
});

/** The home page: the site's newest articles and the most read. */
export const homeFreshness = (
  latest: ListPage,
  mostRead: readonly FeedItem[],
  context: Context,
): Freshness => {
  const list = siteListFreshness(latest, context);
  return {
    tags: [...list.tags, ...new Set(mostRead.map(({ id }) => articleTag(id)))],
    freshSeconds: statisticsSeconds,
    changesAt: mostRead.reduce((at, { withdrawAt }) => earlierInstant(at, withdrawAt), list.changesAt),
  };
};

/** A page of a category's list. */
export const categoryFreshness = (category: string, list: ListPage, context: Context): Freshness => ({
  tags: [
    siteTag,
    ...list.items.map(({ id }) => articleTag(id)),
    ...monthsOfList(list, context).map((month) => categoryTag(category, month)),
  ],
  changesAt: list.changesAt,
});

/** An article's page, with other news of its category. */
export const articleFreshness = (
  article: LiveArticle,
  related: ListPage,
  { changesAt, ...context }: Context & { changesAt: string | null },
): Freshness => {
  const list = categoryFreshness(article.category, related, context);
  return {
    tags: [articleTag(article.id), ...list.tags],
    changesAt: earlierInstant(changesAt, list.changesAt),
  };
};

/** The page of visit statistics. */
export const statisticsFreshness: Freshness = { tags: [siteTag], freshSeconds: statisticsSeconds };

/** One article by itself, or a redirect to its address. */
export const articleOnlyFreshness = (id: string, changesAt: string | null): Freshness => ({
  tags: [articleTag(id)],
  changesAt,
});

/** A 404. */
export const notFoundFreshness: Freshness = { tags: [siteTag], freshSeconds: notFoundSeconds };

/** A static page, or another that shows one article and no list. */
export const singleArticleFreshness = ({
  id,
  withdrawAt,
}: Pick<FeedItem, 'id' | 'withdrawAt'>): Freshness => ({
  tags: [siteTag, articleTag(id)],
  changesAt: withdrawAt,
});

/** The articles of a time range, with links to the nearest articles before and after it. */
export const timeRangeFreshness = (
  shown: readonly Dated[],
  { before, after }: { before: Dated | null; after: Dated | null },
  { now, scheduledAt }: { now: Date; scheduledAt: string | null },
): Freshness => ({
  tags: [
    siteTag,
    ...monthsOf({ oldest: before?.publishedAt ?? null, newest: after?.publishedAt ?? null }, now).map(
      listTag,
    ),
  ],
  changesAt: [...shown, before, after].reduce(
    (at, article) => earlierInstant(at, article?.withdrawAt),
    scheduledAt,
  ),
});

/** The sitemap of a month. */
export const monthFreshness = (
  month: string,
  shown: readonly Dated[],
  scheduledAt: string | null,
): Freshness => ({
  tags: [siteTag, listTag(month)],
  changesAt: shown.reduce((at, { withdrawAt }) => earlierInstant(at, withdrawAt), scheduledAt),
});

/** A reply that only the settings change. */
export const siteFreshness: Freshness = { tags: [siteTag] };

/** A sitemap that changes with time. */
export const sitemapFreshness: Freshness = { tags: [siteTag], freshSeconds: sitemapSeconds };

/** Limits freshness to the next change of the page's frame: the alert begins or ends, a link to a static page comes or goes, or the day that every page shows is over. */
export const untilFrameChanges = (
  freshness: Freshness,
  { alert, pagesChangeAt }: Pick<ReaderSettings, 'alert' | 'pagesChangeAt'>,
  now: Date,
): Freshness => {
  const alertChanges = alert ? [alert.from, alert.to].map((at) => new Date(at).toISOString()) : [];
  const upcoming = [...alertChanges, dayRange(localDay(now)).to].filter((at) => at > now.toISOString());
  return {
    ...freshness,
    changesAt: upcoming.reduce<string | null>(
      earlierInstant,
      earlierInstant(freshness.changesAt, pagesChangeAt),
    ),
  };
};
