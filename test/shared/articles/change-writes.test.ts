import { expect, test } from 'vitest';
import type { Article } from '../../../shared/articles/article.ts';
import type { Change, StepContext } from '../../../shared/articles/change.ts';
import { changeWrites } from '../../../shared/articles/change-writes.ts';
import { createArticle, deleteArticle, reviewStep, saveArticle } from '../../../shared/articles/edit.ts';
import { publishArticle, withdrawArticle } from '../../../shared/articles/publish.ts';
import { contentIndexes } from '../../../shared/table/content-indexes.ts';
import { anArticle } from '../../support/article-fixture.ts';

const context: StepContext = {
  actor: { name: 'lan', role: 'editor' },
  now: new Date('2026-11-28T05:00:00Z'),
};
const content = anArticle({ title: 'Chưa đăng', tags: ['Chợ'] });
const live = anArticle({ status: 'published', publishedAt: '2026-11-01T00:00:00.000Z', liveVersion: 1 });

const steps: [string, (article: Article) => Change, Article][] = [
  ['creating', ({ id }) => createArticle(content, id, context), anArticle()],
  ['saving a draft', (article) => saveArticle(article, content, context), anArticle()],
  ['saving over a live version', (article) => saveArticle(article, content, context), live],
  ['submitting', (article) => reviewStep(article, 'submit', context), anArticle()],
  [
    'publishing',
    (article) => publishArticle(article, { pictures: [] }, context),
    anArticle({ tags: ['Chợ'] }),
  ],
  ['correcting', (article) => publishArticle(article, { pictures: [] }, context), live],
  ['withdrawing', (article) => withdrawArticle(article, context), live],
  ['deleting', (article) => deleteArticle(article, context), anArticle()],
];

/** The attributes by which an item is in an index that the readers' functions may query. */
const readersAttributes = [
  contentIndexes.siteFeed.partition,
  contentIndexes.categoryFeed.partition,
  contentIndexes.siteFeed.sort,
];

test.each(steps)('%s puts no draft where the readers’ functions may read', (name, step, article) => {
  const written = changeWrites('hac-van', step(article)).flatMap((write) =>
    'put' in write ? [write.put] : [],
  );
  const partition = (item: Record<string, unknown>) => String(item.pk).split('#')[1];
  const drafts = written.filter((item) => ['ARTICLE', 'CHANGES'].includes(partition(item) ?? ''));
  expect(drafts.length).toBeGreaterThanOrEqual(1);
  for (const item of drafts)
    for (const attribute of readersAttributes) expect(item).not.toHaveProperty(attribute);
  const readable = written.filter((item) => !drafts.includes(item));
  if (!['publishing', 'correcting'].includes(name)) expect(readable).toEqual([]);
  for (const item of readable) expect(partition(item)).toMatch(/^(LIVE|TAG)$/);
});
