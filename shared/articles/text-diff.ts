import { diffArrays, diffWordsWithSpace } from 'diff';

/** A piece of text that is in both versions, or in one of them. */
export type Piece = { change: 'same' | 'added' | 'removed'; text: string };

/** Edits after which two texts count as different: the work grows with their square. */
const wordEditLimit = 300;
const blockEditLimit = 600;
/** Work of one comparison in total, in squared edits: well under a second. */
const workLimit = 1_000_000;
/** The cost of starting a comparison, in the same unit. */
const pairCost = 50;

/** Compares words within a budget of work; beyond it, whole texts count as replaced. */
export const wordDiffer = () => {
  let workLeft = workLimit;
  return (before: string, after: string): Piece[] => {
    const maxEditLength = Math.min(wordEditLimit, Math.floor(Math.sqrt(workLeft)));
    const found = maxEditLength > 0 ? diffWordsWithSpace(before, after, { maxEditLength }) : undefined;
    const edits = found?.reduce((sum, part) => sum + (part.added || part.removed ? part.count : 0), 0);
    workLeft = Math.max(
      0,
      workLeft - (edits ?? maxEditLength) ** 2 - before.length - after.length - pairCost,
    );
    if (found) return found.map((part) => ({ change: changeOf(part), text: part.value }));
    return replaced([before], [after]).map(({ change, value }) => ({ change, text: value }));
  };
};

type Run = { change: Piece['change']; value: string };

/** Compares two lists in order. Equal items at both ends are not compared. */
export const listDiff = (before: readonly string[], after: readonly string[]): Run[] => {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let tail = 0;
  const shorter = Math.min(before.length, after.length) - start;
  while (tail < shorter && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const same = (values: readonly string[]) => values.map((value): Run => ({ change: 'same', value }));
  const [middleBefore, middleAfter] = [before, after].map((list) =>
    list.slice(start, list.length - tail),
  ) as [string[], string[]];
  const found = diffArrays(middleBefore, middleAfter, { maxEditLength: blockEditLimit });
  return [
    ...same(after.slice(0, start)),
    ...(found?.flatMap((part) => part.value.map((value) => ({ change: changeOf(part), value }))) ??
      replaced(middleBefore, middleAfter)),
    ...same(after.slice(after.length - tail)),
  ];
};

const changeOf = ({ added, removed }: { added: boolean; removed: boolean }): Piece['change'] =>
  added ? 'added' : removed ? 'removed' : 'same';

const replaced = (before: readonly string[], after: readonly string[]): Run[] => [
  ...before.map((value): Run => ({ change: 'removed', value })),
  ...after.map((value): Run => ({ change: 'added', value })),
];
