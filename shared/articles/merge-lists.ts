import { diffIndices } from 'node-diff3';

/**
 * A part of two changed lists: unchanged or changed alike (`agreed`), changed by one side alone (`mine`, `theirs`), or by both in
 * different ways. Each side's items are complete, so that the parts together are each of the three lists.
 */
export type MergePart = {
  kind: 'agreed' | 'mine' | 'theirs' | 'contradicting';
  base: readonly string[];
  mine: readonly string[];
  theirs: readonly string[];
};

/** Items between the first and the last change up to which lists are merged: the work grows with their square. */
const itemLimit = 500;

/** Separates items while they are merged: changes of two neighbouring items do not contradict each other then. No item is empty. */
const seam = '';
const withSeams = (items: readonly string[]) => items.flatMap((item) => [item, seam]);
const withoutSeams = (items: readonly string[]) => items.filter((item) => item !== seam);

/**
 * Merges two changes of a list of texts that are not empty, in order. Changes that are too far apart count as one contradicting part.
 * https://www.cis.upenn.edu/~bcpierce/papers/diff3-short.pdf
 */
export const mergeLists = (
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): MergePart[] => {
  const start = commonStart([base, mine, theirs]);
  const tails = [base, mine, theirs].map((list) => list.slice(start));
  const end = commonStart(tails.map((list) => [...list].reverse()));
  const [o, a, b] = tails.map((list) => list.slice(0, list.length - end)) as [string[], string[], string[]];
  const middle = [o, a, b].some(({ length }) => length > itemLimit)
    ? [toPart(o, a, b, { isMine: true, isTheirs: true })]
    : mergeMiddle(withSeams(o), withSeams(a), withSeams(b));
  return [unchanged(base.slice(0, start)), ...middle, unchanged(end === 0 ? [] : base.slice(-end))].filter(
    (part) => part.base.length + part.mine.length + part.theirs.length > 0,
  );
};

/** A range of the base, and the range of one side that replaces it. */
type Hunk = { side: 'mine' | 'theirs'; from: number; to: number; sideFrom: number; sideTo: number };

const hunksOf = (base: string[], changed: string[], side: Hunk['side']): Hunk[] =>
  diffIndices(base, changed).map(({ buffer1: [from, length], buffer2: [sideFrom, sideLength] }) => ({
    side,
    from,
    to: from + length,
    sideFrom,
    sideTo: sideFrom + sideLength,
  }));

const mergeMiddle = (base: string[], mine: string[], theirs: string[]): MergePart[] => {
  const hunks = [...hunksOf(base, mine, 'mine'), ...hunksOf(base, theirs, 'theirs')].sort(
    (one, other) => one.from - other.from,
  );
  const parts: MergePart[] = [];
  let at = 0;
  while (hunks.length > 0) {
    const group = takeOverlapping(hunks);
    const from = group[0]?.from ?? at;
    const to = Math.max(...group.map((hunk) => hunk.to));
    const original = base.slice(from, to);
    const sideOf = (side: Hunk['side'], list: string[]) => {
      const [first, last] = [
        group.find((hunk) => hunk.side === side),
        group.findLast((hunk) => hunk.side === side),
      ];
      if (!first || !last) return original;
      return list.slice(first.sideFrom - (first.from - from), last.sideTo + (to - last.to));
    };
    parts.push(
      unchanged(withoutSeams(base.slice(at, from))),
      toPart(original, sideOf('mine', mine), sideOf('theirs', theirs), {
        isMine: group.some(({ side }) => side === 'mine'),
        isTheirs: group.some(({ side }) => side === 'theirs'),
      }),
    );
    at = to;
  }
  return [...parts, unchanged(withoutSeams(base.slice(at)))];
};

/** Removes the first hunk and those that overlap or touch it. */
const takeOverlapping = (hunks: Hunk[]): Hunk[] => {
  const group = hunks.splice(0, 1);
  let to = group[0]?.to ?? 0;
  while (hunks[0] && hunks[0].from <= to) {
    to = Math.max(to, hunks[0].to);
    group.push(...hunks.splice(0, 1));
  }
  return group;
};

const unchanged = (items: readonly string[]): MergePart => ({
  kind: 'agreed',
  base: items,
  mine: items,
  theirs: items,
});

const toPart = (
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  { isMine, isTheirs }: { isMine: boolean; isTheirs: boolean },
): MergePart => {
  const sides = { base: withoutSeams(base), mine: withoutSeams(mine), theirs: withoutSeams(theirs) };
  if (isMine && isTheirs) {
    const isSame =
      sides.mine.length === sides.theirs.length && sides.mine.every((item, at) => item === sides.theirs[at]);
    return { kind: isSame ? 'agreed' : 'contradicting', ...sides };
  }
  return { kind: isMine ? 'mine' : 'theirs', ...sides };
};

/** The number of items at the start that all lists share. */
const commonStart = ([first = [], ...others]: readonly (readonly string[])[]): number => {
  const differs = first.findIndex((item, at) => others.some((other) => other[at] !== item));
  return differs < 0 ? first.length : differs;
};
