import type { FeedItem, LiveArticle } from '../articles/article.ts';
import { daySpan } from '../calendar/spans.ts';
import { localDay } from '../local-day.ts';
import type { SiteSettings } from '../site/settings.ts';
import { type Life, sooner } from './life.ts';
import { articleTag, categoryTag, listTag, monthsOf, siteTag } from './tags.ts';

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
export const siteListLife = (list: List, context: Context): Life => ({
  tags: [siteTag, ...monthsOfList(list, context).map(listTag)],
  changesAt: list.changesAt,
});

/** Of the home page: the site's newest, and beside it what is read most. */
export const homeLife = (latest: List, mostRead: readonly FeedItem[], context: Context): Life => {
  const list = siteListLife(latest, context);
  return {
    tags: [...list.tags, ...new Set(mostRead.map(({ id }) => articleTag(id)))],
    freshSeconds: figuresSeconds,
    changesAt: mostRead.reduce((at, { withdrawAt }) => sooner(at, withdrawAt), list.changesAt),
  };
};

/** Of a page of a category's list. */
export const categoryLife = (category: string, list: List, context: Context): Life => ({
  tags: [
    siteTag,
    ...list.items.map(({ id }) => articleTag(id)),
    ...monthsOfList(list, context).map((month) => categoryTag(category, month)),
  ],
  changesAt: list.changesAt,
});

/** Of an article's page, with the news of its category under it. */
export const articleLife = (
  article: LiveArticle,
  related: List,
  { changesAt, ...context }: Context & { changesAt: string | null },
): Life => {
  const below = categoryLife(article.category, related, context);
  return { tags: [articleTag(article.id), ...below.tags], changesAt: sooner(changesAt, below.changesAt) };
};

/** Of the page that tells the numbers. */
export const figuresLife: Life = { tags: [siteTag], freshSeconds: figuresSeconds };

/** Of an answer that leads to an article's own address, whatever that becomes. */
export const redirectLife = (article: LiveArticle, changesAt: string | null): Life => ({
  tags: [articleTag(article.id)],
  changesAt,
});

/** Of an answer that an address leads nowhere. */
export const missingLife: Life = { tags: [siteTag], freshSeconds: missingSeconds };

/** Of a static page, or another that shows one article and no list. */
export const oneArticleLife = ({ id, withdrawAt }: Pick<FeedItem, 'id' | 'withdrawAt'>): Life => ({
  tags: [siteTag, articleTag(id)],
  changesAt: withdrawAt,
});

/** Of what shows a span of time, and where there is news before and after it. */
export const spanLife = (
  shown: readonly Timed[],
  { before, after }: { before: Timed | null; after: Timed | null },
  { now, scheduledAt }: { now: Date; scheduledAt: string | null },
): Life => ({
  tags: [
    siteTag,
    ...monthsOf({ oldest: before?.publishedAt ?? null, newest: after?.publishedAt ?? null }, now).map(
      listTag,
    ),
  ],
  changesAt: [...shown, before, after].reduce((at, one) => sooner(at, one?.withdrawAt), scheduledAt),
});
type Timed = Pick<FeedItem, 'publishedAt' | 'withdrawAt'>;

/** Of the addresses of a month. */
export const monthLife = (month: string, shown: readonly Timed[], scheduledAt: string | null): Life => ({
  tags: [siteTag, listTag(month)],
  changesAt: shown.reduce((at, one) => sooner(at, one.withdrawAt), scheduledAt),
});

/** Of what only the settings change. */
export const siteLife: Life = { tags: [siteTag] };

/** Of what programs ask for again anyway, and time changes. */
export const hourLife: Life = { tags: [siteTag], freshSeconds: 3_600 };

/** Of a page of a site: by time alone it changes when its alert begins or ends, and at midnight, for it says what day it is. */
export const onSite = (life: Life, { alert }: Pick<SiteSettings, 'alert'>, now: Date): Life => {
  const moments = alert ? [alert.from, alert.to].map((at) => new Date(at).toISOString()) : [];
  const next = [...moments, daySpan(localDay(now)).to].filter((at) => at > now.toISOString());
  return { ...life, changesAt: next.reduce<string | null>(sooner, life.changesAt ?? null) };
};
