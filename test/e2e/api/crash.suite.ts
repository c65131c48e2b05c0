import { describe, expect, test } from 'vitest';
import { content, type EditorialArticle, staffApi } from '../../support/staff-api.ts';
import { useSharedFaultyPortal } from '../../support/use-portal.ts';

const { portal, proxy } = await useSharedFaultyPortal();
const { as, create, published } = staffApi(portal);

type Step = {
  name: string;
  prepare: () => Promise<EditorialArticle>;
  path: string;
  method: string;
  body?: unknown;
};
const steps: Step[] = [
  { name: 'save', prepare: create, path: '', method: 'PUT', body: content({ title: 'Bản sau' }) },
  { name: 'publish', prepare: create, path: '/publish', method: 'POST' },
  { name: 'publish again', prepare: published, path: '/publish', method: 'POST' },
  { name: 'withdraw', prepare: published, path: '/withdraw', method: 'POST' },
  { name: 'delete', prepare: create, path: '', method: 'DELETE' },
];

/** Everything that can be seen of an article, and whether its parts agree. */
const look = async (id: string) => {
  const draft = await as.editor<EditorialArticle>(`/articles/${id}`);
  const live = await fetch(`${portal.gatewayUrl}/api/articles/${id}`);
  const feed = (await (await fetch(`${portal.gatewayUrl}/api/articles`)).json()) as {
    items: { id: string }[];
  };
  const isListed = feed.items.some((item) => item.id === id);
  const liveVersion = live.ok ? ((await live.json()) as { version: number }).version : null;
  if (draft.status === 404) return { version: null, agrees: liveVersion === null && !isListed };
  const { version } = draft.body;
  const history = await as.editor<{ items: { version: number }[] }>(`/articles/${id}/revisions`);
  const versions = history.body.items.map((item) => item.version);
  return {
    version,
    agrees:
      liveVersion === draft.body.liveVersion &&
      isListed === (liveVersion !== null) &&
      versions.join() === Array.from({ length: version }, (_, n) => version - n).join(),
  };
};

const run = ({ path, method, body }: Step, { id, version }: { id: string; version: number }) =>
  as.editor(`/articles/${id}${path}`, { method, ifMatch: version, ...(body !== undefined && { body }) });

/** The calls to the table that a step makes. */
const countCalls = async (step: Step) => {
  const article = await step.prepare();
  proxy.inject(() => 'none');
  await run(step, article);
  return proxy.calls();
};

describe.each(steps)('$name', (step) => {
  test('is atomic and can be retried when killed before or after any of its calls', async () => {
    const calls = await countCalls(step);
    expect(calls).toBeGreaterThan(0);
    for (let victim = 1; victim <= calls; victim += 1) {
      for (const fault of ['holdBefore', 'holdAfter'] as const) {
        const article = await step.prepare();
        const held = proxy.inject((call) => (call === victim ? fault : 'none'));
        const reply = run(step, article);
        await held;
        portal.functions.articles.crash();
        expect((await reply).status).toBeGreaterThanOrEqual(500);
        proxy.heal();

        const after = await look(article.id);
        expect(after, `${fault} call ${victim}`).toMatchObject({ agrees: true });
        const isDone = victim === calls && fault === 'holdAfter';
        expect(after.version).toBe(
          isDone ? (step.name === 'delete' ? null : article.version + 1) : article.version,
        );
        if (!isDone) expect((await run(step, article)).status).toBeLessThan(300);
      }
    }
  });

  test('retries a lost reply of the table, and applies the write once', async () => {
    const calls = await countCalls(step);
    for (let victim = 1; victim <= calls; victim += 1) {
      const article = await step.prepare();
      proxy.inject((call) => (call === victim ? 'dropAfter' : 'none'));
      expect((await run(step, article)).status).toBeLessThan(300);
      proxy.heal();
      const after = await look(article.id);
      expect(after).toEqual({ version: step.name === 'delete' ? null : article.version + 1, agrees: true });
    }
  });
});
