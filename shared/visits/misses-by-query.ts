import type { DayMisses } from './search-misses-store.ts';

/** A query that found nothing, how many times, and the last day. */
export type SearchMiss = { query: string; times: number; lastDay: string };

/** Sums days by query, the most frequent first; of equals the latest, then by the alphabet. */
export const missesByQuery = (days: readonly DayMisses[]): SearchMiss[] => {
  const misses = new Map<string, SearchMiss>();
  for (const { day, queries } of days) {
    for (const [query, times] of Object.entries(queries)) {
      const before = misses.get(query);
      const lastDay = before && before.lastDay > day ? before.lastDay : day;
      misses.set(query, { query, times: (before?.times ?? 0) + times, lastDay });
    }
  }
  return [...misses.values()].sort(
    (a, b) =>
      b.times - a.times ||
      (a.lastDay < b.lastDay ? 1 : a.lastDay > b.lastDay ? -1 : 0) ||
      (a.query < b.query ? -1 : 1),
  );
};
