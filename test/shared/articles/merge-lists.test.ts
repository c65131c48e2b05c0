import fc from 'fast-check';
import { diff3Merge } from 'node-diff3';
import { describe, expect, test } from 'vitest';
import { type MergePart, mergeLists } from '../../../shared/articles/merge-lists.ts';

const item = fc.constantFrom(...'abcdefgh');
const list = fc.array(item, { maxLength: 10 });
const sideOf = (parts: readonly MergePart[], side: 'base' | 'mine' | 'theirs') =>
  parts.flatMap((part) => part[side]);
const kindsOf = (parts: readonly MergePart[]) => parts.map(({ kind }) => kind);

describe('merging two changes of a list', () => {
  test.each<[string, string, string, string, MergePart['kind'][]]>([
    ['nothing changed', 'abc', 'abc', 'abc', ['agreed']],
    ['only I changed', 'abc', 'axc', 'abc', ['agreed', 'mine', 'agreed']],
    ['only they removed', 'abc', 'abc', 'ac', ['agreed', 'theirs', 'agreed']],
    ['neighbours', 'abc', 'xbc', 'ayc', ['mine', 'theirs', 'agreed']],
    ['the same item', 'abc', 'axc', 'ayc', ['agreed', 'contradicting', 'agreed']],
    ['alike', 'abc', 'axc', 'axc', ['agreed', 'agreed', 'agreed']],
    ['one removed what the other changed', 'abc', 'ac', 'axc', ['agreed', 'contradicting', 'agreed']],
    ['both added at the end', 'a', 'ab', 'ac', ['agreed', 'contradicting']],
    ['from nothing', '', 'a', '', ['mine']],
  ])('%s', (_, base, mine, theirs, kinds) => {
    expect(kindsOf(mergeLists([...base], [...mine], [...theirs]))).toEqual(kinds);
  });

  test('keeps every item of each side once, and changes only what a side changed', () => {
    fc.assert(
      fc.property(list, list, list, (base, mine, theirs) => {
        const parts = mergeLists(base, mine, theirs);
        expect(sideOf(parts, 'base')).toEqual(base);
        expect(sideOf(parts, 'mine')).toEqual(mine);
        expect(sideOf(parts, 'theirs')).toEqual(theirs);
        for (const part of parts) {
          if (part.kind === 'mine') expect(part.theirs).toEqual(part.base);
          if (part.kind === 'theirs') expect(part.mine).toEqual(part.base);
          if (part.kind === 'agreed') expect(part.mine).toEqual(part.theirs);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('is diff3 with a separator after each item', () => {
    const seams = (items: readonly string[]) => items.flatMap((text) => [text, '']);
    fc.assert(
      fc.property(list, list, list, (base, mine, theirs) => {
        const parts = mergeLists(base, mine, theirs);
        if (kindsOf(parts).includes('contradicting')) return;
        const merged = diff3Merge(seams(mine), seams(base), seams(theirs), { excludeFalseConflicts: true });
        expect(merged.some((part) => 'conflict' in part && part.conflict)).toBe(false);
        expect(parts.flatMap((part) => (part.kind === 'theirs' ? part.theirs : part.mine))).toEqual(
          merged.flatMap((part) => ('ok' in part && part.ok) || []).filter((text) => text !== ''),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('takes changes that are too far apart as one', () => {
    const base = Array.from({ length: 2000 }, (_, n) => `đoạn ${n}`);
    const parts = mergeLists(base, base.with(10, 'của tôi'), base.with(1900, 'của họ'));
    expect(kindsOf(parts)).toEqual(['agreed', 'contradicting', 'agreed']);
    expect(sideOf(parts, 'mine')).toEqual(base.with(10, 'của tôi'));
  });
});
