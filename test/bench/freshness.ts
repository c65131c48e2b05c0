import { adminClient } from '../../infra/demo/admin-api.ts';
import type { Portal } from '../../infra/local/portal.ts';
import type { BenchSize } from './bench-size.ts';
import { median } from './median.ts';

const pollMs = 20;

/** Prints the seconds from an article's publication until search finds it, through the edge. */
export const benchFreshness = async (portal: Portal, { freshArticles }: BenchSize) => {
  const client = adminClient(portal);
  const seconds: number[] = [];
  for (let n = 0; n < freshArticles; n += 1) {
    const title = `Tin đo thời gian ${n} ${'abcde'.charAt(n).repeat(6)}`;
    const { body: draft } = await client.call('POST /api/admin/articles', {
      body: { title, category: 'thong-bao', body: '<p>a</p>' },
    });
    await client.call('POST /api/admin/articles/{id}/publish', {
      path: { id: draft.id },
      ifMatch: draft.version,
      body: {},
    });
    const start = performance.now();
    const isFound = async () => {
      const reply = await fetch(`${portal.url}/api/search?${new URLSearchParams({ q: title })}`);
      return ((await reply.json()) as { items: { id: string }[] }).items.some(({ id }) => id === draft.id);
    };
    while (!(await isFound())) await new Promise((resolve) => setTimeout(resolve, pollMs));
    seconds.push((performance.now() - start) / 1000);
  }
  console.log(
    `Search: found ${median(seconds).toFixed(2)} s after publication, at most ${Math.max(...seconds).toFixed(2)} s, of ${freshArticles} articles`,
  );
};
