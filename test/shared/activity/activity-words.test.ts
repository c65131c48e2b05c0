import { expect, test } from 'vitest';
import type { Activity } from '../../../shared/activity/activity.ts';
import { actionInWords } from '../../../shared/activity/activity-words.ts';
import { revision } from '../../../shared/articles/revision.ts';

const words = (kind: Activity['subject']['kind'], action: string) =>
  actionInWords({ action, subject: { kind, id: 'x' } });

test.each(revision.shape.action.options)('has words for what is done to an article: %s', (action) => {
  expect(words('article', action)).not.toBe(action);
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
