import { describe, expect, test } from 'vitest';
import type { Article } from '../../../shared/articles/article.ts';
import type { ArticleState } from '../../../shared/articles/state.ts';
import {
  assertAllowed,
  mayRead,
  possibleSteps,
  type Step,
  stateAt,
  statusAfter,
} from '../../../shared/articles/workflow.ts';
import type { PortalError } from '../../../shared/errors.ts';
import { type Role, role } from '../../../shared/http/actor.ts';
import { anArticle } from '../../support/article-fixture.ts';
import { workflowTable } from '../../support/workflow-table.ts';

const now = new Date('2026-05-04T03:00:00.000Z');
const [past, future] = ['2026-05-04T02:59:59.999Z', '2026-05-04T03:00:00.001Z'];

/** An article in each state. */
const inState: Record<ArticleState, Partial<Article>> = {
  draft: { status: 'draft' },
  in_review: { status: 'in_review' },
  returned: { status: 'returned' },
  approved: { status: 'approved' },
  scheduled: { status: 'published', publishedAt: future, liveVersion: 1 },
  live: { status: 'published', publishedAt: past, liveVersion: 1 },
  withdrawn: { status: 'withdrawn' },
};
const codeOf = (run: () => unknown) => {
  try {
    run();
    return 'allowed';
  } catch (error) {
    return (error as PortalError).code;
  }
};

const cases = workflowTable.flatMap(({ step, state, outcome, authorMay }) =>
  role.options.flatMap((by) =>
    [true, false].map((isOwn) => ({ step, state, outcome, authorMay, by, isOwn })),
  ),
);

describe('each step from each state by each role', () => {
  test.each(cases)('$by: $step, $state, own: $isOwn', ({ step, state, outcome, authorMay, by, isOwn }) => {
    const article = anArticle({ ...inState[state], createdBy: isOwn ? 'me' : 'somebody' });
    const code = codeOf(() => assertAllowed({ name: 'me', role: by }, step, article, now));
    if (by === 'author' && (!isOwn || authorMay === 'never')) expect(code).toBe('forbidden');
    else if (outcome === 'impossible') expect(code).toBe('wrong_state');
    else if (by === 'author' && authorMay === 'not now') expect(code).toBe('forbidden');
    else {
      expect(code).toBe('allowed');
      if (outcome !== 'deleted' && step !== 'delete') {
        expect(statusAfter(step, article, now)).toBe(outcome === 'same' ? article.status : outcome);
      }
    }
  });
});

test('names the state and the possible steps in a refusal', () => {
  const refusal = (by: Role, step: Step, state: ArticleState) => () =>
    assertAllowed({ name: 'lan.tran', role: by }, step, anArticle(inState[state]), now);
  expect(refusal('editor', 'delete', 'live')).toThrow(
    expect.objectContaining({
      extra: { state: 'live', possible: ['save', 'restore', 'publish', 'withdraw'] },
    }),
  );
  expect(refusal('author', 'submit', 'in_review')).toThrow(
    expect.objectContaining({ code: 'wrong_state', extra: expect.objectContaining({ possible: [] }) }),
  );
  expect(possibleSteps('returned', { name: 'a', role: 'author' })).toEqual([
    'save',
    'restore',
    'submit',
    'delete',
  ]);
});

test.each<[string, Partial<Article>, ArticleState]>([
  ['before its time', { publishedAt: future }, 'scheduled'],
  ['at its time', { publishedAt: now.toISOString() }, 'live'],
  ['after its time', { publishedAt: past }, 'live'],
  ['before its end', { publishedAt: past, withdrawAt: future }, 'live'],
  ['at its end', { publishedAt: past, withdrawAt: now.toISOString() }, 'withdrawn'],
])('a published article is, %s, %j: %s', (_, fields, state) => {
  expect(stateAt(anArticle({ status: 'published', ...fields }), now)).toBe(state);
});

test.each<[Role, boolean, boolean]>([
  ['author', true, true],
  ['author', false, false],
  ['editor', false, true],
  ['admin', false, true],
])('%s, own: %s, may read: %s', (by, isOwn, may) => {
  expect(mayRead({ name: 'me', role: by }, { createdBy: isOwn ? 'me' : 'somebody' })).toBe(may);
});
