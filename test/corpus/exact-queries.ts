import { textBlocks } from '../../shared/search/article-text.ts';
import { syllablesOf } from '../../shared/text/fold.ts';
import type { CorpusArticle } from './articles.ts';

/** Articles that the words are taken from. */
const sampleSize = 1500;
/** Articles that must contain a spelling for it to be a query: enough to fill a page of results. */
const minMatches = 10;

/** A word of two syllables with diacritics, which another word shares once they are stripped: bắc bộ, bác bỏ. */
export type ExactQuery = { query: string; isContainedIn: (article: CorpusArticle) => boolean };

const textOf = ({ title, summary, body }: CorpusArticle) =>
  [title, summary, ...textBlocks(body)].map((block) => ` ${wordsOf(block).join(' ')} `).join('.');
const wordsOf = (text: string) =>
  syllablesOf(text).map(({ start, end }) => text.slice(start, end).toLowerCase());

/** The `count` most frequent words of the corpus that have more than one spelling with diacritics. */
export const exactQueries = (articles: readonly CorpusArticle[], count: number): ExactQuery[] => {
  const spellings = new Map<string, Map<string, number>>();
  for (const { title, summary, body } of articles.slice(0, sampleSize)) {
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
      const counts = spellings.get(folded) ?? new Map<string, number>();
      spellings.set(folded, counts.set(written, (counts.get(written) ?? 0) + 1));
    }
  }
  return [...spellings.values()]
    .filter((counts) => counts.size > 1)
    .flatMap((counts) => [...counts])
    .filter(([, matches]) => matches >= minMatches)
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([query]) => ({ query, isContainedIn: (article) => textOf(article).includes(` ${query} `) }));
};
