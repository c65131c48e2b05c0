import * as z from 'zod/mini';
import { articleKeys } from '../articles/keys.ts';
import { type LiveArticle, liveArticle } from '../articles/live-article.ts';
import { contentIndexes } from '../table/content-indexes.ts';
import type { Item, Key, Table } from '../table/table-store.ts';
import { type SnapshotPointer, snapshotPointer } from './snapshot.ts';

const changeRecord = z.object({ sk: z.string(), article: z.string(), at: z.string() });
/** A change of what readers see, that may not be in the snapshot yet. `sk` is its name, `at` the clock of who made it. */
export type ChangeRecord = z.infer<typeof changeRecord>;
/** An article as readers see it now; null when they do not. */
export type ArticleNow = { id: string; live: LiveArticle | null };

/** Articles that are read in one call: one may have 400 KB, and a reply 16 MB. */
const articlesPerCall = 40;
/** Records that one transaction removes: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const recordsPerTransaction = 100;

/** What the index is made from: the articles, the records of their changes, and where the newest snapshot is. Everything but the list of the feed is read strongly consistent. */
export const changeStore = (table: Table, siteId: string) => {
  const keys = articleKeys(siteId);
  const partition = keys.changes();
  const pointerKey: Key = { pk: partition, sk: 'SNAPSHOT' };

  return {
    /** Every record that is there. */
    async pending(): Promise<ChangeRecord[]> {
      const found: Item[] = [];
      let startKey: Item | undefined;
      do {
        const page = await table.query({
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': partition, ':prefix': 'CHANGE#' },
          ConsistentRead: true,
          ...(startKey && { ExclusiveStartKey: startKey }),
        });
        found.push(...page.items);
        startKey = page.lastKey;
      } while (startKey);
      return found.map((item) => changeRecord.parse(item));
    },

    /** Where the newest snapshot is; null while there has been none. */
    async pointer(): Promise<SnapshotPointer | null> {
      const item = await table.get(pointerKey);
      return item && snapshotPointer.parse(item);
    },

    /** Makes a snapshot the newest one: false when the one that it was to follow no longer is. */
    advance: (next: SnapshotPointer): Promise<boolean> =>
      table.write([
        {
          put: { ...pointerKey, ...next },
          condition:
            next.sequence === 1
              ? { expression: 'attribute_not_exists(pk)' }
              : {
                  expression: '#sequence = :seen',
                  names: { '#sequence': 'sequence' },
                  values: { ':seen': next.sequence - 1 },
                },
        },
      ]),

    /** Removes records, these and no others. */
    async remove(records: readonly ChangeRecord[]): Promise<void> {
      for (let at = 0; at < records.length; at += recordsPerTransaction) {
        const some = records.slice(at, at + recordsPerTransaction);
        await table.write(some.map(({ sk }) => ({ remove: { pk: partition, sk } })));
      }
    },

    /** What some articles are now, in several calls. */
    async *articles(ids: readonly string[]): AsyncGenerator<ArticleNow[]> {
      for (let at = 0; at < ids.length; at += articlesPerCall) {
        const some = ids.slice(at, at + articlesPerCall);
        const items = await table.getMany(
          some.map((id) => keys.live(id)),
          { isConsistent: true },
        );
        yield some.map((id, index) => {
          const item = items[index];
          return { id, live: item ? liveArticle.parse(item) : null };
        });
      }
    },

    /** The ids of the feed, scheduled articles too, oldest first. It may not know of the last seconds yet: their records do. */
    async publishedIds(): Promise<string[]> {
      const { name, partition: attribute } = contentIndexes.siteFeed;
      const found: string[] = [];
      let startKey: Item | undefined;
      do {
        const page = await table.query({
          IndexName: name,
          KeyConditionExpression: '#p = :p',
          ProjectionExpression: 'id',
          ExpressionAttributeNames: { '#p': attribute },
          ExpressionAttributeValues: { ':p': keys.siteFeed() },
          ...(startKey && { ExclusiveStartKey: startKey }),
        });
        found.push(...page.items.map(({ id }) => String(id)));
        startKey = page.lastKey;
      } while (startKey);
      return found;
    },
  };
};
export type ChangeStore = ReturnType<typeof changeStore>;
