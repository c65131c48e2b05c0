import { type ReadonlySignal, signal } from '@preact/signals';
import type { Api } from '../api/api-context.ts';
import { explainFailure } from '../api/failure.ts';
import {
  type ArticleList,
  type ArticlePage,
  emptyList,
  isSameOrder,
  withNewest,
  withPage,
} from './article-list.ts';
import type { ListRequest } from './work-query.ts';

const pageSize = 30;
/** The API's limit. */
const maxPageSize = 100;
/** Pages without an article that are followed by the next one by themselves: the API reads some 1,000 articles for each. */
const maxEmptyPages = 10;
/** Age in milliseconds from which a list is read again when somebody returns to its window. */
const freshMs = 60_000;

type Dependencies = { api: Pick<Api, 'call'>; clock: () => Date };

/** A list that is read page by page, and again when it is old. */
export const loadList = ({ api, clock }: Dependencies, request: ListRequest) => {
  const list = signal<ArticleList>(emptyList);
  let loadedAtMs = 0;

  const change = (changes: Partial<ArticleList>) => {
    list.value = { ...list.value, ...changes };
  };
  const read = async (cursor: string | null, limit = pageSize): Promise<ArticlePage> => {
    const query = { ...request, limit: String(limit), ...(cursor !== null && { cursor }) };
    return (await api.call('GET /api/admin/articles', { query })).body;
  };

  /** Reads on until there is something new to show. */
  const readOn = async (from: string | null) => {
    const before = list.value.items.length;
    let cursor = from;
    for (let pages = 0; pages < maxEmptyPages; pages += 1) {
      list.value = withPage(list.value, await read(cursor));
      cursor = list.value.next;
      if (list.value.items.length > before || cursor === null) return;
    }
  };

  const attempt = async (work: () => Promise<void>) => {
    if (list.value.isLoading) return;
    change({ isLoading: true, failure: null });
    try {
      await work();
    } catch (error) {
      change({ failure: explainFailure(error) });
    } finally {
      change({ isLoading: false });
    }
  };

  return {
    list: list as ReadonlySignal<ArticleList>,

    /** Reads the first page, or the next one; from the start if the cursor was refused, as by a newer version of the API. */
    async more() {
      const { failure, next, isLoaded } = list.value;
      if (!isLoaded) loadedAtMs = clock().getTime();
      await attempt(() => readOn(failure?.kind === 'invalid' ? null : next));
    },

    /** Whether somebody who returns to the list would want it read again. */
    isOld: () => list.value.isLoaded && clock().getTime() - loadedAtMs >= freshMs,

    /**
     * Reads the newest part again, and shows what changed in place. If the order changed too, it is shown only to who returns from an
     * article: others read the list. A failure leaves the list as it is.
     */
    async refresh({ returns = false } = {}) {
      if (list.value.isLoading) return;
      loadedAtMs = clock().getTime();
      const limit = Math.min(maxPageSize, Math.max(pageSize, list.value.items.length));
      const newest = await read(null, limit).catch((error) => {
        explainFailure(error);
        return null;
      });
      if (newest === null || list.value.isLoading) return;
      if (returns || isSameOrder(list.value, newest)) list.value = withNewest(list.value, newest);
      else change({ changed: newest });
    },

    /** Shows the changes that were held back. */
    showChanges() {
      const { changed } = list.value;
      if (changed) list.value = withNewest(list.value, changed);
    },
  };
};
export type LoadedList = ReturnType<typeof loadList>;
