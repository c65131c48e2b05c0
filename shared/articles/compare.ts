import * as z from 'zod/mini';
import type { Article } from './article.ts';
import { blocksOf } from './body-blocks.ts';
import { type ArticleContent, articleContent } from './content.ts';
import { listDiff, type Piece, wordDiffer } from './text-diff.ts';

const change = z.enum(['same', 'added', 'removed']);
const piece = z.object({ change, text: z.string() });

/** The differences between two revisions: each field, and the body block by block, word by word in a changed block. */
export const comparison = z.object({
  fields: z.array(
    z.object({
      field: z.string(),
      before: z.unknown(),
      after: z.unknown(),
      /** For text fields: added and removed words. */
      words: z.nullable(z.array(piece)),
    }),
  ),
  body: z.array(
    z.object({ kind: z.string(), change: z.enum([...change.options, 'changed']), words: z.array(piece) }),
  ),
});
export type Comparison = z.infer<typeof comparison>;
type ComparedBlock = Comparison['body'][number];

export const contentFields = Object.keys(articleContent.shape) as (keyof ArticleContent)[];

/** The content of an article, without its other fields. */
export const contentOf = (article: Article): ArticleContent =>
  Object.fromEntries(contentFields.map((field) => [field, article[field]])) as ArticleContent;

export const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Compares two states of an article. The work is bounded, however long and different they are. */
export const compare = (before: ArticleContent, after: ArticleContent): Comparison => {
  const diffWords = wordDiffer();
  const fields = contentFields
    .filter((field) => field !== 'body' && !isSame(before[field], after[field]))
    .map((field) => {
      const [old, current] = [before[field], after[field]];
      const words = typeof old === 'string' && typeof current === 'string' ? diffWords(old, current) : null;
      return { field, before: old, after: current, words };
    });
  return { fields, body: compareBodies(before.body, after.body, diffWords) };
};

/** The share of text that a changed block has in common with the original; below it the block counts as another one. */
const minSimilarity = 0.3;

const compareBodies = (before: string, after: string, diffWords: ReturnType<typeof wordDiffer>) => {
  const [old, current] = [before, after].map((body) =>
    blocksOf(body).map(({ kind, text }) => `${kind}\n${text}`),
  ) as [string[], string[]];
  const blocks: ComparedBlock[] = [];
  let removed: string[] = [];
  let paired = 0;
  const flush = () => {
    for (const value of removed.slice(paired)) blocks.push(wholeBlock('removed', value));
    removed = [];
    paired = 0;
  };
  for (const { change: what, value } of listDiff(old, current)) {
    if (what === 'removed') removed.push(value);
    else if (what === 'same') {
      flush();
      blocks.push(wholeBlock('same', value));
    } else {
      const candidate = removed[paired];
      const changed = candidate === undefined ? null : changedBlock(candidate, value, diffWords);
      if (changed) paired += 1;
      blocks.push(changed ?? wholeBlock('added', value));
    }
  }
  flush();
  return blocks;
};

const wholeBlock = (what: Piece['change'], value: string): ComparedBlock => {
  const { kind, text } = split(value);
  return { kind, change: what, words: [{ change: what, text }] };
};

/** A block as a change of another one; null when they have too little in common. */
const changedBlock = (
  before: string,
  after: string,
  diffWords: ReturnType<typeof wordDiffer>,
): ComparedBlock | null => {
  const [old, current] = [split(before), split(after)];
  const words = diffWords(old.text, current.text);
  const sameLength = words.reduce((sum, part) => sum + (part.change === 'same' ? part.text.length : 0), 0);
  if (sameLength < minSimilarity * Math.max(old.text.length, current.text.length)) return null;
  return { kind: current.kind, change: 'changed', words };
};

const split = (value: string) => {
  const at = value.indexOf('\n');
  return { kind: value.slice(0, at), text: value.slice(at + 1) };
};
