import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Activity } from '../../../shared/activity/activity.ts';
import { actionInWords, kindNames } from '../../../shared/activity/activity-words.ts';
import { revision } from '../../../shared/articles/revision.ts';
import { changeAction } from '../../../shared/people/change.ts';

const words = (kind: Activity['subject']['kind'], action: string) =>
  actionInWords({ action, subject: { kind, id: 'x' } });

test.each(revision.shape.action.options)('has words for what is done to an article: %s', (action) => {
  expect(words('article', action)).not.toBe(action);
});

test.each(changeAction.options)('has words for what is done to an account: %s', (action) => {
  for (const mark of ['', 'begin-', 'fail-']) {
    expect(words('person', mark + action)).not.toContain(action);
  }
});

test('has words for every action that the code names', () => {
  const files = ['functions', 'shared'].flatMap((root) => globSync(`${root}/**/*.ts`));
  const named = files
    .filter((file) => !file.startsWith('functions/console'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\baction: '([a-z-]+)'/g)])
    .map(([, action = '']) => action);
  expect(named.length).toBeGreaterThan(5);
  const kinds = Object.keys(kindNames) as Activity['subject']['kind'][];
  for (const action of named) {
    expect([action, kinds.some((kind) => words(kind, action) !== action)]).toEqual([action, true]);
  }
});

test.each([
  ['image', 'upload', 'bắt đầu tải ảnh lên'],
  ['settings', 'remove-page', 'gỡ khỏi chân trang trang'],
  ['category', 'retire', 'gộp chuyên mục'],
  ['tag', 'rename', 'đổi tên từ khóa'],
  ['person', 'begin-disable', 'bắt đầu khóa tài khoản'],
  ['person', 'fail-invite', 'không làm được: mời'],
  ['person', 'begin-dance', 'begin-dance'],
  ['article', 'toString', 'toString'],
] as const)('says %s %s', (kind, action, sentence) => {
  expect(words(kind, action)).toBe(sentence);
});
