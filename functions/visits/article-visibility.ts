import type { ReaderStore } from '../../shared/reader/reader-store.ts';

/** Milliseconds that an article is known to be visible: one that is withdrawn may be counted as long. */
const memoMs = 5 * 60_000;
/** Articles that are known at once: more than are read in that time. */
const memoLimit = 1_000;

/**
 * Those of some articles (at most 100) that readers can see, memoized while they can. What they cannot see is looked up each time:
 * invented ids then displace nothing, and an article counts from the moment it is published. Unknown ones are one call to the table.
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

  return async (ids: readonly string[], now: Date): Promise<string[]> => {
    const atMs = now.getTime();
    const isKnown = (id: string) => atMs - (seenAtMs.get(id) ?? Number.NEGATIVE_INFINITY) < memoMs;
    const unknown = ids.filter((id) => !isKnown(id));
    const found = unknown.length > 0 ? await reader.listed(unknown, now) : [];
    const visible = new Set(found.map(({ id }) => id));
    const readable = ids.filter((id) => visible.has(id) || isKnown(id));
    for (const id of unknown) seenAtMs.delete(id);
    for (const id of visible) remember(id, atMs);
    return readable;
  };
};
export type ArticleVisibility = ReturnType<typeof articleVisibility>;
