import { elementsOf } from '../../../../shared/articles/body-elements.ts';
import type { ArticleContent } from '../../../../shared/articles/content.ts';
import { type MergePart, mergeLists } from '../../../../shared/articles/merge-lists.ts';
import { listDiff } from '../../../../shared/articles/text-diff.ts';
import { fieldsOfContent, isSameValue } from '../drafts/content-version.ts';

type Field = Exclude<keyof ArticleContent, 'body'>;
/** Fields whose values are lists: both sides can be kept. */
const listFields = ['tags', 'gallery', 'oldUrls'] as const;
type ListField = (typeof listFields)[number];
const isListField = (field: Field): field is ListField => listFields.includes(field as ListField);

/** A field that a side changed. */
export type FieldDifference = {
  key: Field;
  kind: MergePart['kind'];
  base: unknown;
  mine: unknown;
  theirs: unknown;
};
/** A part of the body, in order; `key` is unique among all differences. */
export type BodyPart = MergePart & { key: `body-${number}` };
export type ContentMerge = { fields: readonly FieldDifference[]; body: readonly BodyPart[] };

export type Side = 'mine' | 'theirs' | 'both';
/** What somebody chose, by the key of the difference. */
export type Choices = Readonly<Record<string, Side>>;

/** Compares my content and theirs with what both started from, by field and, for the body, by outermost element. */
export const mergeContents = (
  base: ArticleContent,
  mine: ArticleContent,
  theirs: ArticleContent,
): ContentMerge => ({
  fields: fieldsOfContent.flatMap((field) => {
    if (field === 'body') return [];
    const values = { base: base[field], mine: mine[field], theirs: theirs[field] };
    const kind = kindOf(values);
    const isUnchanged = kind === 'agreed' && isSameValue(values.base, values.mine);
    return isUnchanged ? [] : [{ key: field, kind, ...values }];
  }),
  body: mergeLists(
    elementsOf(base.body),
    elementsOf(mine.body.normalize('NFC')),
    elementsOf(theirs.body),
  ).map((part, index) => ({
    key: `body-${index}` as const,
    ...part,
  })),
});

const kindOf = ({ base, mine, theirs }: Record<'base' | 'mine' | 'theirs', unknown>): MergePart['kind'] => {
  if (isSameValue(mine, theirs)) return 'agreed';
  if (isSameValue(base, theirs)) return 'mine';
  return isSameValue(base, mine) ? 'theirs' : 'contradicting';
};

/** Whether a difference lets both sides be kept: paragraphs one after the other, entries of lists together. */
export const canKeepBoth = ({ key }: FieldDifference | BodyPart): boolean =>
  key.startsWith('body-') || isListField(key as Field);

/** The side that is taken: as chosen, or the one that changed it; none for a contradiction that is not decided. */
export const sideOf = ({ key, kind }: FieldDifference | BodyPart, choices: Choices): Side | null => {
  const chosen = choices[key];
  if (chosen) return chosen;
  if (kind === 'contradicting') return null;
  return kind === 'theirs' ? 'theirs' : 'mine';
};

/** How many contradictions are not decided. */
export const undecidedCount = ({ fields, body }: ContentMerge, choices: Choices): number =>
  [...fields, ...body].filter((difference) => sideOf(difference, choices) === null).length;

/** The merged content; null while a contradiction is not decided. `mine` gives what no side changed. */
export const chosenContent = (
  merge: ContentMerge,
  choices: Choices,
  mine: ArticleContent,
): ArticleContent | null => {
  if (undecidedCount(merge, choices) > 0) return null;
  const fields = merge.fields.map((field) => [field.key, chosenValue(field, sideOf(field, choices))]);
  const body = merge.body.flatMap((part) => chosenElements(part, sideOf(part, choices)));
  const isBodyMine = merge.body.every((part) => part.kind === 'agreed' || sideOf(part, choices) === 'mine');
  return { ...mine, ...Object.fromEntries(fields), body: isBodyMine ? mine.body : body.join('') };
};

const chosenValue = ({ mine, theirs }: FieldDifference, side: Side | null): unknown =>
  side === 'both' ? union(mine as unknown[], theirs as unknown[]) : side === 'theirs' ? theirs : mine;

/** Both lists, each entry once. */
const union = (mine: readonly unknown[], theirs: readonly unknown[]): unknown[] => [
  ...mine,
  ...theirs.filter((entry) => !mine.some((own) => isSameValue(own, entry))),
];

const chosenElements = ({ mine, theirs }: BodyPart, side: Side | null): readonly string[] =>
  side === 'both' ? bothElements(mine, theirs) : side === 'theirs' ? theirs : mine;

/** Both sides in order, what they share once: where they differ, my elements come before theirs. */
const bothElements = (mine: readonly string[], theirs: readonly string[]): string[] =>
  listDiff(mine, theirs).map(({ value }) => value);
