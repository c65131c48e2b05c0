import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEmptyQuery, parseSearchQuery } from '../../../shared/search/parse-query.ts';

/** The syllables of each part; `~` marks those typed side by side. */
const partsOf = (text: string) => {
  const { syllables, phrases, excluded } = parseSearchQuery(text);
  const joined = (list: readonly { folded: string; isAdjacent: boolean }[]) =>
    list.map(({ folded, isAdjacent }) => (isAdjacent ? `~${folded}` : folded)).join(' ');
  return [joined(syllables), phrases.map(joined), excluded.map(joined)];
};

test.each<[string, string, string[], string[]]>([
  ['Lễ hội Hạc Vân', 'le ~hoi ~hac ~van', [], []],
  ['"đua thuyền" lễ hội', 'le ~hoi', ['dua ~thuyen'], []],
  ['“đua thuyền” «lễ hội»', '', ['dua ~thuyen', 'le ~hoi'], []],
  ['lễ hội -thuyền', 'le ~hoi', [], ['thuyen']],
  ['lễ hội −"đua thuyền"', 'le ~hoi', [], ['dua ~thuyen']],
  ['lễ -hội hạc', 'le hac', [], ['hoi']],
  ['09-NQ/TW', '09 ~nq ~tw', [], []],
  ['phường - xã', 'phuong ~xa', [], []],
  ['"mở ngoặc quên đóng', '', ['mo ~ngoac ~quen ~dong'], []],
  ['a"b c"d', 'a d', ['b ~c'], []],
  ['', '', [], []],
  ['"" - -" ?!* (', '', [], []],
  ['🎉 ☃', '', [], []],
  ['AND OR NOT NEAR(a b)', 'and ~or ~not ~near ~a ~b', [], []],
  ['title:x* ^y {z}', 'title ~x ~y ~z', [], []],
])('parses %j', (text, syllables, phrases, excluded) => {
  expect(partsOf(text)).toEqual([syllables, phrases, excluded]);
});

test('recognizes a query that searches for nothing', () => {
  expect(['', '...', '-bỏ', '🎉'].map((text) => isEmptyQuery(parseSearchQuery(text)))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['a', '"a"'].map((text) => isEmptyQuery(parseSearchQuery(text)))).toEqual([false, false]);
});

test('accepts any text and limits its length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      const { syllables, phrases, excluded } = parseSearchQuery(text);
      expect(syllables.length).toBeLessThanOrEqual(20);
      expect(phrases.length).toBeLessThanOrEqual(4);
      expect(excluded.length).toBeLessThanOrEqual(8);
    }),
  );
});
