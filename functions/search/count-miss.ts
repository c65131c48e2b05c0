import { localDay } from '../../shared/time/local-day.ts';
import { storableQuery } from '../../shared/visits/search-miss.ts';
import type { SearchMissesStore } from '../../shared/visits/search-misses-store.ts';
import type { SearchFields } from './search-form.ts';

type Dependencies = {
  misses: Pick<SearchMissesStore, 'count'>;
  /** Called with the error of a query that is then not counted. */
  onFailure: (error: unknown) => void;
};

/**
 * Counts a search that found nothing, unless it has a filter, is not the first page, or may name a person. It never fails: the answer
 * does not depend on it. After a refused query this environment counts nothing more of the day.
 */
export const missCounter = ({ misses, onFailure }: Dependencies) => {
  let fullDay = '';

  return async ({ text, category, from, to, page }: SearchFields, now: Date): Promise<void> => {
    const day = localDay(now);
    const query = storableQuery(text);
    if (query === null || category || from || to || page > 1 || day === fullDay) return;
    try {
      if (!(await misses.count(day, query))) fullDay = day;
    } catch (error) {
      onFailure(error);
    }
  };
};
