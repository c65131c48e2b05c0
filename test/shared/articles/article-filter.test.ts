import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ArticleFilter,
  type ArticleListName,
  articleListName,
  articlePredicate,
  statusesOf,
} from '../../../shared/articles/article-filter.ts';
import { articleStatus } from '../../../shared/articles/state.ts';
import type { Role } from '../../../shared/http/actor.ts';
import { anArticle } from '../../support/article-fixture.ts';

const now = new Date('2026-11-28T03:00:00.000Z');
const [past, future] = ['2026-11-28T02:59:59.999Z', '2026-11-28T03:00:00.001Z'];
const viewer = (role: Role = 'editor', name = 'lan') => ({ actor: { name, role }, now });
const isListed = (filter: ArticleFilter, item: Parameters<typeof anArticle>[0], by = viewer()) =>
  articlePredicate(filter, by)(anArticle(item));

/** Articles by their state, and the lists beside `all` that an editor who did not write them finds them in. */
test.each<[string, Parameters<typeof anArticle>[0], ArticleListName[]]>([
  ['a draft', { status: 'draft' }, ['draft']],
  ['in review', { status: 'in_review' }, ['in_review', 'waiting']],
  ['returned to somebody', { status: 'returned', createdBy: 'minh' }, ['returned']],
  ['returned to the editor', { status: 'returned', createdBy: 'lan' }, ['returned', 'waiting']],
  ['approved', { status: 'approved' }, ['approved', 'waiting']],
  ['scheduled', { status: 'published', publishedAt: future }, ['published', 'scheduled']],
  ['live', { status: 'published', publishedAt: past }, ['published', 'live']],
  ['live until later', { status: 'published', publishedAt: past, withdrawAt: future }, ['published', 'live']],
  [
    'live until now',
    { status: 'published', publishedAt: past, withdrawAt: past },
    ['published', 'withdrawn'],
  ],
  ['withdrawn', { status: 'withdrawn', publishedAt: past }, ['withdrawn']],
])('an article that is %s is in its lists, and in no other', (_, item, lists) => {
  const found = articleListName.options.filter((list) => isListed({ list }, item));
  expect(found.sort()).toEqual([...lists, 'all'].sort());
  // A list that holds an article reads the status under which it is stored.
  for (const list of found) expect(statusesOf(list)).toContain(anArticle(item).status);
});

test('only a returned article waits for its author', () => {
  const waiting = articleStatus.options.filter((status) =>
    isListed({ list: 'waiting' }, { status, createdBy: 'an' }, viewer('author', 'an')),
  );
  expect(waiting).toEqual(['returned']);
});

const title = 'Họp Tổ dân phố về quỹ “Đền ơn đáp nghĩa”';
test.each([
  ['', true],
  ['họp tổ', true],
  ['tổ HỌP', true],
  ['hop to dan pho', true],
  ['nghia den', true],
  ['dap ngh', true],
  ['quĩ', true],
  ['“đền ơn”', true],
  ['…', true],
  ['họp tỉnh', false],
  ['hopto', false],
  ['ọp', false],
  ['x'.repeat(100), false],
])('the words “%s” are in the title: %s', (words, isFound) => {
  expect(isListed({ list: 'all', words }, { title })).toBe(isFound);
});

const names = fc.constantFrom('an', 'lan', 'minh');
const categories = fc.constantFrom('tin-tuc', 'thong-bao', 'trang');
const words = fc.constantFrom('họp', 'Tổ', 'đường', 'duong', 'quỹ', 'lịch');
const plain = new Map([
  ['họp', 'hop'],
  ['Tổ', 'to'],
  ['đường', 'duong'],
  ['quỹ', 'qui'],
  ['lịch', 'lich'],
]);
const fold = (word: string) => plain.get(word) ?? word;

const articles = fc.record({
  status: fc.constantFrom(...articleStatus.options),
  createdBy: names,
  category: categories,
  title: fc.array(words, { minLength: 1, maxLength: 5 }),
});

test('what is narrowed to is what a plain model finds', () => {
  fc.assert(
    fc.property(
      articles,
      fc.record({
        category: fc.option(categories, { nil: undefined }),
        createdBy: fc.option(names, { nil: undefined }),
        words: fc.array(words, { maxLength: 3 }),
      }),
      fc.constantFrom<Role>('author', 'editor', 'admin'),
      names,
      (item, filter, role, name) => {
        const model =
          (role !== 'author' || item.createdBy === name) &&
          (filter.category ?? item.category) === item.category &&
          (filter.createdBy ?? item.createdBy) === item.createdBy &&
          filter.words.every((word) => item.title.map(fold).includes(fold(word)));
        const query = { list: 'all' as const, ...filter, words: filter.words.join(' ') };
        expect(isListed(query, { ...item, title: item.title.join(' ') }, viewer(role, name))).toBe(model);
      },
    ),
  );
});

test('an author finds nothing of others in any list, by any words', () => {
  fc.assert(
    fc.property(
      articles,
      fc.constantFrom(...articleListName.options),
      fc.option(categories, { nil: undefined }),
      fc.option(names, { nil: undefined }),
      (item, list, category, createdBy) => {
        const found = isListed(
          { list, category, createdBy, words: '' },
          { ...item, title: item.title.join(' ') },
          viewer('author', 'an'),
        );
        expect(found && item.createdBy !== 'an').toBe(false);
      },
    ),
  );
});
