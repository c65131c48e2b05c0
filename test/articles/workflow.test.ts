import { describe, expect, test } from 'vitest';
import type { Action, ArticleStatus } from '../../shared/articles/article.ts';
import { assertMay, nextStatus, possibleActions } from '../../shared/articles/workflow.ts';
import type { ErrorCode, PortalError } from '../../shared/errors.ts';
import type { Role } from '../../shared/http/actor.ts';
import { anArticle } from '../support/an-article.ts';

type Change = Exclude<Action, 'create'>;
const codeOf = (run: () => unknown): ErrorCode | undefined => {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as PortalError).code;
  }
};

test.each<[Change, ArticleStatus, ArticleStatus | 'deleted' | 'refused']>([
  ['save', 'draft', 'draft'],
  ['save', 'published', 'published'],
  ['save', 'withdrawn', 'withdrawn'],
  ['publish', 'draft', 'published'],
  ['publish', 'published', 'published'],
  ['publish', 'withdrawn', 'published'],
  ['withdraw', 'draft', 'refused'],
  ['withdraw', 'published', 'withdrawn'],
  ['withdraw', 'withdrawn', 'refused'],
  ['delete', 'draft', 'deleted'],
  ['delete', 'published', 'refused'],
  ['delete', 'withdrawn', 'refused'],
])('%s of a %s article: %s', (action, status, expected) => {
  const article = anArticle({ status });
  if (expected === 'refused') expect(codeOf(() => nextStatus(action, article))).toBe('wrong_state');
  else expect(nextStatus(action, article)).toBe(expected);
});

test('a refusal names the state and what is possible in it', () => {
  const refused = () => nextStatus('delete', anArticle({ status: 'published' }));
  expect(refused).toThrow(
    expect.objectContaining({ extra: { state: 'published', possible: ['save', 'publish', 'withdraw'] } }),
  );
  expect(possibleActions('draft')).toEqual(['save', 'publish', 'delete']);
});

describe('who may', () => {
  const actions: Change[] = ['save', 'publish', 'withdraw', 'delete'];
  const statuses: ArticleStatus[] = ['draft', 'published', 'withdrawn'];
  const cases = (['author', 'editor', 'admin'] as Role[]).flatMap((role) =>
    actions.flatMap((action) =>
      statuses.flatMap((status) => [true, false].map((isOwn) => ({ role, action, status, isOwn }))),
    ),
  );

  test.each(cases)('$role: $action a $status article, own: $isOwn', ({ role, action, status, isOwn }) => {
    const article = anArticle({ status, createdBy: isOwn ? 'me' : 'somebody' });
    const ownDraft = isOwn && status === 'draft' && (action === 'save' || action === 'delete');
    const code = codeOf(() => assertMay({ name: 'me', role }, action, article));
    expect(code).toBe(role !== 'author' || ownDraft ? undefined : 'forbidden');
  });
});
