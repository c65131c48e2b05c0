import { expect, test } from 'vitest';
import type { ListedArticle } from '../../../../../functions/console/browser/article-lists/article-list.ts';
import {
  countInWords,
  hasUnpublishedChanges,
  stateInWords,
  touchedInWords,
} from '../../../../../functions/console/browser/article-lists/article-words.ts';
import { aListedArticle } from '../../../../support/listed-article-fixture.ts';

// A Saturday, 14:30 in Viet Nam.
const now = new Date('2026-11-28T07:30:00.000Z');
const user = { name: 'lan', role: 'editor' as const };

test.each<[Partial<ListedArticle>, string]>([
  [{ state: 'draft' }, 'Bản nháp'],
  [{ state: 'in_review' }, 'Chờ duyệt'],
  [{ state: 'returned' }, 'Bị trả lại'],
  [{ state: 'approved' }, 'Đã duyệt, chờ đăng'],
  [{ state: 'scheduled', publishedAt: '2026-11-28T09:00:00.000Z' }, 'Hẹn đăng lúc 16:00'],
  [{ state: 'scheduled', publishedAt: '2026-11-30T01:00:00.000Z' }, 'Hẹn đăng thứ Hai 08:00'],
  [{ state: 'scheduled', publishedAt: '2027-01-01T01:00:00.000Z' }, 'Hẹn đăng 01/01/2027 08:00'],
  [{ state: 'live' }, 'Đang đăng'],
  [{ state: 'live', withdrawAt: '2026-11-29T01:00:00.000Z' }, 'Đang đăng, sẽ gỡ ngày mai 08:00'],
  [{ state: 'withdrawn' }, 'Đã gỡ'],
])('says of %o: %s', (fields, sentence) => {
  expect(stateInWords(aListedArticle(fields), now)).toBe(sentence);
});

test.each([
  [{ updatedBy: 'minh', updatedAt: '2026-11-28T07:03:00.000Z' }, 'minh cập nhật lúc 14:03'],
  [{ updatedBy: 'lan', updatedAt: '2026-11-27T01:00:00.000Z' }, 'Bạn cập nhật hôm qua 08:00'],
])('says who touched %o: %s', (fields, sentence) => {
  expect(touchedInWords(aListedArticle(fields), { user, now })).toBe(sentence);
});

test.each<[Partial<ListedArticle>, boolean]>([
  [{ status: 'published', version: 3, liveVersion: 3 }, false],
  [{ status: 'published', version: 4, liveVersion: 3 }, true],
  [{ status: 'withdrawn', version: 4, liveVersion: 3 }, false],
  [{ status: 'draft', version: 4, liveVersion: null }, false],
])('knows whether %o has changes that readers do not see: %s', (fields, isSo) => {
  expect(hasUnpublishedChanges(aListedArticle(fields))).toBe(isSo);
});

test.each([
  [{ count: 0, isComplete: true }, '0', '0 bài'],
  [{ count: 99, isComplete: true }, '99', '99 bài'],
  [{ count: 100, isComplete: true }, '99+', 'hơn 99 bài'],
  [{ count: 12, isComplete: false }, '12+', 'ít nhất 12 bài'],
  [{ count: 500, isComplete: false }, '99+', 'hơn 99 bài'],
])('says the count %o as %s', (count, short, long) => {
  expect(countInWords(count)).toEqual({ short, long });
});
