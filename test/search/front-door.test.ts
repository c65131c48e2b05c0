import { expect, test } from 'vitest';
import { aPortal } from '../support/a-portal.ts';
import { office } from '../support/office.ts';

const portal = await aPortal();
const { as, published } = office(portal);

type Item = { id: string; title: string; url: string; snippet: string };
const find = async (query: Record<string, string>) => {
  const reply = await fetch(`${portal.url}/api/search?${new URLSearchParams(query)}`);
  return {
    status: reply.status,
    body: (await reply.json()) as { items: Item[]; total: number; next: string | null },
  };
};
const idsOf = async (q: string) => (await find({ q })).body.items.map(({ id }) => id);

test('what is published is found within five seconds, and what is withdrawn is gone', {
  timeout: 20_000,
}, async () => {
  const before = await find({ q: 'đua thuyền trên hồ Sen Trắng' });
  expect(before.body).toEqual({ items: [], next: null, total: 0, repaired: null });
  const article = await published({ title: 'Hội đua thuyền trên hồ Sen Trắng' });
  await expect.poll(() => idsOf('dua thuyen tren ho sen trang'), { timeout: 5_000 }).toEqual([article.id]);
  await as.editor(`/articles/${article.id}/withdraw`, { method: 'POST', ifMatch: article.version, body: {} });
  await expect.poll(() => idsOf('dua thuyen tren ho sen trang'), { timeout: 5_000 }).toEqual([]);
});
