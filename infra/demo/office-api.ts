import type { Role } from '../../shared/http/actor.ts';

/** A running portal, as the demonstration needs it. */
export type RunningPortal = { url: string; token: (account: Role) => Promise<string> };

type Call = { method?: string; ifMatch?: number; body?: unknown };
type Answer<Body> = { body: Body; version: number };

/** Calls of the admin API, as the admin. Throws with the portal's message when one is refused. */
export const officeApi = (portal: RunningPortal) => {
  const call = async <Body>(
    path: string,
    { method = 'GET', ifMatch, body }: Call = {},
  ): Promise<Answer<Body>> => {
    const reply = await fetch(`${portal.url}/api/admin${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await portal.token('admin')}`,
        'content-type': 'application/json',
        ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    const version = Number(reply.headers.get('etag')?.replaceAll('"', ''));
    const text = await reply.text();
    return { body: JSON.parse(text || 'null') as Body, version };
  };

  return {
    call,
    /** All items of a list, page after page. */
    async all<Item>(path: string): Promise<Item[]> {
      const items: Item[] = [];
      let cursor = '';
      do {
        const page = await call<{ items: Item[]; next: string | null }>(`${path}&limit=100${cursor}`);
        items.push(...page.body.items);
        cursor = page.body.next === null ? '' : `&cursor=${page.body.next}`;
      } while (cursor);
      return items;
    },
  };
};
export type OfficeApi = ReturnType<typeof officeApi>;
