/**
 * A list as far as it was read, newest first. `readTo` is the position of the last item that was read, whether it is kept or not; null
 * at the end of the list.
 */
export type PartialList<T> = { items: readonly T[]; readTo: string | null };

/** The list that ends the merged one: of those that go on, the one that was read the least far. */
export const leastRead = <L extends PartialList<unknown>>(lists: readonly L[]): L | undefined =>
  lists
    .filter(({ readTo }) => readTo !== null)
    .reduce<L | undefined>(
      (least, list) => (least && String(least.readTo) > String(list.readTo) ? least : list),
      undefined,
    );

/**
 * A page of several lists as one, newest first, with nothing that an unread item may precede. `next` is the position from which to go
 * on, null at the end; `isFull` says that more reading would add nothing to the page.
 */
export const mergeNewest = <T>(
  lists: readonly PartialList<T>[],
  positionOf: (item: T) => string,
  limit: number,
): { items: T[]; next: string | null; isFull: boolean } => {
  const readTo = leastRead(lists)?.readTo ?? null;
  const known = lists
    .flatMap(({ items }) => items)
    .filter((item) => readTo === null || positionOf(item) >= readTo)
    .sort((a, b) => (positionOf(a) < positionOf(b) ? 1 : -1));
  const items = known.slice(0, limit);
  const last = items.at(-1);
  const isFull = known.length > limit;
  return { items, next: isFull && last !== undefined ? positionOf(last) : readTo, isFull };
};
