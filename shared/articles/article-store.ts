import * as z from 'zod/mini';
import type { Activity } from '../activity/activity.ts';
import type { ActivityRecorder } from '../activity/activity-store.ts';
import type { Table, TableWrite } from '../table/table-store.ts';
import { type Article, article } from './article.ts';
import type { Change } from './change.ts';
import { activityOfChange, changeWrites } from './change-writes.ts';
import { editorialLists } from './editorial-list.ts';
import { articleKeys } from './keys.ts';
import { type LiveArticle, liveArticle } from './live-article.ts';
import { type Revision, revision, revisionSummary } from './revision.ts';

/** One more than the largest version that a key has room for. */
const maxVersion = 100_000_000;

const creator = z.pick(article, { id: true, createdBy: true });

/** The working copies, revisions and live versions of articles. Every change is one transaction with its entry of the activity log. */
export const articleStore = (table: Table, siteId: string, record: ActivityRecorder) => {
  const keys = articleKeys(siteId);

  return {
    ...editorialLists(table, siteId),

    /** The working copy, strongly consistent. */
    async get(id: string): Promise<Article | null> {
      const item = await table.get(keys.draft(id));
      return item && article.parse(item);
    },

    /** The user names of who created some articles, at most 100, by id; none for a missing one. */
    async creatorsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
      if (ids.length === 0) return new Map();
      const items = await table.getMany(
        ids.map((id) => keys.draft(id)),
        { attributes: ['id', 'createdBy'] },
      );
      return new Map(
        items.flatMap((item) => {
          const found = item && creator.parse(item);
          return found ? [[found.id, found.createdBy]] : [];
        }),
      );
    },

    /** The live version, scheduled ones included. */
    async live(id: string): Promise<LiveArticle | null> {
      const item = await table.get(keys.live(id));
      return item && liveArticle.parse(item);
    },

    /**
     * Commits a change with what else must be written in its transaction; false when the article is no longer at `previousVersion`, an
     * image or old address is not available, or a condition of the other writes failed.
     */
    commit: (change: Change, others: readonly TableWrite[] = []): Promise<boolean> =>
      table.write([...changeWrites(siteId, change), record(activityOfChange(change)), ...others]),

    /** The old addresses among some that belong to another article. */
    async takenUrls(urls: readonly string[], id: string): Promise<string[]> {
      const items = await table.getMany(
        urls.map((url) => keys.redirect(url)),
        { isConsistent: true },
      );
      return urls.filter((_, index) => items[index] && items[index].article !== id);
    },

    /** Adds an entry to the activity log without changing the article. */
    recordActivity: (entry: Activity): Promise<boolean> => table.write([record(entry)]),

    /** One revision, whole. */
    async revision(id: string, version: number): Promise<Revision | null> {
      const item = await table.get(keys.revision(id, version));
      return item && revision.parse(item);
    },

    /** The revisions of an article, newest first, without their contents. `next` is a version. */
    async revisions(id: string, query: { before: number | null; limit: number }) {
      const { items, lastKey } = await table.query({
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ProjectionExpression:
          '#action, #at, #by, #role, #note, article.#version, article.#title, article.#status',
        ExpressionAttributeNames: Object.fromEntries(
          ['action', 'at', 'by', 'role', 'note', 'version', 'title', 'status'].map((name) => [
            `#${name}`,
            name,
          ]),
        ),
        ExpressionAttributeValues: {
          ':pk': keys.draft(id).pk,
          ':first': keys.revision(id, 0).sk,
          ':last': keys.revision(id, (query.before ?? maxVersion) - 1).sk,
        },
        ScanIndexForward: false,
        Limit: query.limit + 1,
      });
      const page = items.slice(0, query.limit).map((item) => revisionSummary.parse(item));
      // A page of a query ends at 1 MB read, before the projection: long bodies make it short.
      const hasMore = items.length > query.limit || lastKey !== undefined;
      return { items: page, next: hasMore ? (page.at(-1)?.article.version ?? null) : null };
    },
  };
};
export type ArticleStore = ReturnType<typeof articleStore>;
