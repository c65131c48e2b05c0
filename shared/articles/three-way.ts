import { diff3Merge } from 'node-diff3';
import * as z from 'zod/mini';
import { elementsOf } from './body-blocks.ts';
import { contentFields, isSame } from './compare.ts';
import type { ArticleContent } from './content.ts';

/** The changes of two editors to the same version: by field, and merged where the changes do not conflict. */
export const threeWay = z.object({
  /** The version that both started from. */
  base: z.int(),
  fields: z.array(
    z.object({
      field: z.string(),
      changedBy: z.enum(['mine', 'theirs', 'both']),
      base: z.unknown(),
      mine: z.unknown(),
      theirs: z.unknown(),
      /** Both changes merged, for the client to save; absent when they conflict. */
      merged: z.optional(z.unknown()),
    }),
  ),
  /** Whether every field has a `merged`. */
  isMerged: z.boolean(),
});
export type ThreeWay = z.infer<typeof threeWay>;

/** Outermost elements between the first and the last change up to which bodies are merged: the work grows with their square. */
const elementLimit = 500;

/** Separates elements while they are merged: changes of two neighbouring elements do not conflict then. */
const separator = '';
const withSeams = (elements: readonly string[]) => elements.flatMap((element) => [element, separator]);

/** Compares my content and a newer version with the version that both started from. */
export const compareThreeWay = (
  base: ArticleContent & { version: number },
  mine: ArticleContent,
  theirs: ArticleContent,
): ThreeWay => {
  const fields = contentFields.flatMap((field): ThreeWay['fields'] => {
    const values = { base: base[field], mine: mine[field], theirs: theirs[field] };
    const isMine = !isSame(values.base, values.mine);
    const isTheirs = !isSame(values.base, values.theirs);
    if (!isMine && !isTheirs) return [];
    if (!isTheirs) return [{ field, changedBy: 'mine', ...values, merged: values.mine }];
    if (!isMine) return [{ field, changedBy: 'theirs', ...values, merged: values.theirs }];
    if (isSame(values.mine, values.theirs))
      return [{ field, changedBy: 'both', ...values, merged: values.mine }];
    const merged = field === 'body' ? mergeBodies(base.body, mine.body, theirs.body) : null;
    return [{ field, changedBy: 'both', ...values, ...(merged !== null && { merged }) }];
  });
  return { base: base.version, fields, isMerged: fields.every((field) => 'merged' in field) };
};

/** Both changes in one body; null when they touch the same element, or are too far apart. */
const mergeBodies = (base: string, mine: string, theirs: string): string | null => {
  const bodies = [mine, base, theirs].map(elementsOf);
  const start = commonStart(bodies);
  const end = commonStart(bodies.map((elements) => elements.slice(start).reverse()));
  const changed = bodies.map((elements) => elements.slice(start, elements.length - end));
  if (changed.some(({ length }) => length > elementLimit)) return null;
  const [a, o, b] = changed.map(withSeams) as [string[], string[], string[]];
  const parts = diff3Merge(a, o, b, { excludeFalseConflicts: true });
  if (parts.some((part) => 'conflict' in part && part.conflict)) return null;
  const merged = parts.flatMap((part) => ('ok' in part && part.ok) || []);
  const [elements = []] = bodies;
  return [...elements.slice(0, start), ...merged, ...elements.slice(elements.length - end)].join('');
};

/** The number of elements at the start that all lists share. */
const commonStart = ([first = [], ...others]: readonly (readonly string[])[]): number => {
  const differs = first.findIndex((element, at) => others.some((other) => other[at] !== element));
  return differs < 0 ? first.length : differs;
};
