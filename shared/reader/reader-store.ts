import * as z from 'zod/mini';
import { articleKeys } from '../articles/keys.ts';
import {
  type ArticleAddress,
  articleAddress,
  type FeedItem,
  feedItem,
  type LiveArticle,
  liveArticle,
} from '../articles/live-article.ts';
import { isPublic, nextVisibilityChange } from '../articles/visibility.ts';
import { articleId } from '../ids.ts';
import { siteKeys } from '../site/keys.ts';
import type { SiteSettings } from '../site/settings.ts';
import { parseSite } from '../site/stored-site.ts';
import { contentIndexes } from '../table/content-indexes.ts';
import { listPosition } from '../table/list-position.ts';
import type { Item, Table } from '../table/table-store.ts';
import { earlierInstant } from '../time/earlier-instant.ts';
import type { TimeRange } from '../time/time-range.ts';

/** A list of news: the site's, or a category's, or a tag's. */
export type NewsList = { category?: string; tag?: string };
type Source = { index: { name?: string; partition: string; sort: string }; partition: string };
/** Positions: `to` is never that of an article that is asked for, `from` never that of any. */
type Range = { source: Source; from?: string; to: string; direction: 'newest first' | 'oldest first' };

const taggedItem = z.object({ ...feedItem.shape, tag: z._default(z.string(), '') });
/** `tag` is the tag's name, in the list of a tag. */
export type ListedItem = z.infer<typeof taggedItem>;

type ListRead = { items: ListedItem[]; next: string | null; changesAt: string | null };

/** What readers may see, and nothing else: LIVE items whose time has come. */
export const readerStore = (table: Table, siteId: string) => {
  const keys = articleKeys(siteId);
  const site = siteKeys(siteId);
  const calendar: Source = { index: contentIndexes.calendar, partition: keys.siteFeed() };

  const sourceOf = ({ category, tag }: NewsList): Source => {
    if (tag !== undefined) return { index: { partition: 'pk', sort: 'sk' }, partition: keys.tagList(tag) };
    if (category === undefined) return { index: contentIndexes.siteFeed, partition: keys.siteFeed() };
    return { index: contentIndexes.categoryFeed, partition: keys.categoryFeed(category) };
  };

  const pagesOf = async function* ({ source, from, to, direction }: Range, limit?: number) {
    const { index, partition } = source;
    let startKey: Item | undefined;
    do {
      const page = await table.query({
        ...(index.name !== undefined && { IndexName: index.name }),
        KeyConditionExpression:
          from === undefined ? '#p = :p AND #s < :to' : '#p = :p AND #s BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#p': index.partition, '#s': index.sort },
        ExpressionAttributeValues: {
          ':p': partition,
          ':to': to,
          ...(from !== undefined && { ':from': from }),
        },
        ScanIndexForward: direction === 'oldest first',
        ...(limit !== undefined && { Limit: limit }),
        ...(startKey && { ExclusiveStartKey: startKey }),
      });
      yield page.items;
      startKey = page.lastKey;
    } while (startKey);
  };

  /** The public items of a range, so many of them at most. What a list holds of them may have been withdrawn by time. */
  const read = async <T extends Visible>(
    range: Range,
    { parse, now, limit }: { parse: (item: Item) => T; now: Date; limit?: number },
  ): Promise<T[]> => {
    const end = earlier(range.to, justAfter(now));
    const found: T[] = [];
    if (range.from !== undefined && range.from >= end) return found;
    for await (const items of pagesOf({ ...range, to: end }, limit)) {
      found.push(...items.map(parse).filter((item) => isPublic(item, now)));
      if (limit !== undefined && found.length >= limit) return found.slice(0, limit);
    }
    return found;
  };

  /** The public items of a list, so many at least where there are, and when the nearest of what is scheduled beside them appears. */
  const walk = async (
    range: Range,
    { now, limit, slack }: { now: Date; limit: number; slack: number },
  ): Promise<{ found: ListedItem[]; scheduledAt: string | null }> => {
    const instant = now.toISOString();
    const found: ListedItem[] = [];
    let scheduledAt: string | null = null;
    for await (const items of pagesOf(range, limit + slack)) {
      for (const item of items) {
        const at = String(item.publishedAt);
        if (at > instant) scheduledAt = earlierInstant(scheduledAt, at);
        else found.push(taggedItem.parse(item));
      }
      const isDone = range.direction === 'oldest first' && scheduledAt !== null;
      if (isDone || found.length >= limit) break;
    }
    return { found: found.filter((item) => isPublic(item, now)), scheduledAt };
  };

  return {
    async site(): Promise<SiteSettings> {
      const [item] = await table.getMany([site.settings()]);
      return parseSite(item ?? null).settings;
    },

    /** The site and one article of it, in one read; when it will appear or vanish, if that is known. */
    async siteAndArticle(
      id: string,
      now: Date,
    ): Promise<{ site: SiteSettings; article: LiveArticle | null; changesAt: string | null }> {
      const [settings, live] = await table.getMany([site.settings(), keys.live(id)]);
      const article = live ? liveArticle.parse(live) : null;
      return {
        site: parseSite(settings ?? null).settings,
        article: article && isPublic(article, now) ? article : null,
        changesAt: article && nextVisibilityChange(article, now),
      };
    },

    /** The id of the article that stood at an address of an older site; null when none did. */
    async articleOnceAt(address: string): Promise<string | null> {
      const [found] = await table.getMany([keys.redirect(address)]);
      return found ? articleId.parse(found.article) : null;
    },

    /** What lists show of some articles, in the order of their ids; those that readers may not see are left out. */
    async listed(ids: readonly string[], now: Date): Promise<FeedItem[]> {
      if (ids.length === 0) return [];
      const items = await table.getMany(ids.map((id) => keys.live(id)));
      return items
        .flatMap((item) => (item ? [feedItem.parse(item)] : []))
        .filter((item) => isPublic(item, now));
    },

    /** Those of some articles that are public, whole, in the order of their ids. */
    async articles(ids: readonly string[], now: Date): Promise<LiveArticle[]> {
      if (ids.length === 0) return [];
      const items = await table.getMany(ids.map((id) => keys.live(id)));
      return items
        .flatMap((item) => (item ? [liveArticle.parse(item)] : []))
        .filter((live) => isPublic(live, now));
    },

    /**
     * News of a list, newest first, older than the position `before`. `next` is a position, `changesAt` when the list will change
     * by time alone: what is scheduled stands before the newest in the index, and is read with it.
     */
    async latest({
      now,
      before,
      limit,
      ...list
    }: NewsList & { now: Date; before?: string | null; limit: number }): Promise<ListRead> {
      const range: Range = { source: sourceOf(list), to: before ?? afterAll, direction: 'newest first' };
      const { found, scheduledAt } = await walk(range, { now, limit: limit + 1, slack: scheduledSlack });
      const items = found.slice(0, limit);
      return {
        items,
        next: found.length > limit ? positionOf(items.at(-1)) : null,
        changesAt: items.map((item) => nextVisibilityChange(item, now)).reduce(earlierInstant, scheduledAt),
      };
    },

    /** News of a list newer than the position `after`, the nearest of it, newest first. `next` is a position, nearer to now. */
    async newer({
      now,
      after,
      limit,
      ...list
    }: NewsList & { now: Date; after: string; limit: number }): Promise<ListRead> {
      const range: Range = {
        source: sourceOf(list),
        from: justBehind(after),
        to: afterAll,
        direction: 'oldest first',
      };
      const { found, scheduledAt } = await walk(range, { now, limit: limit + 1, slack: 0 });
      const items = found.slice(0, limit);
      return {
        items: items.toReversed(),
        next: found.length > limit ? positionOf(items.at(-1)) : null,
        changesAt: items.map((item) => nextVisibilityChange(item, now)).reduce(earlierInstant, scheduledAt),
      };
    },

    /** All news of the site that was published in a span, newest first. */
    during: ({ from, to }: TimeRange, now: Date): Promise<FeedItem[]> =>
      read({ source: sourceOf({}), from, to, direction: 'newest first' }, { parse: feedItem.parse, now }),

    /** Where and when the articles of a span are, oldest first: enough for a calendar or a sitemap. */
    addresses: ({ from, to }: TimeRange, now: Date): Promise<ArticleAddress[]> =>
      read({ source: calendar, from, to, direction: 'oldest first' }, { parse: articleAddress.parse, now }),

    /** The oldest article that is public. */
    async first(now: Date): Promise<ArticleAddress | null> {
      const range: Range = { source: calendar, to: justAfter(now), direction: 'oldest first' };
      const [first] = await read(range, { parse: articleAddress.parse, now, limit: 1 });
      return first ?? null;
    },

    /** When the next of what is scheduled appears; null when nothing is. */
    async nextScheduledAt(now: Date): Promise<string | null> {
      const range: Range = {
        source: calendar,
        from: justAfter(now),
        to: afterAll,
        direction: 'oldest first',
      };
      for await (const [first] of pagesOf(range, 1))
        return first ? articleAddress.parse(first).publishedAt : null;
      return null;
    },

    /** The last article before an instant, and the first from another one on: where the calendar leads on. */
    async around(
      { from, to }: TimeRange,
      now: Date,
    ): Promise<{ before: ArticleAddress | null; after: ArticleAddress | null }> {
      const options = { parse: articleAddress.parse, now, limit: 1 };
      const [[before], [after]] = await Promise.all([
        read({ source: calendar, to: from, direction: 'newest first' }, options),
        read({ source: calendar, from: to, to: justAfter(now), direction: 'oldest first' }, options),
      ]);
      return { before: before ?? null, after: after ?? null };
    },
  };
};
export type ReaderStore = ReturnType<typeof readerStore>;

type Visible = Pick<FeedItem, 'id' | 'publishedAt' | 'withdrawAt'>;

const positionOf = (item: Visible | undefined) => (item ? listPosition(item.publishedAt, item.id) : null);

/** Sorts behind every position. */
const afterAll = '~';
/** Scheduled articles that a list reads past without a second read. */
const scheduledSlack = 5;

/** A position behind everything published until now; `~` sorts behind every id. */
const justAfter = (now: Date) => `${now.toISOString()}#~`;

/** The first text behind a position: `!` sorts before whatever else could follow. */
const justBehind = (position: string) => `${position}!`;

/** A cursor never reaches past now: a forged one must not open what is scheduled. */
const earlier = (a: string, b: string) => (a < b ? a : b);
