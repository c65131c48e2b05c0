import * as z from 'zod/mini';
import { articleKeys } from '../articles/keys.ts';
import { type LiveArticle, liveArticle } from '../articles/live-article.ts';
import { contentIndexes } from '../table/content-indexes.ts';
import type { Item, Key, Table, TableQuery } from '../table/table-store.ts';
import { type SnapshotPointer, snapshotPointer } from './snapshot-pointer.ts';

const changeRecord = z.object({ sk: z.string(), article: z.string(), at: z.string() });
/** A pending change of what readers see, perhaps not in the snapshot yet. `at` is read from the clock of its writer. */
export type ChangeRecord = z.infer<typeof changeRecord>;
/** An article as it is now; `live` is null when it was withdrawn or deleted. */
export type ArticleState = { id: string; live: LiveArticle | null };

/** An item has at most 400 KB, and a reply 16 MB: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
const articlesPerBatch = 40;
/** Actions of a transaction, at most: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const recordsPerTransaction = 100;

/**
 * The sources of a site's index in the content table: articles, pending change records and the pointer to the newest snapshot.
 * All reads are strongly consistent but `listPublishedIds`.
 */
export const changeStore = (table: Table, siteId: string) => {
  const keys = articleKeys(siteId);
  const partition = keys.changes();
  const pointerKey: Key = { pk: partition, sk: 'SNAPSHOT' };
  const pending: TableQuery = {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': partition, ':prefix': 'CHANGE#' },
    ConsistentRead: true,
  };

  return {
    /** All change records. */
    async listPending(): Promise<ChangeRecord[]> {
      const items = await queryAll(table, pending);
      return items.map((item) => changeRecord.parse(item));
    },

    /** Some change records, in no order of time, in one page; `isTruncated`: there are more. */
    async listSomePending(limit: number): Promise<{ records: ChangeRecord[]; isTruncated: boolean }> {
      const { items, lastKey } = await table.query({ ...pending, Limit: limit });
      return { records: items.map((item) => changeRecord.parse(item)), isTruncated: lastKey !== undefined };
    },

    /** The pointer to the newest snapshot; null before the first one. */
    async getPointer(): Promise<SnapshotPointer | null> {
      const item = await table.get(pointerKey);
      return item && snapshotPointer.parse(item);
    },

    /** Saves the next pointer. Returns false when another writer has replaced the pointer before it (optimistic locking). */
    advancePointer: (next: SnapshotPointer): Promise<boolean> =>
      table.write([
        {
          put: { ...pointerKey, ...next },
          condition:
            next.sequence === 1
              ? { expression: 'attribute_not_exists(pk)' }
              : {
                  expression: '#sequence = :previous',
                  names: { '#sequence': 'sequence' },
                  values: { ':previous': next.sequence - 1 },
                },
        },
      ]),

    /** Removes the given records and no others. */
    async removeRecords(records: readonly ChangeRecord[]): Promise<void> {
      for (let at = 0; at < records.length; at += recordsPerTransaction) {
        const batch = records.slice(at, at + recordsPerTransaction);
        await table.write(batch.map(({ sk }) => ({ remove: { pk: partition, sk } })));
      }
    },

    /** Reads the current state of articles, in batches. */
    async *readArticles(ids: readonly string[]): AsyncGenerator<ArticleState[]> {
      for (let at = 0; at < ids.length; at += articlesPerBatch) {
        const batch = ids.slice(at, at + articlesPerBatch);
        const items = await table.getMany(
          batch.map((id) => keys.live(id)),
          { isConsistent: true },
        );
        yield batch.map((id, index) => {
          const item = items[index];
          return { id, live: item ? liveArticle.parse(item) : null };
        });
      }
    },

    /** Ids of the site feed, scheduled articles included, oldest first. Eventually consistent: it may lack the last seconds. */
    async listPublishedIds(): Promise<string[]> {
      const { name, partition: attribute } = contentIndexes.siteFeed;
      const items = await queryAll(table, {
        IndexName: name,
        KeyConditionExpression: '#p = :p',
        ProjectionExpression: 'id',
        ExpressionAttributeNames: { '#p': attribute },
        ExpressionAttributeValues: { ':p': keys.siteFeed() },
      });
      return items.map(({ id }) => String(id));
    },
  };
};
export type ChangeStore = ReturnType<typeof changeStore>;

/** The items of every page of a query. */
const queryAll = async (table: Table, query: TableQuery): Promise<Item[]> => {
  const items: Item[] = [];
  let startKey: Item | undefined;
  do {
    const page = await table.query({ ...query, ...(startKey && { ExclusiveStartKey: startKey }) });
    items.push(...page.items);
    startKey = page.lastKey;
  } while (startKey);
  return items;
};
