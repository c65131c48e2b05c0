import type { FeedItem, LiveArticle } from '../../shared/articles/article.ts';
import { type Life, sooner } from '../../shared/edge/life.ts';
import { articleTag, categoryTag, listTag, monthsOf, siteTag } from '../../shared/edge/tags.ts';
import type { SiteSettings } from '../../shared/site/settings.ts';

/** Seconds of what tells numbers besides news: nothing invalidates those. */
const figuresSeconds = 600;
/** Seconds of an answer that there is no such address. */
const missingSeconds = 60;

/** A list as the reader's store gives it. */
export type List = { items: readonly FeedItem[]; next: string | null; changesAt: string | null };
type Context = { now: Date /** Whether the list begins with the newest there is. */; isNewest?: boolean };

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

/** Of a page of a site, which changes by time alone when its alert begins or ends, too. */
export const onSite = (life: Life, { alert }: Pick<SiteSettings, 'alert'>, now: Date): Life => {
  const moments = alert ? [alert.from, alert.to].map((at) => new Date(at).toISOString()) : [];
  const next = moments.find((at) => at > now.toISOString()) ?? null;
  return { ...life, changesAt: sooner(life.changesAt, next) };
};
