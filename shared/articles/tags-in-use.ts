import * as z from 'zod/mini';
import { articleId } from '../ids.ts';
import { contentIndexes } from '../table/content-indexes.ts';
import type { Table } from '../table/table-store.ts';
import { articleKeys } from './keys.ts';
import { type Tag, tagsOf } from './tags.ts';

/** The newest articles whose tags are read: as many as one call returns. */
const newestArticles = 100;

/** A tag as it was last written, and in how many articles it is. */
export type TagInUse = Tag & { articles: number };

/** The tags of some articles, newest first: the most frequent first, then the newest. */
export const countTags = (tagLists: readonly (readonly string[])[]): TagInUse[] => {
  const bySlug = new Map<string, TagInUse>();
  for (const { slug, name } of tagLists.flatMap(tagsOf)) {
    const counted = bySlug.get(slug) ?? { slug, name, articles: 0 };
    bySlug.set(slug, { ...counted, articles: counted.articles + 1 });
  }
  return [...bySlug.values()].sort((a, b) => b.articles - a.articles);
};

const live = z.object({ tags: z.array(z.string()) });

export const tagStore = (table: Table, siteId: string) => {
  const keys = articleKeys(siteId);
  const { siteFeed } = contentIndexes;

  return {
    /**
     * The tags of the newest 100 public articles. The table has no list of all tags, and every publication would have to keep one; what
     * is suggested are the tags of today's news. Costs the size of those articles: with 6 KB each 110 read units (`npm run bench -- lists`).
     */
    async inUse(now: Date): Promise<TagInUse[]> {
      const { items } = await table.query({
        IndexName: siteFeed.name,
        KeyConditionExpression: '#p = :p AND #s < :now',
        ExpressionAttributeNames: { '#p': siteFeed.partition, '#s': siteFeed.sort },
        ExpressionAttributeValues: { ':p': keys.siteFeed(), ':now': `${now.toISOString()}#~` },
        ScanIndexForward: false,
        Limit: newestArticles,
      });
      const ids = items.map(({ id }) => articleId.parse(id));
      if (ids.length === 0) return [];
      const found = await table.getMany(
        ids.map((id) => keys.live(id)),
        { attributes: ['tags'] },
      );
      return countTags(found.flatMap((item) => (item ? [live.parse(item).tags] : [])));
    },
  };
};
export type TagStore = ReturnType<typeof tagStore>;
