import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OutlineItem } from '../../../../../functions/console/browser/article/body-outline.ts';
import { type Checked, checklist } from '../../../../../functions/console/browser/article/checklist.ts';
import { contentOf } from '../../../../../shared/articles/compare.ts';
import type { ArticleContent } from '../../../../../shared/articles/content.ts';
import { anArticle } from '../../../../support/article-fixture.ts';

const [cover, other] = ['01kb0000000000000000000001', '01kb0000000000000000000002'];
const complete = contentOf(anArticle({ cover }));

const check = (fields: Partial<ArticleContent> = {}, changes: Partial<Checked> = {}) =>
  checklist({
    content: { ...complete, ...fields },
    bodyBytes: 1000,
    outline: { items: [], hasText: true },
    pictures: new Map([[cover, 'described']]),
    categories: ['tin-hoat-dong', 'trang'],
    ...changes,
  });
const withItems = (...items: OutlineItem[]) => check({}, { outline: { items, hasText: true } });
const heading = (level: number, block = 0): OutlineItem => ({ kind: 'heading', level, text: 'Mục', block });

test('finds nothing wrong with a complete article', () => {
  expect(check()).toEqual([]);
});

test.each<[string, Partial<ArticleContent>, Partial<Checked>, object[]]>([
  ['no title', { title: '  ' }, {}, [{ severity: 'blocks', place: { field: 'title' } }]],
  ['a long title', { title: 'Tin '.repeat(31) }, {}, [{ severity: 'advice', place: { field: 'title' } }]],
  [
    'a title that is too long',
    { title: 'tin '.repeat(100) },
    {},
    [{ severity: 'blocks', place: { field: 'title' } }],
  ],
  [
    'a title in capitals',
    { title: 'THÔNG BÁO LỊCH TIÊM CHỦNG' },
    {},
    [{ severity: 'advice', place: { field: 'title' } }],
  ],
  ['abbreviations', { title: 'UBND, HĐND, MTTQ' }, {}, []],
  ['a number as title', { title: '30 4 2026 1' }, {}, []],
  ['no category', { category: '' }, {}, [{ severity: 'blocks', place: { field: 'category' } }]],
  ['a category that is gone', { category: 'cu' }, {}, [{ severity: 'blocks', place: { field: 'category' } }]],
  ['unknown categories', { category: 'cu' }, { categories: null }, []],
  ['no summary', { summary: '' }, {}, [{ severity: 'advice', place: { field: 'summary' } }]],
  ['no cover', { cover: null }, {}, [{ severity: 'advice', place: { field: 'cover' } }]],
  [
    'an empty body',
    {},
    { outline: { items: [], hasText: false } },
    [{ severity: 'advice', place: { field: 'body' } }],
  ],
  ['a body that is too long', {}, { bodyBytes: 300_001 }, [{ severity: 'blocks', place: { field: 'body' } }]],
  [
    'a cover that is gone',
    {},
    { pictures: new Map([[cover, 'missing']]) },
    [{ severity: 'blocks', place: { field: 'cover' } }],
  ],
  [
    'a cover without description',
    {},
    { pictures: new Map([[cover, 'undescribed']]) },
    [{ severity: 'blocks', place: { image: cover } }],
  ],
  ['a cover whose state is unknown', {}, { pictures: new Map() }, []],
  [
    'a picture without description used twice',
    { gallery: [{ image: other, caption: '' }] },
    {
      outline: { items: [{ kind: 'picture', image: other, block: 3 }], hasText: true },
      pictures: new Map([[other, 'undescribed']]),
    },
    [{ severity: 'blocks', place: { image: other }, text: 'Ảnh thứ 1 trong bài chưa có mô tả.' }],
  ],
])('%s', (_, fields, changes, expected) => {
  expect(check(fields, changes)).toEqual(expected.map((finding) => expect.objectContaining(finding)));
});

test.each<[number[], number[]]>([
  [[2, 3, 4, 2, 3], []],
  [[2, 4], [1]],
  [[3], [0]],
  [[2, 3, 2, 4, 4], [3]],
])('headings of levels %j: skipped at %j', (levels, skipped) => {
  const findings = withItems(...levels.map((level, block) => heading(level, block)));
  expect(findings.map(({ place }) => place)).toEqual(skipped.map((block) => ({ block })));
});

test.each([
  ['tại đây', true],
  ['TẠI ĐÂY!', true],
  ['>> Xem thêm', true],
  ['Click vào đây', true],
  ['ta\u0323i đây', true],
  ['Quyết định 12/QĐ-UBND', false],
  ['xem Quyết định tại đây nhé', false],
])('link text %j says nothing: %s', (text, isEmpty) => {
  expect(withItems({ kind: 'link', text, block: 2 }).length).toBe(isEmpty ? 1 : 0);
});

test('asks for header cells', () => {
  expect(withItems({ kind: 'table', hasHeader: false, block: 1 }).map(({ place }) => place)).toEqual([
    { block: 1 },
  ]);
  expect(withItems({ kind: 'table', hasHeader: true, block: 1 })).toEqual([]);
});

test('each line says something of its own place, and what blocks comes first', () => {
  const items = fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant('heading'),
        level: fc.integer({ min: 2, max: 4 }),
        text: fc.string(),
        block: fc.nat(),
      }),
      fc.record({
        kind: fc.constant('link'),
        text: fc.oneof(fc.string(), fc.constant('đây')),
        block: fc.nat(),
      }),
      fc.record({ kind: fc.constant('table'), hasHeader: fc.boolean(), block: fc.nat() }),
      fc.record({ kind: fc.constant('picture'), image: fc.constantFrom(cover, other), block: fc.nat() }),
    ),
  ) as fc.Arbitrary<OutlineItem[]>;
  fc.assert(
    fc.property(items, fc.constantFrom('described', 'undescribed', 'missing'), (found, state) => {
      const findings = check(
        {},
        { outline: { items: found, hasText: false }, pictures: new Map([[other, state]]) },
      );
      const severities = findings.map(({ severity }) => severity);
      expect(severities).toEqual(
        [...severities].sort((a, b) => Number(b === 'blocks') - Number(a === 'blocks')),
      );
      const places = new Set(found.map(({ block }) => block));
      for (const { text, place } of findings) {
        expect(text.trim()).toMatch(/[.;]$/);
        if ('block' in place) expect(places.has(place.block)).toBe(true);
      }
    }),
  );
});
