import { textBlocks } from '../../shared/search/article-text.ts';
import { syllablesOf } from '../../shared/text/fold.ts';
import type { CorpusArticle } from './articles.ts';

/** Articles that are sampled for words. */
const sampled = 1500;
/** Articles that must contain a reading: enough to fill a page. */
const fewestHolders = 10;

/** A word of two syllables with diacritics whose plain letters are also those of another word: bắc bộ, bác bỏ. */
export type ExactQuery = { query: string; isHeldBy: (article: CorpusArticle) => boolean };

const textOf = ({ title, summary, body }: CorpusArticle) =>
  [title, summary, ...textBlocks(body)].map((block) => ` ${wordsOf(block).join(' ')} `).join('.');
const wordsOf = (text: string) =>
  syllablesOf(text).map(({ start, end }) => text.slice(start, end).toLowerCase());

/** The words with two spellings in the corpus that occur in most articles. */
export const exactQueries = (articles: readonly CorpusArticle[], count: number): ExactQuery[] => {
  const readings = new Map<string, Map<string, number>>();
  for (const { title, summary, body } of articles.slice(0, sampled)) {
    const inArticle = new Map<string, string>();
    for (const block of [title, summary, ...textBlocks(body)]) {
      const syllables = syllablesOf(block);
      for (const [at, { folded, start, end, marks }] of syllables.entries()) {
        const before = syllables[at - 1];
        if (!before || !/\d/.test(before.marks) || !/\d/.test(marks)) continue;
        const written = `${block.slice(before.start, before.end)} ${block.slice(start, end)}`.toLowerCase();
        inArticle.set(written, `${before.folded} ${folded}`);
      }
    }
    for (const [written, folded] of inArticle) {
      const counts = readings.get(folded) ?? new Map<string, number>();
      readings.set(folded, counts.set(written, (counts.get(written) ?? 0) + 1));
    }
  }
  return [...readings.values()]
    .filter((counts) => counts.size > 1)
    .flatMap((counts) => [...counts])
    .filter(([, holders]) => holders >= fewestHolders)
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([query]) => ({ query, isHeldBy: (article) => textOf(article).includes(` ${query} `) }));
};
