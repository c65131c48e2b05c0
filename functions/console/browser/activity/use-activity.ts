import { useState } from 'preact/hooks';
import type { Activity } from '../../../../shared/activity/activity.ts';
import { useApi } from '../api/api-context.ts';
import { explainFailure, type Failure } from '../api/failure.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { type ActivityQuery, activityAddress, activityRequest } from './activity-query.ts';

const pageLength = 50;
/** Pages without an entry that are followed by the next one by themselves: the API reads 1,000 entries for each. */
const maxEmptyPages = 5;

type Page = { items: readonly Activity[]; next: string | null };

/** The log that a query asks for, a page at a time; nothing is read while `isRefused`. */
export const useActivity = (query: ActivityQuery, isRefused: boolean) => {
  const api = useApi();
  const [older, setOlder] = useState<{ key: string; page: Page } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const key = isRefused ? '' : activityAddress(query);

  const read = async (from: string | null): Promise<Page> => {
    let cursor = from;
    for (let pages = 1; ; pages += 1) {
      const { body } = await api.call('GET /api/admin/activity', {
        query: { ...activityRequest(query), limit: String(pageLength), ...(cursor && { cursor }) },
      });
      if (body.items.length > 0 || body.next === null || pages === maxEmptyPages) return body;
      cursor = body.next;
    }
  };
  const { loaded, reload } = useLoaded(
    () => (isRefused ? Promise.resolve<Page>({ items: [], next: null }) : read(null)),
    key,
  );
  const first = loaded.kind === 'loaded' ? loaded.value : null;
  const page = older?.key === key && first ? older.page : first;

  const more = async () => {
    if (!page?.next) return;
    setBusy(true);
    setFailure(null);
    try {
      const { items, next } = await read(page.next);
      setOlder({ key, page: { items: [...page.items, ...items], next } });
    } catch (error) {
      setFailure(explainFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return { loaded, reload, page, more, isBusy, failure };
};
