import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../../shared/articles/body-blocks.ts';
import { elementsOf } from '../../../shared/articles/body-elements.ts';
import { compare, contentOf } from '../../../shared/articles/compare.ts';
import { compareThreeWay } from '../../../shared/articles/three-way.ts';
import { anArticle } from '../../support/article-fixture.ts';

const content = (fields: Parameters<typeof anArticle>[0] = {}) => contentOf(anArticle(fields));
const bodyOf = (paragraphs: readonly string[]) => paragraphs.map((text) => `<p>${text}</p>`).join('');
const compareBodies = (before: string, after: string) =>
  compare(content({ body: before }), content({ body: after })).body;

/** One side of a comparison. */
const sideOf = (body: ReturnType<typeof compareBodies>, without: 'added' | 'removed') =>
  body
    .map(({ words }) =>
      words
        .filter(({ change }) => change !== without)
        .map(({ text }) => text)
        .join(''),
    )
    .filter((text) => text !== '');

const word = fc.constantFrom('phường', 'Hạc', 'Vân', 'họp', 'tổ', 'dân', 'phố', '5', 'ngày', 'mai,', 'đường');
const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const paragraphs = fc.array(paragraph, { maxLength: 8 });

describe('a comparison', () => {
  test('lists changed words in a paragraph, a removed paragraph and an added one', () => {
    const before = '<p>Họp lúc 7 giờ tại hội trường.</p><p>Mời bà con.</p><h2>Liên hệ</h2>';
    const after = '<p>Họp lúc 8 giờ tại hội trường.</p><h2>Liên hệ</h2><p>Điện thoại 0200 000 1234</p>';
    expect(compareBodies(before, after)).toEqual([
      {
        kind: 'p',
        change: 'changed',
        words: [
          { change: 'same', text: 'Họp lúc ' },
          { change: 'removed', text: '7' },
          { change: 'added', text: '8' },
          { change: 'same', text: ' giờ tại hội trường.' },
        ],
      },
      { kind: 'p', change: 'removed', words: [{ change: 'removed', text: 'Mời bà con.' }] },
      { kind: 'h2', change: 'same', words: [{ change: 'same', text: 'Liên hệ' }] },
      { kind: 'p', change: 'added', words: [{ change: 'added', text: 'Điện thoại 0200 000 1234' }] },
    ]);
  });

  test('shows a changed link target', () => {
    const link = (href: string) =>
      `<p>Xem <a href="${href}" rel="nofollow noopener">tại đây</a> nhé bà con</p>`;
    const [block] = compareBodies(link('https://a.example/'), link('https://bet.example/'));
    expect(block?.change).toBe('changed');
    expect(JSON.stringify(block)).toContain('bet');
  });

  test('lists changed fields, texts word by word', () => {
    const found = compare(content(), content({ title: 'Phường Hạc Vân ra quân trồng cây', tags: ['cây'] }));
    expect(found.fields.map(({ field }) => field).sort()).toEqual(['tags', 'title']);
    expect(found.fields.find(({ field }) => field === 'title')?.words).toContainEqual({
      change: 'added',
      text: 'trồng',
    });
    expect(found.body.every(({ change }) => change === 'same')).toBe(true);
  });

  test('reproduces both of any two bodies', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, (before, after) => {
        const body = compareBodies(bodyOf(before), bodyOf(after));
        expect(sideOf(body, 'added').sort()).toEqual(before.toSorted());
        expect(sideOf(body, 'removed')).toEqual(after);
      }),
    );
  });

  const kb300 = 300_000;
  const words = (seed: number, count: number) =>
    Array.from({ length: count }, (_, n) => ((n * seed) % 99_991).toString(36)).join(' ');
  test.each<[string, string, string]>([
    [
      'one paragraph each, with no word in common',
      `<p>${words(7, 55_000)}</p>`,
      `<p>${words(11, 55_000)}</p>`,
    ],
    ['nothing but empty elements', '<p>a</p>'.repeat(kb300 / 8), '<p>b</p>'.repeat(kb300 / 8)],
    [
      'thousands of paragraphs, each changed a little',
      bodyOf(Array.from({ length: 5000 }, (_, n) => `Đoạn ${n} ${words(13, 4)} cũ`)),
      bodyOf(Array.from({ length: 5000 }, (_, n) => `Đoạn ${n} ${words(13, 4)} mới`)),
    ],
  ])('compares 300 kB of %s', (_, before, after) => {
    const body = compareBodies(before, after);
    expect(sideOf(body, 'removed')).toEqual(blocksOf(after).map(({ text }) => text));
  });
});

describe('two concurrent changes', () => {
  const [a, b, c, d] = ['<p>một</p>', '<ul><li>hai</li></ul>', '<p>ba</p>', '<p>bốn</p>'] as const;
  const base = { ...content({ body: a + b + c }), version: 3 };

  test('merge when they touch different fields and paragraphs', () => {
    const mine = { ...base, body: `<p>một, sửa</p>${b}${c}`, title: 'Tiêu đề của tôi' };
    const theirs = { ...base, body: a + b + c + d, summary: 'Tóm tắt của họ' };
    const found = compareThreeWay(base, mine, theirs);
    expect(found).toMatchObject({ base: 3, isMerged: true });
    expect(
      Object.fromEntries(found.fields.map(({ field, changedBy, merged }) => [field, [changedBy, merged]])),
    ).toEqual({
      title: ['mine', 'Tiêu đề của tôi'],
      summary: ['theirs', 'Tóm tắt của họ'],
      body: ['both', `<p>một, sửa</p>${b}${c}${d}`],
    });
  });

  test('conflict in the same title or paragraph, and are not merged', () => {
    const mine = { ...base, title: 'Của tôi', body: `<p>một của tôi</p>${b}${c}` };
    const theirs = { ...base, title: 'Của họ', body: `<p>một của họ</p>${b}${c}` };
    const found = compareThreeWay(base, mine, theirs);
    expect(found.isMerged).toBe(false);
    for (const field of found.fields) {
      expect(field.changedBy).toBe('both');
      expect(field).not.toHaveProperty('merged');
    }
    expect(found.fields[0]).toMatchObject({
      field: 'title',
      base: base.title,
      mine: 'Của tôi',
      theirs: 'Của họ',
    });
  });

  test('do not conflict when they are equal', () => {
    const both = { ...base, title: 'Như nhau' };
    expect(compareThreeWay(base, both, both)).toMatchObject({
      isMerged: true,
      fields: [{ merged: 'Như nhau' }],
    });
  });

  test('merge in a body of any length when they are near each other, and are not merged when they are far apart', () => {
    const same = Array(20_000).fill('như nhau');
    const changed = (...at: number[]) => {
      const paragraphs = [...same];
      for (const index of at) paragraphs[index] = `sửa ${index}`;
      return bodyOf(paragraphs);
    };
    const merge = (mine: number, theirs: number) =>
      compareThreeWay(
        { ...base, body: bodyOf(same) },
        { ...base, body: changed(mine) },
        { ...base, body: changed(theirs) },
      ).fields[0]?.merged;
    expect(merge(9_000, 9_100)).toBe(changed(9_000, 9_100));
    expect(merge(0, 19_999)).toBeUndefined();
  });

  test('merge to every added paragraph and no removed one', () => {
    const lines = fc.uniqueArray(paragraph, { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(lines, lines, fc.nat(), (before, added, at) => {
        const cut = at % before.length;
        const mine = { ...base, body: bodyOf(before.toSpliced(cut, 1)) };
        const theirs = { ...base, body: bodyOf([...before, ...added.map((text) => `mới: ${text}`)]) };
        const [field] = compareThreeWay({ ...base, body: bodyOf(before) }, mine, theirs).fields.filter(
          (candidate) => candidate.field === 'body',
        );
        if (cut === before.length - 1) return; // Both touched the end.
        expect(elementsOf(String(field?.merged))).toEqual(
          elementsOf(bodyOf([...before.toSpliced(cut, 1), ...added.map((text) => `mới: ${text}`)])),
        );
      }),
    );
  });
});
