import { articleId } from '../ids.ts';
import { contentIndexes } from '../table/content-indexes.ts';
import type { Item, Table, TableQuery } from '../table/table-store.ts';
import { type DraftItem, draftItem } from './article.ts';
import { articleKeys } from './keys.ts';
import { type ArticleStatus, articleStatus } from './state.ts';
import { visibilityFilters } from './visibility.ts';

const { editorial, categoryFeed } = contentIndexes;

/** The part of the published articles that is scheduled or live at an instant. */
type PublishedState = { is: 'scheduled' | 'live'; at: Date };

export type EditorialQuery = {
  status: ArticleStatus;
  state?: PublishedState;
  createdBy?: string;
  before: string | null;
  limit: number;
};

/** Lists of working copies, for editors. */
export const editorialLists = (table: Table, siteId: string) => {
  const keys = articleKeys(siteId);

  return {
    /** Articles of one status, last saved first, optionally of one author or in one state. `next` is a position. */
    async list(query: EditorialQuery): Promise<{ items: DraftItem[]; next: string | null }> {
      const filters = [
        ...(query.createdBy ? ['createdBy = :by'] : []),
        ...(query.state ? [visibilityFilters[query.state.is]] : []),
      ];
      const found: Item[] = [];
      let startKey: Item | undefined;
      do {
        const page = await table.query({
          IndexName: editorial.name,
          KeyConditionExpression: query.before ? '#p = :p AND #s < :before' : '#p = :p',
          ...(filters.length > 0 && { FilterExpression: filters.join(' AND ') }),
          ExpressionAttributeNames: {
            '#p': editorial.partition,
            ...(query.before && { '#s': editorial.sort }),
          },
          ExpressionAttributeValues: {
            ':p': keys.editorialStatus(query.status),
            ...(query.before && { ':before': query.before }),
            ...(query.createdBy && { ':by': query.createdBy }),
            ...(query.state && { ':now': query.state.at.toISOString() }),
            ...(query.state?.is === 'live' && { ':never': null }),
          },
          ScanIndexForward: false,
          Limit: query.limit + 1,
          ...(startKey && { ExclusiveStartKey: startKey }),
        });
        found.push(...page.items);
        startKey = page.lastKey;
      } while (startKey && found.length <= query.limit);
      const items = found.slice(0, query.limit);
      const last = items.at(-1);
      return {
        items: items.map((item) => draftItem.parse(item)),
        next: last && found.length > query.limit ? String(last[editorial.sort]) : null,
      };
    },

    /** Ids of articles in a category, live or as working copies; at most `limit`. */
    async inCategory(category: string, limit: number): Promise<string[]> {
      const ids = new Set<string>();
      const collect = async (query: TableQuery) => {
        let startKey: Item | undefined;
        do {
          const page = await table.query({ ...query, ...(startKey && { ExclusiveStartKey: startKey }) });
          for (const { id } of page.items) ids.add(articleId.parse(id));
          startKey = page.lastKey;
        } while (startKey && ids.size < limit);
      };
      await collect({
        IndexName: categoryFeed.name,
        KeyConditionExpression: '#p = :p',
        ExpressionAttributeNames: { '#p': categoryFeed.partition },
        ExpressionAttributeValues: { ':p': keys.categoryFeed(category) },
      });
      for (const status of articleStatus.options) {
        if (ids.size >= limit) break;
        await collect({
          IndexName: editorial.name,
          KeyConditionExpression: '#p = :p',
          FilterExpression: 'category = :category',
          ExpressionAttributeNames: { '#p': editorial.partition },
          ExpressionAttributeValues: { ':p': keys.editorialStatus(status), ':category': category },
        });
      }
      return [...ids].slice(0, limit);
    },
  };
};
