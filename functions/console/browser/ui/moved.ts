/** A list with one item at another place; the same list if there is no such place. */
export const moved = <Item>(items: readonly Item[], from: number, to: number): readonly Item[] => {
  if (!(from in items && to in items)) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, items[from] as Item);
};
