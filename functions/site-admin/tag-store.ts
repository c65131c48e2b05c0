import * as z from 'zod/mini';
import type { Activity } from '../../shared/activity/activity.ts';
import type { ActivityRecorder } from '../../shared/activity/activity-store.ts';
import { articleKeys } from '../../shared/articles/keys.ts';
import { feedItem } from '../../shared/articles/live-article.ts';
import { tagPath } from '../../shared/articles/tags.ts';
import { countTags, type TagInUse } from '../../shared/articles/tags-in-use.ts';
import { categorySlug } from '../../shared/ids.ts';
import { contentIndexes } from '../../shared/table/content-indexes.ts';
import { listPosition } from '../../shared/table/list-position.ts';
import type { Item, Table } from '../../shared/table/table-store.ts';

/** An entry in the list of a tag, with the tag's name as the article has it. */
const taggedItem = z.object({ ...feedItem.shape, tag: z.string() });
type TaggedItem = z.infer<typeof taggedItem>;
const tagRedirect = z.object({ tag: categorySlug });
const tagNames = z.object({ tags: z.array(z.string()) });
type EntryQuery = { isWanted?: (item: TaggedItem) => boolean; before?: string | null; limit: number };

/** The tags of all published articles, and the list of each. */
export const allTagsStore = (table: Table, siteId: string, record: ActivityRecorder) => {
  const keys = articleKeys(siteId);
  const { tags: index } = contentIndexes;

  /** Entries of a tag's list, newest first, strongly consistent; at least `limit` with `isWanted` where there are so many. */
  const entries = async (
    slug: string,
    { isWanted = () => true, before = null, limit }: EntryQuery,
  ): Promise<TaggedItem[]> => {
    const found: TaggedItem[] = [];
    let startKey: Item | undefined;
    do {
      const page = await table.query({
        KeyConditionExpression: before ? 'pk = :pk AND sk < :before' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': keys.tagList(slug), ...(before && { ':before': before }) },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: limit,
        ...(startKey && { ExclusiveStartKey: startKey }),
      });
      found.push(...page.items.map((item) => taggedItem.parse(item)).filter(isWanted));
      startKey = page.lastKey;
    } while (startKey && found.length < limit);
    return found;
  };

  return {
    entries,

    /**
     * The tags of all articles that are public or scheduled, the most frequent first. The index holds an article's tags and nothing else
     * of it: by estimate 330 bytes each, so 20,000 articles are some 830 read units.
     */
    async all(): Promise<TagInUse[]> {
      const tagLists: string[][] = [];
      let startKey: Item | undefined;
      do {
        const page = await table.query({
          IndexName: index.name,
          KeyConditionExpression: '#p = :p',
          ProjectionExpression: 'tags',
          ExpressionAttributeNames: { '#p': index.partition },
          ExpressionAttributeValues: { ':p': keys.siteFeed() },
          ScanIndexForward: false,
          ...(startKey && { ExclusiveStartKey: startKey }),
        });
        for (const item of page.items) tagLists.push(tagNames.parse(item).tags);
        startKey = page.lastKey;
      } while (startKey);
      return countTags(tagLists);
    },

    /** The tag to which the address of another redirects; null for none. */
    async redirectOf(slug: string): Promise<string | null> {
      const item = await table.get(keys.redirect(tagPath(slug)));
      return item && tagRedirect.parse(item).tag;
    },

    /** Redirects the address of a tag to another's, and records the rename. What redirects there is not redirected back. */
    redirect: (from: string, to: string, entry: Activity): Promise<boolean> =>
      table.write([
        { put: { ...keys.redirect(tagPath(from)), tag: to } },
        { remove: keys.redirect(tagPath(to)) },
        record(entry),
      ]),

    /** Records a rename that leaves the address as it is. */
    recordRename: (entry: Activity): Promise<boolean> => table.write([record(entry)]),
  };
};
export type AllTagsStore = ReturnType<typeof allTagsStore>;

/** Where an entry is in the list of its tag. */
export const entryPosition = ({ publishedAt, id }: TaggedItem) => listPosition(publishedAt, id);
