import * as z from 'zod/mini';
import { elementsOf } from './body-elements.ts';
import { contentFields, isSame } from './compare.ts';
import type { ArticleContent } from './content.ts';
import { mergeLists } from './merge-lists.ts';

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

/** Both changes in one body; null when they contradict each other, or are too far apart. */
const mergeBodies = (base: string, mine: string, theirs: string): string | null => {
  const parts = mergeLists(elementsOf(base), elementsOf(mine), elementsOf(theirs));
  if (parts.some(({ kind }) => kind === 'contradicting')) return null;
  return parts.flatMap((part) => (part.kind === 'theirs' ? part.theirs : part.mine)).join('');
};
