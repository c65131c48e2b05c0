import { expect, test } from 'vitest';
import { contentOf } from '../../../shared/articles/compare.ts';
import { deleteArticle, reviewStep, saveArticle } from '../../../shared/articles/edit.ts';
import type { LiveArticle } from '../../../shared/articles/live-article.ts';
import { publishArticle, withdrawArticle } from '../../../shared/articles/publish.ts';
import { anArticle } from '../../support/article-fixture.ts';

const now = new Date('2026-05-04T03:00:00.000Z');
const step = { actor: { name: 'khai.phung', role: 'editor' as const }, now };
const past = '2025-10-22T01:30:00.000Z';
const future = '2026-06-01T00:00:00.000Z';

test.each([
  {
    given: 'a draft, no date',
    before: anArticle(),
    asked: undefined,
    published: now.toISOString(),
    updated: now.toISOString(),
  },
  { given: 'a draft, back-dated', before: anArticle(), asked: past, published: past, updated: past },
  { given: 'a draft, scheduled', before: anArticle(), asked: future, published: future, updated: future },
  {
    given: 'a live article corrected',
    before: anArticle({ status: 'published', publishedAt: past, liveVersion: 1 }),
    asked: undefined,
    published: past,
    updated: now.toISOString(),
  },
  {
    given: 'a scheduled article corrected before its time',
    before: anArticle({ status: 'published', publishedAt: future, liveVersion: 1 }),
    asked: undefined,
    published: future,
    updated: future,
  },
])(
  'sets publishedAt $published and updatedAt $updated when publishing $given',
  ({ before, asked, published, updated }) => {
    const change = publishArticle(before, { publishedAt: asked, pictures: [] }, step);
    expect(change.live).toMatchObject({ publishedAt: published, updatedAt: updated, version: 2 });
    expect(change.article).toMatchObject({
      status: 'published',
      publishedAt: published,
      version: 2,
      liveVersion: 2,
    });
  },
);

const live = anArticle({ status: 'published', publishedAt: past, liveVersion: 1, liveUpdatedAt: past });

test.each([
  ['quietly keeps the date of update', live, { quiet: true }, past],
  ['moves the date of update', live, {}, now.toISOString()],
  [
    'takes the date of update it is given',
    live,
    { updatedAt: '2026-01-01T00:00:00.000Z' },
    '2026-01-01T00:00:00.000Z',
  ],
])('publishes a correction %s', (_, before, asked, updatedAt) => {
  const change = publishArticle(before, { ...asked, pictures: [] }, step);
  expect(change.live).toMatchObject({ publishedAt: past, updatedAt });
  expect(change.article.liveUpdatedAt).toBe(updatedAt);
});

test('resets both dates of an expired article that is published again', () => {
  const ended = { ...live, withdrawAt: '2026-05-01T00:00:00.000Z' };
  expect(publishArticle(ended, { pictures: [] }, step).live).toMatchObject({
    publishedAt: now.toISOString(),
    withdrawAt: null,
  });
});

test.each([
  [
    'an end before its beginning',
    { publishedAt: future, withdrawAt: '2026-05-05T00:00:00.000Z' },
    'withdrawAt',
  ],
  ['an end at its beginning', { publishedAt: future, withdrawAt: future }, 'withdrawAt'],
  ['an end that is over', { publishedAt: past, withdrawAt: '2026-01-01T00:00:00.000Z' }, 'withdrawAt'],
  [
    'an update before it was published',
    { publishedAt: past, updatedAt: '2020-01-01T00:00:00.000Z' },
    'updatedAt',
  ],
  ['an update that is to come', { publishedAt: past, updatedAt: future }, 'updatedAt'],
])('refuses a publication with %s', (_, asked, field) => {
  expect(() => publishArticle(anArticle(), { ...asked, pictures: [] }, step)).toThrow(
    expect.objectContaining({ code: 'invalid_fields', fields: [expect.objectContaining({ field })] }),
  );
});

test('never decreases the times of an article when a clock is set back', () => {
  const late = anArticle({ updatedAt: '2026-05-04T04:00:00.000Z' });
  const change = saveArticle(late, contentOf(late), step);
  expect(change.article).toMatchObject({ version: 2, updatedAt: late.updatedAt });
});

test('summarizes a live article by its first words without a summary', () => {
  const live = publishArticle(anArticle({ summary: '' }), { publishedAt: undefined, pictures: [] }, step)
    .live as LiveArticle;
  expect(live.summary).toBe('Sáng thứ Bảy, bờ kè sông Lam Vân đông người hơn mọi ngày.');
});

test('leaves the live version alone when a published article is saved', () => {
  const before = anArticle({ status: 'published', publishedAt: past, liveVersion: 1 });
  const content = { ...contentOf(before), title: `${before.title} lần 2` };
  const change = saveArticle(before, content, step);
  expect(change).toMatchObject({ live: 'unchanged', previousVersion: 1 });
  expect(change.article).toMatchObject({
    version: 2,
    liveVersion: 1,
    updatedBy: 'khai.phung',
    createdBy: 'lan.tran',
  });
  expect(change.article.slug).toBe('phuong-hac-van-ra-quan-don-ve-sinh-lan-2');
});

test('resets the publication date of a withdrawn article', () => {
  const before = anArticle({ status: 'published', publishedAt: past, liveVersion: 1 });
  const { article, live } = withdrawArticle(before, step);
  expect(live).toBe('removed');
  expect(publishArticle(article, { publishedAt: undefined, pictures: [] }, step).article.publishedAt).toBe(
    now.toISOString(),
  );
});

test('increments the version when a draft is deleted', () => {
  expect(deleteArticle(anArticle(), step)).toMatchObject({
    action: 'delete',
    previousVersion: 1,
    article: { version: 2 },
  });
});

test('claims the old addresses of a draft when somebody who may publish saves or publishes it', () => {
  const author = { ...step, actor: { name: 'lan.tran', role: 'author' as const } };
  const content = { ...contentOf(anArticle()), oldUrls: ['/cu.html'] };
  const proposed = saveArticle(anArticle(), content, author);
  expect(proposed.article).toMatchObject({ oldUrls: ['/cu.html'], claimedUrls: [] });
  expect(proposed.oldUrls).toEqual({ added: [], removed: [] });

  const inReview = { ...proposed.article, status: 'in_review' as const };
  expect(reviewStep(inReview, 'return', step).oldUrls.added).toEqual([]);
  expect(publishArticle(inReview, { pictures: [] }, step).oldUrls.added).toEqual(['/cu.html']);

  const { article: claimed } = saveArticle(proposed.article, content, step);
  expect(claimed.claimedUrls).toEqual(['/cu.html']);
  expect(saveArticle(claimed, contentOf(anArticle()), author).oldUrls.removed).toEqual([]);
  expect(saveArticle(claimed, contentOf(anArticle()), step).oldUrls.removed).toEqual(['/cu.html']);
  expect(deleteArticle(claimed, author).oldUrls.removed).toEqual(['/cu.html']);
});
