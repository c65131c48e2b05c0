import * as z from 'zod/mini';
import { articleKeys } from '../articles/keys.ts';
import { type LiveArticle, liveArticle } from '../articles/live-article.ts';
import { contentIndexes } from '../table/content-indexes.ts';
import type { Item, Key, Table } from '../table/table-store.ts';
import { type SnapshotPointer, snapshotPointer } from './snapshot.ts';

const changeRecord = z.object({ sk: z.string(), article: z.string(), at: z.string() });
/** A change that readers can see and that the snapshot may not contain yet. `sk` is its sort key, `at` its time by the writer's clock. */
export type ChangeRecord = z.infer<typeof changeRecord>;
/** The live version of an article; null when readers may not see it. */
export type CurrentArticle = { id: string; live: LiveArticle | null };

/** Articles that one call reads: an item may have 400 KB, and a reply 16 MB. */
const articlesPerCall = 40;
/** Records that one transaction deletes: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const recordsPerTransaction = 100;

/**
 * The sources of the index: articles, change records, and the pointer to the newest snapshot. Everything but the feed is read strongly
 * consistent.
 */
export const changeStore = (table: Table, siteId: string) => {
  const keys = articleKeys(siteId);
  const partition = keys.changes();
  const pointerKey: Key = { pk: partition, sk: 'SNAPSHOT' };

  return {
    /** All change records. */
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

    /** The pointer to the newest snapshot; null before the first one. */
    async pointer(): Promise<SnapshotPointer | null> {
      const item = await table.get(pointerKey);
      return item && snapshotPointer.parse(item);
    },

    /** Moves the pointer to the next snapshot; false when another compaction was first. */
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

    /** Deletes exactly these records. */
    async remove(records: readonly ChangeRecord[]): Promise<void> {
      for (let at = 0; at < records.length; at += recordsPerTransaction) {
        const some = records.slice(at, at + recordsPerTransaction);
        await table.write(some.map(({ sk }) => ({ remove: { pk: partition, sk } })));
      }
    },

    /** The live versions of some articles, in several calls. */
    async *articles(ids: readonly string[]): AsyncGenerator<CurrentArticle[]> {
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

    /** The ids of the feed, scheduled articles included, oldest first. Eventually consistent: the last seconds are in the change records. */
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
