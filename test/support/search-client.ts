import { expect } from 'vitest';

type Item = {
  id: string;
  title: string;
  url: string;
  snippet: string;
  category: string;
  publishedAt: string;
};
export type SearchBody = { items: Item[]; total: number; next: string | null; repaired: string | null };

/** Queries of the search API and of the search page. */
export const searchClient = (portalUrl: string) => {
  const search = async (query: Record<string, string>) => {
    const reply = await fetch(`${portalUrl}/api/search?${new URLSearchParams(query)}`);
    const body = (await reply.json()) as SearchBody & { code?: string; errors?: unknown };
    return { status: reply.status, body };
  };
  const idsOf = async (q: string) => (await search({ q })).body.items.map(({ id }) => id);

  return {
    search,
    idsOf,
    page: async (query: Record<string, string>) => {
      const reply = await fetch(`${portalUrl}/tim-kiem?${new URLSearchParams(query)}`);
      return { status: reply.status, headers: reply.headers, html: await reply.text() };
    },
    /** Waits until a query finds just these articles: the index is up to 2 s out of date. */
    expectIds: async (q: string, ids: string[]) =>
      expect.poll(() => idsOf(q), { timeout: 5_000 }).toEqual(ids),
  };
};
