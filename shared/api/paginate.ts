type Page<Item> = { items: readonly Item[]; next: string | null };

/** Yields every item of a paginated list. `getPage` fetches the page of a cursor, and the first one without. */
export async function* paginate<Item>(
  getPage: (cursor: string | undefined) => Promise<Page<Item>>,
): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const { items, next } = await getPage(cursor);
    yield* items;
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}
