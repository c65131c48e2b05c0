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

/** Outermost elements up to which bodies are merged: the work grows with the square of equal ones. */
const elementLimit = 1500;

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

/** Both changes in one body; null when they touch the same element, or the bodies are too long. */
const mergeBodies = (base: string, mine: string, theirs: string): string | null => {
  const [o, a, b] = [base, mine, theirs].map(elementsOf) as [string[], string[], string[]];
  if (Math.max(o.length, a.length, b.length) > elementLimit) return null;
  const parts = diff3Merge(withSeams(a), withSeams(o), withSeams(b), { excludeFalseConflicts: true });
  if (parts.some((part) => 'conflict' in part && part.conflict)) return null;
  return parts.flatMap((part) => ('ok' in part && part.ok) || []).join('');
};
