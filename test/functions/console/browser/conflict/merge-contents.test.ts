import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Choices,
  canKeepBoth,
  chosenContent,
  mergeContents,
  type Side,
  undecidedCount,
} from '../../../../../functions/console/browser/conflict/merge-contents.ts';
import { elementsOf } from '../../../../../shared/articles/body-elements.ts';
import type { ArticleContent } from '../../../../../shared/articles/content.ts';
import { compareThreeWay } from '../../../../../shared/articles/three-way.ts';
import { emptyContent } from '../../../../support/draft-office.ts';

const bodyOf = (words: readonly string[]) => words.map((word) => `<p>${word}</p>`).join('');
const text = fc.constantFrom('một', 'hai', 'ba');
const content = fc
  .record({
    title: text,
    summary: text,
    tags: fc.uniqueArray(text, { maxLength: 3 }),
    cover: fc.constantFrom(null, '01kb0000000000000000000000'),
    words: fc.array(fc.constantFrom(...'abcdef'), { maxLength: 7 }),
  })
  .map(({ words, ...fields }): ArticleContent => ({ ...emptyContent, ...fields, body: bodyOf(words) }));
/** Paragraphs of two people who never write the same one. */
const ownWords = (prefix: string) =>
  fc.uniqueArray(fc.nat({ max: 9 }), { maxLength: 4 }).map((list) => list.map((n) => `${prefix}${n}`));

const choosing = (merge: ReturnType<typeof mergeContents>, side: Side): Choices =>
  Object.fromEntries(
    [...merge.fields, ...merge.body]
      .filter(({ kind }) => kind === 'contradicting')
      .map((difference) => [difference.key, side === 'both' && !canKeepBoth(difference) ? 'mine' : side]),
  );

describe('merging two contents', () => {
  const base = { ...emptyContent, tags: ['họp'], body: bodyOf(['một', 'hai', 'ba']) };

  test('takes each side’s own changes, and asks about contradictions', () => {
    const mine = { ...base, title: 'Của tôi', body: bodyOf(['một', 'hai của tôi', 'ba', 'bốn']) };
    const theirs = { ...base, title: 'Của họ', source: 'Báo', body: bodyOf(['một sửa', 'hai của họ', 'ba']) };
    const merge = mergeContents(base, mine, theirs);
    expect(merge.fields.map(({ key, kind }) => [key, kind])).toEqual([
      ['title', 'contradicting'],
      ['source', 'theirs'],
    ]);
    expect(undecidedCount(merge, {})).toBe(2);
    expect(chosenContent(merge, { title: 'mine' }, mine)).toBe(null);
    const part = merge.body.find(({ kind }) => kind === 'contradicting');
    expect(chosenContent(merge, { title: 'theirs', [String(part?.key)]: 'both' }, mine)).toEqual({
      ...base,
      title: 'Của họ',
      source: 'Báo',
      body: bodyOf(['một sửa', 'hai của tôi', 'hai của họ', 'ba', 'bốn']),
    });
  });

  test('lets a change of one side be taken back', () => {
    const mine = { ...base, title: 'Của tôi' };
    const merge = mergeContents(base, mine, base);
    expect(chosenContent(merge, { title: 'theirs' }, mine)).toEqual(base);
  });

  test('keeps entries of lists together', () => {
    const [mine, theirs] = [
      { ...base, tags: ['họp', 'tổ 5'] },
      { ...base, tags: ['họp', 'tổ 6'] },
    ];
    const merge = mergeContents(base, mine, theirs);
    expect(chosenContent(merge, { tags: 'both' }, mine)?.tags).toEqual(['họp', 'tổ 5', 'tổ 6']);
  });

  test('is the merge of the server where nothing contradicts', () => {
    fc.assert(
      fc.property(content, content, content, (from, mine, theirs) => {
        const merge = mergeContents(from, mine, theirs);
        const compared = compareThreeWay({ ...from, version: 1 }, mine, theirs);
        expect(undecidedCount(merge, {}) === 0).toBe(compared.isMerged);
        if (!compared.isMerged) return;
        const merged = Object.fromEntries(compared.fields.map(({ field, merged }) => [field, merged]));
        expect(chosenContent(merge, {}, mine)).toEqual({ ...from, ...merged });
      }),
    );
  });

  test('with mine chosen gives mine where both changed, and theirs where only they did', () => {
    fc.assert(
      fc.property(content, content, content, (from, mine, theirs) => {
        const merge = mergeContents(from, mine, theirs);
        const chosen = chosenContent(merge, choosing(merge, 'mine'), mine);
        for (const field of ['title', 'summary', 'tags', 'cover'] as const) {
          const isTheirsAlone = JSON.stringify(from[field]) === JSON.stringify(mine[field]);
          expect(chosen?.[field]).toEqual((isTheirsAlone ? theirs : mine)[field]);
        }
        expect(elementsOf(chosen?.body ?? '')).toEqual(
          merge.body.flatMap((part) => (part.kind === 'theirs' ? part.theirs : part.mine)),
        );
      }),
    );
  });

  test('with both kept loses no new paragraph and doubles none', () => {
    fc.assert(
      fc.property(ownWords('c'), ownWords('m'), ownWords('t'), fc.nat(), (common, own, other, at) => {
        const put = (words: string[]) => common.toSpliced(at % (common.length + 1), 0, ...words);
        const mine = { ...emptyContent, body: bodyOf(put([...own, 'chung'])) };
        const theirs = { ...emptyContent, body: bodyOf(put([...other, 'chung'])) };
        const merge = mergeContents({ ...emptyContent, body: bodyOf(common) }, mine, theirs);
        const chosen = chosenContent(merge, choosing(merge, 'both'), mine);
        expect(elementsOf(chosen?.body ?? '').sort()).toEqual(
          elementsOf(bodyOf([...common, ...own, ...other, 'chung'])).sort(),
        );
      }),
    );
  });
});
