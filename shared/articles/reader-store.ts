import { contentIndexes } from '../content-indexes.ts';
import { siteKeys } from '../site/keys.ts';
import type { SiteSettings } from '../site/settings.ts';
import { parseSite } from '../site/stored-site.ts';
import type { Table } from '../table-store.ts';
import { type FeedItem, feedItem, type LiveArticle, liveArticle } from './article.ts';
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

    /** The site and one article of it, in one read. */
    async siteAndArticle(
      id: string,
      now: Date,
    ): Promise<{ site: SiteSettings; article: LiveArticle | null }> {
      const [settings, live] = await table.getMany([site.settings(), keys.live(id)]);
      const article = live ? liveArticle.parse(live) : null;
      return {
        site: parseSite(settings ?? null).settings,
        article: article && isPublic(article, now) ? article : null,
      };
    },

    /** What lists show of some articles, in the order of their ids; those that readers may not see are left out. */
    async listed(ids: readonly string[], now: Date): Promise<FeedItem[]> {
      if (ids.length === 0) return [];
      const items = await table.getMany(ids.map((id) => keys.live(id)));
      return items
        .flatMap((item) => (item ? [feedItem.parse(item)] : []))
        .filter((item) => isPublic(item, now));
    },

    /** News of the site or of one category, newest first, older than the position `before`. `next` is a position. */
    async latest(query: {
      now: Date;
      category?: string;
      before?: string | null;
      limit: number;
    }): Promise<{ items: FeedItem[]; next: string | null }> {
      const index = query.category === undefined ? contentIndexes.siteFeed : contentIndexes.categoryFeed;
      const { items } = await table.query({
        IndexName: index.name,
        KeyConditionExpression: '#p = :p AND #s < :before',
        ExpressionAttributeNames: { '#p': index.partition, '#s': index.sort },
        ExpressionAttributeValues: {
          ':p': query.category === undefined ? keys.siteFeed() : keys.categoryFeed(query.category),
          ':before': earlier(query.before ?? null, justAfter(query.now)),
        },
        ScanIndexForward: false,
        Limit: query.limit + 1,
      });
      const page = items.slice(0, query.limit);
      const last = page.at(-1);
      return {
        items: page.map((item) => feedItem.parse(item)).filter((item) => isPublic(item, query.now)),
        next: last && items.length > query.limit ? String(last[index.sort]) : null,
      };
    },
  };
};
export type ReaderStore = ReturnType<typeof readerStore>;

const isPublic = ({ publishedAt, withdrawAt }: Pick<FeedItem, 'publishedAt' | 'withdrawAt'>, now: Date) => {
  const instant = now.toISOString();
  return publishedAt <= instant && (withdrawAt === null || withdrawAt > instant);
};

/** The first position after everything published until now; `~` sorts behind every id. */
const justAfter = (now: Date) => `${now.toISOString()}#~`;

/** A cursor never reaches past now: a forged one must not open what is scheduled. */
const earlier = (before: string | null, limit: string) =>
  before !== null && before < limit ? before : limit;
