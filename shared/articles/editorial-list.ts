import { contentIndexes } from '../table/content-indexes.ts';
import { listPosition } from '../table/list-position.ts';
import type { Table } from '../table/table-store.ts';
import { type DraftItem, draftItem } from './article.ts';
import type { RecentArticles } from './count-lists.ts';
import { articleKeys } from './keys.ts';
import { leastRead, mergeNewest, type PartialList } from './merge-newest.ts';
import { type ArticleStatus, articleStatus } from './state.ts';

const { editorial, siteFeed } = contentIndexes;

/**
 * Items that one page of a list reads at most to find those that are listed: of 900 bytes each, 113 read units.
 * `npm run bench -- lists` measures it.
 */
const maxRead = 1_000;
/** Each reading of a list is so many times as long as the one before. */
const readGrowth = 4;
/** Items of each status among which lists are counted. */
const maxCounted = 500;

/** Working copies with one of some statuses of which `isListed` is true, last saved first, from `before` on. */
export type EditorialQuery = {
  statuses: readonly ArticleStatus[];
  isListed: (item: DraftItem) => boolean;
  before: string | null;
  limit: number;
};

type StatusList = PartialList<DraftItem> & { status: ArticleStatus };

const positionOf = ({ updatedAt, id }: DraftItem) => listPosition(updatedAt, id);

/** Lists of working copies, for editors. */
export const editorialLists = (table: Table, siteId: string) => {
  const keys = articleKeys(siteId);

  /** At most `limit` items of a status, last saved first. */
  const readStatus = async (
    status: ArticleStatus,
    before: string | null,
    limit: number,
  ): Promise<StatusList> => {
    const { items, lastKey } = await table.query({
      IndexName: editorial.name,
      KeyConditionExpression: before ? '#p = :p AND #s < :before' : '#p = :p',
      ExpressionAttributeNames: { '#p': editorial.partition, ...(before && { '#s': editorial.sort }) },
      ExpressionAttributeValues: {
        ':p': keys.editorialStatus(status),
        ...(before && { ':before': before }),
      },
      ScanIndexForward: false,
      Limit: limit,
    });
    return {
      status,
      items: items.map((item) => draftItem.parse(item)),
      readTo: lastKey ? String(lastKey[editorial.sort]) : null,
    };
  };

  return {
    /**
     * A page of a list: at most `limit` items, and perhaps none although `next`, a position, says that there may be more. Reads at most
     * `maxRead` items, or the first page of each status.
     */
    async list({
      statuses,
      isListed,
      before,
      limit,
    }: EditorialQuery): Promise<{ items: DraftItem[]; next: string | null }> {
      let chunk = limit + 1;
      let unread = maxRead;
      const read = async (status: ArticleStatus, from: string | null, earlier: readonly DraftItem[]) => {
        unread -= chunk;
        const { items, readTo } = await readStatus(status, from, chunk);
        return { status, items: [...earlier, ...items.filter(isListed)], readTo };
      };
      let lists = await Promise.all(statuses.map((status) => read(status, before, [])));
      for (;;) {
        const { items, next, isFull } = mergeNewest(lists, positionOf, limit);
        const least = leastRead(lists);
        if (isFull || least === undefined || unread <= 0) return { items, next };
        chunk = Math.min(chunk * readGrowth, unread);
        const further = await read(least.status, least.readTo, least.items);
        lists = lists.map((list) => (list === least ? further : list));
      }
    },

    /** The articles last saved of each status. Reads at most `maxCounted` items of each: with 20,000 articles some 150 read units. */
    async recent(): Promise<RecentArticles> {
      const lists = await Promise.all(
        articleStatus.options.map((status) => readStatus(status, null, maxCounted)),
      );
      const entries = lists.map(({ status, items, readTo }) => [
        status,
        { items, isComplete: readTo === null },
      ]);
      return Object.fromEntries(entries) as RecentArticles;
    },

    /** The number of scheduled articles but static pages, which are in no feed; at most `maxCounted`. */
    async scheduledNews(now: Date): Promise<number> {
      const { items } = await table.query({
        IndexName: siteFeed.name,
        KeyConditionExpression: '#p = :p AND #s > :now',
        ExpressionAttributeNames: { '#p': siteFeed.partition, '#s': siteFeed.sort },
        ExpressionAttributeValues: { ':p': keys.siteFeed(), ':now': `${now.toISOString()}#~` },
        Limit: maxCounted,
      });
      return items.length;
    },
  };
};
