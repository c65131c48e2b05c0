import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleStateNow } from '../../../../../functions/console/browser/article/article-state-now.ts';
import { articleStatus } from '../../../../../shared/articles/state.ts';
import { stateAt } from '../../../../../shared/articles/workflow.ts';

const instants = fc.integer({ min: 0, max: 20 }).map((hours) => new Date(Date.UTC(2026, 10, 28, hours)));

test('an open page knows the state of an article as the server would, without asking', () => {
  const articles = fc.record({
    status: fc.constantFrom(...articleStatus.options),
    publishedAt: instants.map((at) => at.toISOString()),
    withdrawAt: fc.option(instants.map((at) => at.toISOString())),
  });
  fc.assert(
    fc.property(articles, instants, fc.nat(10), (article, opened, hours) => {
      const now = new Date(opened.getTime() + hours * 3_600_000);
      const { state } = articleStateNow(stateAt(article, opened), article, now);
      expect(state).toBe(stateAt(article, now));
    }),
  );
});
