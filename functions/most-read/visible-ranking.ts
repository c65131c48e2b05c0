import type { ReaderStore } from '../../shared/reader/reader-store.ts';
import type { ReadCount } from '../../shared/visits/visit-statistics.ts';

/** Articles of one ranking that are looked up at most: the rest cannot be of interest where so many cannot be seen. */
const candidateLimit = 1_000;

/** Takes the first `limit` (at most 100) of a ranking that readers can see at `now`. Each article is looked up once. */
export const visibleRanking = (reader: Pick<ReaderStore, 'listed'>, now: Date) => {
  const isVisible = new Map<string, boolean>();

  const lookUp = async (ids: readonly string[]) => {
    const unknown = ids.filter((id) => !isVisible.has(id));
    const listed = new Set((await reader.listed(unknown, now)).map(({ id }) => id));
    for (const id of unknown) isVisible.set(id, listed.has(id));
  };

  return async (ranking: readonly ReadCount[], limit: number): Promise<ReadCount[]> => {
    const visible: ReadCount[] = [];
    for (let start = 0; visible.length < limit && start < candidateLimit; start += limit) {
      const candidates = ranking.slice(start, start + limit);
      if (candidates.length === 0) break;
      await lookUp(candidates.map(({ article }) => article));
      visible.push(...candidates.filter(({ article }) => isVisible.get(article)));
    }
    return visible.slice(0, limit);
  };
};
export type VisibleRanking = ReturnType<typeof visibleRanking>;
