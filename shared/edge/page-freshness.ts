import type { FeedItem, LiveArticle } from '../articles/article.ts';
import type { SiteSettings } from '../site/settings.ts';
import { earlierInstant } from '../time/earlier-instant.ts';
import { localDay } from '../time/local-day.ts';
import { dayRange } from '../time/time-range.ts';
import { articleTag, categoryTag, listTag, monthsOf, siteTag } from './cache-tags.ts';
import type { Freshness } from './freshness.ts';

/** Seconds of what tells numbers besides news: nothing invalidates those. */
const figuresSeconds = 600;
/** Seconds of an answer that there is no such address. */
const missingSeconds = 60;

/** A list as the reader's store gives it. */
export type List = { items: readonly FeedItem[]; next: string | null; changesAt: string | null };
type Context = {
  now: Date;
  /** Whether the list begins with the newest there is. */
  isNewest?: boolean;
};

/** The months that a list reaches over: up to what is still to come, and down to whatever is older where it is not full. */
const monthsOfList = ({ items, next }: List, { now, isNewest = true }: Context) =>
  monthsOf(
    {
      oldest: next === null ? null : (items.at(-1)?.publishedAt ?? null),
      newest: isNewest ? null : (items[0]?.publishedAt ?? null),
    },
    now,
  );

/** Of a list of the whole site's news. */
export const siteListFreshness = (list: List, context: Context): Freshness => ({
  tags: [siteTag, ...monthsOfList(list, context).map(listTag)],
  changesAt: list.changesAt,
});

/** Of the home page: the site's newest, and beside it what is read most. */
export const homeFreshness = (latest: List, mostRead: readonly FeedItem[], context: Context): Freshness => {
  const list = siteListFreshness(latest, context);
  return {
    tags: [...list.tags, ...new Set(mostRead.map(({ id }) => articleTag(id)))],
    freshSeconds: figuresSeconds,
    changesAt: mostRead.reduce((at, { withdrawAt }) => earlierInstant(at, withdrawAt), list.changesAt),
  };
};

/** Of a page of a category's list. */
export const categoryFreshness = (category: string, list: List, context: Context): Freshness => ({
  tags: [
    siteTag,
    ...list.items.map(({ id }) => articleTag(id)),
    ...monthsOfList(list, context).map((month) => categoryTag(category, month)),
  ],
  changesAt: list.changesAt,
});

/** Of an article's page, with the news of its category under it. */
export const articleFreshness = (
  article: LiveArticle,
  related: List,
  { changesAt, ...context }: Context & { changesAt: string | null },
): Freshness => {
  const below = categoryFreshness(article.category, related, context);
  return {
    tags: [articleTag(article.id), ...below.tags],
    changesAt: earlierInstant(changesAt, below.changesAt),
  };
};

/** Of the page that tells the numbers. */
export const statisticsFreshness: Freshness = { tags: [siteTag], freshSeconds: figuresSeconds };

/** Of an answer that leads to an article's own address, whatever that becomes. */
export const redirectFreshness = (article: LiveArticle, changesAt: string | null): Freshness => ({
  tags: [articleTag(article.id)],
  changesAt,
});

/** Of an answer that an address leads nowhere. */
export const notFoundFreshness: Freshness = { tags: [siteTag], freshSeconds: missingSeconds };

/** Of a static page, or another that shows one article and no list. */
export const singleArticleFreshness = ({
  id,
  withdrawAt,
}: Pick<FeedItem, 'id' | 'withdrawAt'>): Freshness => ({
  tags: [siteTag, articleTag(id)],
  changesAt: withdrawAt,
});

/** Of what shows a span of time, and where there is news before and after it. */
export const timeRangeFreshness = (
  shown: readonly Timed[],
  { before, after }: { before: Timed | null; after: Timed | null },
  { now, scheduledAt }: { now: Date; scheduledAt: string | null },
): Freshness => ({
  tags: [
    siteTag,
    ...monthsOf({ oldest: before?.publishedAt ?? null, newest: after?.publishedAt ?? null }, now).map(
      listTag,
    ),
  ],
  changesAt: [...shown, before, after].reduce((at, one) => earlierInstant(at, one?.withdrawAt), scheduledAt),
});
type Timed = Pick<FeedItem, 'publishedAt' | 'withdrawAt'>;

/** Of the addresses of a month. */
export const monthFreshness = (
  month: string,
  shown: readonly Timed[],
  scheduledAt: string | null,
): Freshness => ({
  tags: [siteTag, listTag(month)],
  changesAt: shown.reduce((at, one) => earlierInstant(at, one.withdrawAt), scheduledAt),
});

/** Of what only the settings change. */
export const siteFreshness: Freshness = { tags: [siteTag] };

/** Of what programs ask for again anyway, and time changes. */
export const hourlyFreshness: Freshness = { tags: [siteTag], freshSeconds: 3_600 };

/** Of a page of a site: by time alone it changes when its alert begins or ends, and at midnight, for it says what day it is. */
export const untilSiteChanges = (
  life: Freshness,
  { alert }: Pick<SiteSettings, 'alert'>,
  now: Date,
): Freshness => {
  const moments = alert ? [alert.from, alert.to].map((at) => new Date(at).toISOString()) : [];
  const next = [...moments, dayRange(localDay(now)).to].filter((at) => at > now.toISOString());
  return { ...life, changesAt: next.reduce<string | null>(earlierInstant, life.changesAt ?? null) };
};
