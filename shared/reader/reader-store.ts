import * as z from 'zod/mini';
import { articleKeys } from '../articles/keys.ts';
import { type FeedItem, feedItem, type LiveArticle, liveArticle } from '../articles/live-article.ts';
import { isPublic, nextVisibilityChange, type VisibilityDates } from '../articles/visibility.ts';
import { articleId, categorySlug } from '../ids.ts';
import { siteKeys } from '../site/keys.ts';
import { type ReaderSettings, settingsForReaders } from '../site/page-links.ts';
import { parseSite } from '../site/stored-site.ts';
import type { Item, Table } from '../table/table-store.ts';
import { newsLists } from './news-lists.ts';
import { timeRanges } from './time-ranges.ts';

const successor = z.union([z.object({ article: articleId }), z.object({ tag: categorySlug })]);
type Successor = z.infer<typeof successor>;

/** Reads for the public: only LIVE items that are published and not withdrawn. */
export const readerStore = (table: Table, siteId: string) => {
  const keys = articleKeys(siteId);
  const site = siteKeys(siteId);

  /** The public ones of some articles, in the order of their ids. */
  const readPublic = async <T extends VisibilityDates>(
    ids: readonly string[],
    parse: (item: Item) => T,
    now: Date,
  ): Promise<T[]> => {
    if (ids.length === 0) return [];
    const items = await table.getMany(ids.map((id) => keys.live(id)));
    return items.flatMap((item) => (item ? [parse(item)] : [])).filter((article) => isPublic(article, now));
  };

  return {
    ...newsLists(table, siteId),
    ...timeRanges(table, siteId),

    async site(now: Date): Promise<ReaderSettings> {
      const [item] = await table.getMany([site.settings()]);
      return settingsForReaders(parseSite(item ?? null), now);
    },

    /** The settings and one article, in one call; `changesAt` is when the article appears or disappears, if that is known. */
    async siteAndArticle(
      id: string,
      now: Date,
    ): Promise<{ site: ReaderSettings; article: LiveArticle | null; changesAt: string | null }> {
      const [settings, live] = await table.getMany([site.settings(), keys.live(id)]);
      const article = live ? liveArticle.parse(live) : null;
      return {
        site: settingsForReaders(parseSite(settings ?? null), now),
        article: article && isPublic(article, now) ? article : null,
        changesAt: article && nextVisibilityChange(article, now),
      };
    },

    /** The article that had an address on an older site, or the tag that took the place of the one there; null when neither did. */
    async onceAt(address: string): Promise<Successor | null> {
      const [found] = await table.getMany([keys.redirect(address)]);
      return found ? successor.parse(found) : null;
    },

    /** Some articles as lists show them. */
    listed: (ids: readonly string[], now: Date): Promise<FeedItem[]> => readPublic(ids, feedItem.parse, now),

    /** Some articles, whole. */
    articles: (ids: readonly string[], now: Date): Promise<LiveArticle[]> =>
      readPublic(ids, liveArticle.parse, now),
  };
};
export type ReaderStore = ReturnType<typeof readerStore>;
