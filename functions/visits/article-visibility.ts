import type { ReaderStore } from '../../shared/reader/reader-store.ts';

/** Milliseconds that an article is known to be visible: one that is withdrawn may be counted as long. */
const memoMs = 5 * 60_000;
/** Articles that are known at once: more than are read in that time. */
const memoLimit = 1_000;

/**
 * Whether readers can see an article, memoized while they can. What they cannot see is looked up each time: invented ids then
 * displace nothing, and an article counts from the moment it is published.
 */
export const articleVisibility = (reader: Pick<ReaderStore, 'listed'>) => {
  const seenAtMs = new Map<string, number>();

  const remember = (id: string, atMs: number) => {
    seenAtMs.delete(id);
    // A Map iterates in the order of insertion: the first key is the oldest.
    const [oldest] = seenAtMs.keys();
    if (seenAtMs.size >= memoLimit && oldest !== undefined) seenAtMs.delete(oldest);
    seenAtMs.set(id, atMs);
  };

  return async (id: string, now: Date): Promise<boolean> => {
    const atMs = seenAtMs.get(id);
    if (atMs !== undefined && now.getTime() - atMs < memoMs) return true;
    const [found] = await reader.listed([id], now);
    if (!found) {
      seenAtMs.delete(id);
      return false;
    }
    remember(id, now.getTime());
    return true;
  };
};
export type ArticleVisibility = ReturnType<typeof articleVisibility>;
