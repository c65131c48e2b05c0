/** Counts by key: `{ "2026-10-22": 120 }`. */
export type Counts = Record<string, number>;

/** Sums the counts with the same key. */
export const sumByKey = (counts: Iterable<readonly [key: string, count: number]>): Counts => {
  const sums = new Map<string, number>();
  for (const [key, count] of counts) sums.set(key, (sums.get(key) ?? 0) + count);
  return Object.fromEntries(sums);
};

/** The sum of two counts. */
export const addCounts = (a: Readonly<Counts>, b: Readonly<Counts>): Counts =>
  sumByKey([...Object.entries(a), ...Object.entries(b)]);
