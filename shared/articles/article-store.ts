import type { Activity } from '../activity/activity.ts';
import type { ActivityRecorder } from '../activity/activity-store.ts';
import { articleId } from '../ids.ts';
import { imageUsageWrites } from '../images/usage-writes.ts';
import { contentIndexes } from '../table/content-indexes.ts';
import { listPosition } from '../table/list-position.ts';
import type { Item, Table, TableQuery, TableWrite } from '../table/table-store.ts';
import { type Article, article, type DraftItem, draftItem } from './article.ts';
import type { Change } from './edit.ts';
import { articleKeys } from './keys.ts';
import { type LiveArticle, liveArticle } from './live-article.ts';
import { liveWrites } from './live-writes.ts';
import { type Revision, revision, revisionSummary } from './revision.ts';
import { type ArticleStatus, articleStatus } from './state.ts';
import { isPublicFilter } from './visibility.ts';

const { editorial } = contentIndexes;

/** What editors write: drafts, their revisions, and with a publication what readers see; each step with an entry of who took it. */
export const articleStore = (table: Table, siteId: string, record: ActivityRecorder) => {
  const keys = articleKeys(siteId);

  return {
    /** The working copy, strongly consistent. */
    async get(id: string): Promise<Article | null> {
      const item = await table.get(keys.draft(id));
      return item && article.parse(item);
    },

    /** What readers see of an article, whether its time has come or not. */
    async live(id: string): Promise<LiveArticle | null> {
      const item = await table.get(keys.live(id));
      return item && liveArticle.parse(item);
    },

    /** Ids of articles that stand in a category, for readers or for editors: at most so many. */
    async inCategory(category: string, limit: number): Promise<string[]> {
      const { categoryFeed } = contentIndexes;
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

    /** Writes one step whole, or nothing: false when the article is no longer at `previousVersion`. */
    commit: (change: Change): Promise<boolean> =>
      table.write([
        draftWrite(change),
        { put: revisionItem(change), condition: { expression: 'attribute_not_exists(pk)' } },
        ...liveWrites(change, siteId),
        ...imageUsageWrites(siteId, change.article.id, {
          added: change.images.held,
          removed: change.images.released,
        }),
        ...redirectWrites(change),
        record(activityOfChange(change)),
      ]),

    /** Those of some old addresses that lead to another article. */
    async takenUrls(urls: readonly string[], id: string): Promise<string[]> {
      const items = await table.getMany(
        urls.map((url) => keys.redirect(url)),
        { isConsistent: true },
      );
      return urls.filter((_, index) => items[index] && items[index].article !== id);
    },

    /** Writes down what was done to an article without changing it. */
    recordActivity: (entry: Activity): Promise<boolean> => table.write([record(entry)]),

    /** Articles of one status, last saved first; only those of one author, or in one state of the published, if asked. `next` is a position. */
    async list(query: {
      status: ArticleStatus;
      state?: ListedState;
      createdBy?: string;
      before: string | null;
      limit: number;
    }): Promise<{ items: DraftItem[]; next: string | null }> {
      const filters = [
        ...(query.createdBy ? ['createdBy = :by'] : []),
        ...(query.state ? [stateFilters[query.state.is]] : []),
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

    /** One saved state, whole. */
    async revision(id: string, version: number): Promise<Revision | null> {
      const item = await table.get(keys.revision(id, version));
      return item && revision.parse(item);
    },

    /** The saved states of an article, newest first, without their contents. `next` is a version. */
    async revisions(id: string, query: { before: number | null; limit: number }) {
      const { items, lastKey } = await table.query({
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ProjectionExpression:
          '#action, #at, #by, #role, #note, article.#version, article.#title, article.#status',
        ExpressionAttributeNames: {
          '#action': 'action',
          '#at': 'at',
          '#by': 'by',
          '#role': 'role',
          '#note': 'note',
          '#version': 'version',
          '#title': 'title',
          '#status': 'status',
        },
        ExpressionAttributeValues: {
          ':pk': keys.draft(id).pk,
          ':first': keys.revision(id, 0).sk,
          ':last': keys.revision(id, (query.before ?? maxVersion) - 1).sk,
        },
        ScanIndexForward: false,
        Limit: query.limit + 1,
      });
      const shown = items.slice(0, query.limit).map((item) => revisionSummary.parse(item));
      // A page ends early, at 1 MB of what was read, when the bodies are long.
      const hasMore = items.length > query.limit || lastKey !== undefined;
      return { items: shown, next: hasMore ? (shown.at(-1)?.article.version ?? null) : null };
    },
  };

  function draftWrite({ action, article: after, previousVersion }: Change): TableWrite {
    const condition =
      previousVersion === 0
        ? { expression: 'attribute_not_exists(pk)' }
        : { expression: 'version = :seen', values: { ':seen': previousVersion } };
    if (action === 'delete') return { remove: keys.draft(after.id), condition };
    const position = {
      [editorial.partition]: keys.editorialStatus(after.status),
      [editorial.sort]: listPosition(after.updatedAt, after.id),
    };
    return { put: { ...keys.draft(after.id), ...position, ...after }, condition };
  }

  function revisionItem({ action, role, note, article: after }: Change): Item {
    const { id, version, updatedAt, updatedBy } = after;
    const entry: Revision = { action, at: updatedAt, by: updatedBy, role, note, article: after };
    return { ...keys.revision(id, version), ...entry };
  }

  /** An old address leads to one article: who comes second is refused. */
  function redirectWrites({ article: { id }, oldUrls: { added, dropped } }: Change): TableWrite[] {
    const own = { expression: 'attribute_not_exists(pk) OR article = :id', values: { ':id': id } };
    return [
      ...added.map((url) => ({ put: { ...keys.redirect(url), article: id }, condition: own })),
      ...dropped.map((url) => ({ remove: keys.redirect(url), condition: own })),
    ];
  }
};
export type ArticleStore = ReturnType<typeof articleStore>;

const activityOfChange = ({ action, role, note, article }: Change): Activity => ({
  id: `${article.id}#${article.version}`,
  at: article.updatedAt,
  by: article.updatedBy,
  role,
  action,
  subject: { kind: 'article', id: article.id },
  title: article.title,
  version: article.version,
  note,
});

/** A state of what was published, at a moment. */
type ListedState = { is: 'scheduled' | 'live'; at: Date };
const stateFilters: Record<ListedState['is'], string> = {
  scheduled: 'publishedAt > :now',
  live: isPublicFilter,
};

/** One more than the largest version that a key has room for. */
const maxVersion = 100_000_000;
