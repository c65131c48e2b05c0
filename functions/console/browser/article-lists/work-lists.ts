import { type ReadonlySignal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { articleCountsReply } from '../../../../shared/articles/replies.ts';
import type { Api } from '../api/api-context.ts';
import { explainFailure } from '../api/failure.ts';
import type { FoundDraft } from '../drafts/device-drafts.ts';
import { type LoadedList, loadList } from './load-list.ts';
import type { ListRequest } from './work-query.ts';

export type ArticleCounts = z.output<typeof articleCountsReply>;
export type ArticleCount = ArticleCounts['mine'];

type Dependencies = {
  api: Pick<Api, 'call'>;
  clock: () => Date;
  /** The drafts of this device that the server does not have. */
  listDrafts: () => Promise<FoundDraft[]>;
};

/**
 * The lists that were opened in this page, by their address, the counts of all, and what this device alone has. They outlive the view, so
 * that who returns finds them.
 */
export const createWorkLists = ({ listDrafts, ...dependencies }: Dependencies) => {
  const counts = signal<ArticleCounts | null>(null);
  const drafts = signal<readonly FoundDraft[]>([]);
  const opened = new Map<string, LoadedList>();

  return {
    counts: counts as ReadonlySignal<ArticleCounts | null>,
    drafts: drafts as ReadonlySignal<readonly FoundDraft[]>,

    open(address: string, request: ListRequest): LoadedList {
      const list = opened.get(address) ?? loadList(dependencies, request);
      opened.set(address, list);
      return list;
    },

    /** Looks at the device, and counts again. Without an answer the tabs keep what they have. */
    async look() {
      drafts.value = await listDrafts();
      try {
        counts.value = (await dependencies.api.call('GET /api/admin/article-counts')).body;
      } catch (error) {
        explainFailure(error);
      }
    },
  };
};
export type WorkLists = ReturnType<typeof createWorkLists>;

export const WorkListsContext = createContext<WorkLists | null>(null);
export const useWorkLists = (): WorkLists => {
  const lists = useContext(WorkListsContext);
  if (!lists) throw new Error('No lists above this component');
  return lists;
};
