import { contentIndexes } from '../content-indexes.ts';
import { sooner } from '../edge/life.ts';
import { siteKeys } from '../site/keys.ts';
import type { SiteSettings } from '../site/settings.ts';
import { parseSite } from '../site/stored-site.ts';
import type { Item, Table } from '../table-store.ts';
import { articleId, type FeedItem, feedItem, type LiveArticle, liveArticle } from './article.ts';
import { articleKeys } from './keys.ts';

/** What readers may see, and nothing else: LIVE items whose time has come. */
export const readerStore = (table: Table, siteId: string) => {
  const keys = articleKeys(siteId);
  const site = siteKeys(siteId);

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
        changesAt: article && nextChange(article, now),
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

    /**
     * News of the site or of one category, newest first, older than the position `before`. `next` is a position, `changesAt` when
     * the list will change by time alone: what is scheduled stands before the newest in the index, and is read with it.
     */
    async latest(query: {
      now: Date;
      category?: string;
      before?: string | null;
      limit: number;
    }): Promise<{ items: FeedItem[]; next: string | null; changesAt: string | null }> {
      const index = query.category === undefined ? contentIndexes.siteFeed : contentIndexes.categoryFeed;
      const instant = query.now.toISOString();
      const found: Item[] = [];
      let scheduledAt: string | null = null;
      let startKey: Item | undefined;
      do {
        const page = await table.query({
          IndexName: index.name,
          KeyConditionExpression: '#p = :p AND #s < :before',
          ExpressionAttributeNames: { '#p': index.partition, '#s': index.sort },
          ExpressionAttributeValues: {
            ':p': query.category === undefined ? keys.siteFeed() : keys.categoryFeed(query.category),
            ':before': query.before ?? afterAll,
          },
          ScanIndexForward: false,
          Limit: query.limit + 1 + scheduledSlack,
          ...(startKey && { ExclusiveStartKey: startKey }),
        });
        for (const item of page.items) {
          if (String(item.publishedAt) > instant) scheduledAt = String(item.publishedAt);
          else found.push(item);
        }
        startKey = page.lastKey;
      } while (startKey && found.length <= query.limit);
      const page = found.slice(0, query.limit);
      const last = page.at(-1);
      const items = page.map((item) => feedItem.parse(item)).filter((item) => isPublic(item, query.now));
      return {
        items,
        next: last && found.length > query.limit ? String(last[index.sort]) : null,
        changesAt: items.map((item) => nextChange(item, query.now)).reduce(sooner, scheduledAt),
      };
    },
  };
};
export type ReaderStore = ReturnType<typeof readerStore>;

type Times = Pick<FeedItem, 'publishedAt' | 'withdrawAt'>;

/** Cursors and ids open nothing whose time has not come: everything that readers get passes here. */
const isPublic = ({ publishedAt, withdrawAt }: Times, now: Date) => {
  const instant = now.toISOString();
  return publishedAt <= instant && (withdrawAt === null || withdrawAt > instant);
};

/** When an article will appear or vanish by time alone; null when nothing of the kind is to come. */
const nextChange = ({ publishedAt, withdrawAt }: Times, now: Date): string | null => {
  const instant = now.toISOString();
  return [publishedAt, withdrawAt].find((at) => at !== null && at > instant) ?? null;
};

/** Sorts behind every position. */
const afterAll = '~';
/** Scheduled articles that a list reads past without a second read. */
const scheduledSlack = 5;
