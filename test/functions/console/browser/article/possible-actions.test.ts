import { describe, expect, test } from 'vitest';
import {
  type ActionName,
  mayWrite,
  possibleActions,
  stepOfAction,
} from '../../../../../functions/console/browser/article/possible-actions.ts';
import { type ArticleState, articleState } from '../../../../../shared/articles/state.ts';
import type { Step } from '../../../../../shared/articles/workflow.ts';
import { type Role, role } from '../../../../../shared/http/actor.ts';
import { workflowTable } from '../../../../support/workflow-table.ts';

const everyAction = Object.keys(stepOfAction) as ActionName[];
const namesOf = (state: ArticleState, by: Role) =>
  possibleActions(state, { name: 'lan', role: by }).map(({ name }) => name);

test.each<[Role, ArticleState, ActionName[]]>([
  ['author', 'draft', ['submit', 'delete']],
  ['author', 'in_review', []],
  ['author', 'returned', ['submit', 'delete']],
  ['author', 'approved', []],
  ['author', 'scheduled', []],
  ['author', 'live', []],
  ['author', 'withdrawn', []],
  ['editor', 'draft', ['submit', 'publishNow', 'schedule', 'delete']],
  ['editor', 'in_review', ['approve', 'publishNow', 'schedule', 'return']],
  ['editor', 'returned', ['submit', 'publishNow', 'schedule', 'delete']],
  ['editor', 'approved', ['publishNow', 'schedule', 'return']],
  ['editor', 'scheduled', ['publishNow', 'reschedule', 'withdraw']],
  ['editor', 'live', ['publishChanges', 'changeWithdrawal', 'withdraw']],
  ['editor', 'withdrawn', ['publishNow', 'schedule']],
])('offers an %s with an article %s: %j', (by, state, expected) => {
  expect(namesOf(state, by)).toEqual(expected);
  if (by === 'editor') expect(namesOf(state, 'admin')).toEqual(expected);
});

describe.each(role.options)('%s', (by) => {
  test.each(articleState.options)('%s: exactly the steps that the server takes', (state) => {
    const offered = new Set(namesOf(state, by).map((name) => stepOfAction[name]));
    const reachable = new Set<Step>(everyAction.map((name) => stepOfAction[name]));
    const allowed = workflowTable
      .filter((row) => row.state === state && row.outcome !== 'impossible')
      .filter((row) => by !== 'author' || row.authorMay === 'yes')
      .map(({ step }) => step);
    expect(offered).toEqual(new Set(allowed.filter((step) => reachable.has(step))));
    expect(mayWrite(state, { name: 'lan', role: by })).toBe(allowed.includes('save'));
  });

  test.each(articleState.options)('%s: one primary action at most, and none of them takes away', (state) => {
    const actions = possibleActions(state, { name: 'lan', role: by });
    expect(actions.filter(({ kind }) => kind === 'primary').length).toBe(actions.length > 0 ? 1 : 0);
    const kinds = Object.fromEntries(actions.map(({ name, kind }) => [name, kind]));
    for (const name of ['withdraw', 'delete'] as const) expect([undefined, 'danger']).toContain(kinds[name]);
  });
});

test.each<[ArticleState, ActionName, string]>([
  ['scheduled', 'withdraw', 'Hủy hẹn giờ'],
  ['live', 'withdraw', 'Gỡ bài'],
  ['returned', 'submit', 'Gửi duyệt lại'],
  ['withdrawn', 'publishNow', 'Đăng lại ngay'],
])('%s: %s is called %s', (state, name, label) => {
  const found = possibleActions(state, { name: 'lan', role: 'editor' }).find(
    (action) => action.name === name,
  );
  expect(found?.label).toBe(label);
});
